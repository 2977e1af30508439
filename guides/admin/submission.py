"""An editor's submission: the form of a role with the rows of its parts, read as a guide document."""

from functools import cached_property

from django.forms.formsets import all_valid

from guides.document import FieldError, GuideDocument, overlong_lists, validate
from guides.editing.linking import unknown_occupations, with_main_occupation
from guides.editing.rows import document_from_rows, read_document
from guides.editing.saving import Edit
from guides.models import Role

LINK_BUTTON = "_link"  # its value is the code of the occupation to add


class Submission:
    """The posted form of a role and the formsets of its parts; `fields` are those of the document that it has.

    It is never stored directly. Its rows are read as a document, whether or not they still exist in the database; the
    document is then checked, merged and saved.
    """

    def __init__(self, roles, request, role: Role | None) -> None:
        self.fields = roles.edits
        form_class = roles.get_form(request, role, change=role is not None)
        self.form = form_class(request.POST, request.FILES, instance=role or Role())
        classes = (formset for formset, _ in roles.get_formsets_with_inlines(request, role))
        self.formsets = [formset(request.POST, instance=self.form.instance) for formset in classes]
        self.refused: list[str] = []

    @cached_property
    def is_readable(self) -> bool:
        """Whether every field is valid, so that there is a document."""
        is_form_valid = self.form.is_valid()  # first, because the formsets use its currency
        return all_valid(self.formsets) and is_form_valid

    @property
    def can_be_saved(self) -> bool:
        return self.is_readable and not self.errors

    @cached_property
    def document(self) -> GuideDocument:
        """The document of what could be read: stored values instead of fields with errors, and no rows with errors.

        What the form does not have is that of the latest revision.
        """
        rows = {item.prefix: item.rows_in_order() for item in self.formsets}
        document = document_from_rows(self.form.instance, rows)
        if self.form.latest:
            document = Edit(document, "", fields=self.fields).on(self.form.latest.guide).document
        code = self.form.data.get(LINK_BUTTON)
        return with_main_occupation(document, code) if code else document

    @cached_property
    def errors(self) -> list[FieldError]:
        """The errors of the document. A slug made from a missing title is none, and a long list may stay as it was."""
        has_slug = bool(self.form.cleaned_data.get("slug", self.form.instance.slug))
        errors = [error for error in validate(self.document) if has_slug or error.path != "slug"]
        if not errors and "details" in self.fields:
            errors = unknown_occupations(self.document, self.form.instance)
        overlong = list(overlong_lists(self.document))
        if overlong and self.form.instance.pk:
            stored = Role.objects.with_parts().get(pk=self.form.instance.pk)
            overlong = list(overlong_lists(self.document, read_document(stored)))
        return errors + overlong

    @property
    def edit(self) -> Edit:
        fields = self.form.cleaned_data
        token, started_from = str(fields["lock_token"] or ""), fields["started_from"]
        return Edit(self.document, token, started_from, fields["comment"], self.fields)
