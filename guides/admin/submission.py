"""What an editor submitted: the form of a role with the rows of its parts, read as a guide document."""

from functools import cached_property

from django.forms.formsets import all_valid

from guides.document import Finding, GuideDocument, validate
from guides.editing.rows import document_from_rows
from guides.editing.saving import Edit
from guides.models import Role


class Submission:
    """The posted form of a role and the formsets of its parts.

    Nothing of it is stored: its rows are read as a document, whether their counterparts are still in the database or
    not, and the document is what is checked, merged and saved.
    """

    def __init__(self, roles, request, role: Role | None) -> None:
        form_class = roles.get_form(request, role, change=role is not None)
        self.form = form_class(request.POST, request.FILES, instance=role or Role())
        classes = (formset for formset, _ in roles.get_formsets_with_inlines(request, role))
        self.formsets = [formset(request.POST, instance=self.form.instance) for formset in classes]
        self.refused: list[str] = []

    @cached_property
    def is_readable(self) -> bool:
        """Whether each field is in order, so that there is a document to look at."""
        is_form_valid = self.form.is_valid()  # first: the formsets look at the currency that it found
        return all_valid(self.formsets) and is_form_valid

    @cached_property
    def document(self) -> GuideDocument:
        """The document of a readable submission."""
        return document_from_rows(self.form.instance, {item.prefix: item.rows_in_order() for item in self.formsets})

    @cached_property
    def findings(self) -> list[Finding]:
        """The rules of a guide that the fields break together."""
        return validate(self.document) if self.is_readable else []

    @property
    def edit(self) -> Edit:
        fields = self.form.cleaned_data
        return Edit(self.document, str(fields["lock_token"] or ""), fields["started_from"], fields["comment"])
