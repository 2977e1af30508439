"""Two editors on one guide: who saves second sees both versions side by side, chooses, and loses nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponseRedirect, QueryDict
from django.urls import path, reverse
from django.views.decorators.http import require_POST

from guides.admin.deletion import Deletion
from guides.admin.keys import key_of
from guides.document import DocumentError, Finding, GuideDocument, validate
from guides.document.differences import Difference, compose, differences, who_changed
from guides.editing.positions import save_in_order
from guides.editing.revisions import lock, replace_document
from guides.editing.rows import ConflictError, read_document
from guides.models import Revision, Role


class StaleForm(Exception):
    """A form that was opened on a state of the role that is not the present one any more."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A difference with the name of its field, and the side that is chosen or "" where only the editor can tell."""

    name: str
    difference: Difference
    chosen: str


class StaleForms(Deletion):
    """The part of the admin of roles that knows stale forms."""

    def get_urls(self):
        resolve = self.admin_site.admin_view(require_POST(self.resolve_view))
        return [path("<int:pk>/resolve/", resolve, name="guides_role_resolve"), *super().get_urls()]

    def refuse_stale(self, request, role: Role) -> None:
        """Raise StaleForm unless the posted form was opened on the present state; keeps the role locked."""
        if request.POST.get("lock_token") != str(lock(role).lock_token):
            raise StaleForm

    def stale_response(self, request, role: Role, form_view):
        """What answers a stale form: both versions side by side, or the form again where it cannot be read.

        The rows that were typed are written as new ones, read as a document, and taken back: rows of the form may have
        been removed meanwhile.
        """
        request.POST = with_new_rows(request.POST)
        with transaction.atomic():
            role = lock(role)
            form, formsets = self.typed(request, role)
            if form.is_valid() and all(formset.is_valid() for formset in formsets):
                yours, answer = write_rows(form, formsets), None
            else:
                messages.warning(
                    request,
                    f"{saved_meanwhile(role)} Correct what is marked and save again: then you "
                    "see both versions side by side. Nothing that you typed is lost.",
                )
                answer = form_view().render()
            transaction.set_rollback(True)
        if answer:
            return answer
        started_from, owner = form.cleaned_data["started_from"], form.cleaned_data.get("owner")
        if "owner" in form.changed_data:
            messages.warning(request, f"The owner stays as it is; your form said {owner or 'nobody'}.")
        return self.comparison(request, role, yours, base=started_from, comment=form.cleaned_data["comment"])

    def typed(self, request, role: Role):
        """The posted form and formsets, on a role without rows."""
        for formset_class, _ in self.get_formsets_with_inlines(request, role):
            formset_class.model.objects.filter(role=role).delete()
        form = self.get_form(request, role, change=True)(request.POST, request.FILES, instance=role)
        return form, [
            formset_class(request.POST, request.FILES, instance=role)
            for formset_class, _ in self.get_formsets_with_inlines(request, role)
        ]

    def comparison(self, request, role, yours, *, base=None, comment="", findings=(), chosen=None):
        """Both versions side by side, as the answer to a form that could not be saved."""
        stored = Role.objects.with_parts().get(pk=role.pk)
        theirs = read_document(stored)
        started = role.revisions.filter(number=base).first() if base else None
        context = {
            "saved_meanwhile": saved_meanwhile(role),
            "choices": list(choices(theirs, yours, started and started.guide, chosen or {})),
            "findings": findings,
            "yours": yours.canonical(),
            "lock_token": stored.lock_token,
            "base": base or "",
            "comment": comment,
        }
        return self.page(request, stored, "conflict", f"Two versions of {role}", status=409, **context)

    def resolve_view(self, request, pk):
        """Save what was chosen out of both versions."""
        role = self.role_to("view_or_change", request, pk)
        if self.is_gone(request, role):
            return self.hold_until_back(request, role)
        role = self.role_to("change", request, pk)
        yours = posted_document(request.POST.get("yours", ""))
        if yours is None:
            return HttpResponseRedirect(reverse("admin:guides_role_change", args=(pk,)))
        comment, number = request.POST.get("comment", "")[:200].replace("\0", ""), request.POST.get("base", "")
        again = {"base": key_of(number), "comment": comment}
        with transaction.atomic():
            try:
                self.refuse_stale(request, role)
                return self.save_choice(request, role, yours, comment)
            except StaleForm:
                messages.warning(request, "It was saved once more meanwhile; these are the differences now.")
            except InvalidChoice as error:
                again |= {"findings": error.args[0], "chosen": request.POST}
            transaction.set_rollback(True)
        return self.comparison(request, role, yours, **again)

    def save_choice(self, request, role: Role, yours: GuideDocument, comment: str):
        theirs = read_document(Role.objects.with_parts().get(pk=role.pk))
        result, taken = chosen_document(theirs, yours, request.POST)
        try:
            revision = replace_document(role, result, Revision.Kind.EDIT, by=request.user, comment=comment)
        except ConflictError as error:
            raise InvalidChoice([error]) from error
        if revision:
            self.log_change(request, role, f"Saved revision {revision.number}, {taken} beside another editor's.")
            messages.success(request, f"Saved as revision {revision.number}. The other version is in the history.")
        else:
            messages.info(request, "The other version stays; nothing of yours was taken.")
        return HttpResponseRedirect(reverse("admin:guides_role_change", args=(role.pk,)))


class InvalidChoice(Exception):
    """Sides that cannot be had together, or a difference without a choice; the argument lists what is wrong."""


def with_new_rows(data: QueryDict) -> QueryDict:
    """A posted form in which every row is a new one."""
    data = data.copy()
    for name in list(data):
        if name.endswith("-INITIAL_FORMS"):
            data[name] = "0"
            prefix = name.removesuffix("INITIAL_FORMS")
            for row in [key for key in data if key.startswith(prefix) and key.endswith("-id")]:
                data[row] = ""
    return data


def write_rows(form, formsets) -> GuideDocument:
    """The document that a valid form and its formsets make of the role."""
    role = form.save()
    for formset in formsets:
        formset.save(commit=False)
        save_in_order(formset.model, role, formset.rows_in_order())
    return read_document(Role.objects.with_parts().get(pk=role.pk))


def saved_meanwhile(role: Role) -> str:
    """Who saved what, and when, while the form was open."""
    latest = role.revisions.select_related("created_by").order_by("-number").first()
    if latest is None:
        return f"“{role}” was changed while you were writing."
    who, because = latest.created_by or "An import", f", “{latest.comment}”" if latest.comment else ""
    return f"{who} saved revision {latest.number} of “{role}” while you were writing{because}."


def posted_document(text: str) -> GuideDocument | None:
    """The version that a comparison carries; None where it is none, as only a forged form has it."""
    try:
        return GuideDocument.from_json(text)
    except DocumentError:
        return None


def choices(
    theirs: GuideDocument, yours: GuideDocument, base: GuideDocument | None, chosen: dict[str, str]
) -> Iterator[Choice]:
    """Every difference, with the side that was chosen, else the only side that changed anything."""
    only = {(True, False): "theirs", (False, True): "yours"}
    for place, difference in enumerate(differences(theirs, yours)):
        name = f"choice-{place}"
        yield Choice(name, difference, chosen.get(name) or only.get(who_changed(difference, base), ""))


def chosen_document(theirs: GuideDocument, yours: GuideDocument, data) -> tuple[GuideDocument, str]:
    """The document that the choices make, and in words what they are. Raises InvalidChoice."""
    found = differences(theirs, yours)
    sides = [data.get("all") or data.get(f"choice-{place}") for place in range(len(found))]
    if open_places := [item for item, side in zip(found, sides, strict=True) if side not in ("yours", "theirs")]:
        raise InvalidChoice([f"{item.label}: choose one of the versions" for item in open_places])
    taken = [place for place, side in enumerate(sides) if side == "yours"]
    try:
        result = compose(theirs, yours, taken)
    except DocumentError as error:
        raise InvalidChoice([error]) from error
    problems: list[Finding] = validate(result)
    if problems:
        raise InvalidChoice(problems)
    return result, f"{len(taken)} of {len(found)} differences"
