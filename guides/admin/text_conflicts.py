"""The page on which conflicts between a new text and an editor's work are decided, one by one or all at once."""

from collections.abc import Iterator

from django import forms
from django.contrib import admin, messages
from django.urls import path

from guides.admin.pages import RolePages
from guides.document import GuideDocument
from guides.document.differences import DERIVED, in_words, mark_words
from guides.document.kinds import Field, fields_of
from guides.document.lines import is_plain, plain_body, plain_line
from guides.document.merging import LISTS, Place, words_of
from guides.document.rules import GROWTH_DECIMALS
from guides.editing.rows import ConflictError
from guides.editing.text_decisions import Decision, FindingsError, StaleError, decide
from guides.models import Conflict, Role

LONGEST = 200_000
MOST_DECIDED = 50


class TextConflicts(RolePages):
    """The part of the admin of roles that knows conflicts with texts."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.conflicts_view)
        return [path("<int:pk>/conflicts/", view, name="guides_role_conflicts"), *super().get_urls()]

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        context["open_conflicts"] = obj.conflicts.open().count() if obj else 0
        return super().render_change_form(request, context, add, change, form_url, obj)

    def conflicts_view(self, request, pk):
        role = self.role_to("change", request, pk)
        form = DecisionsForm(role, request.POST if request.method == "POST" else None)
        if request.method == "POST" and form.is_valid() and self.carry_out(request, role, form):
            return self.redirect_to("conflicts" if role.conflicts.open().exists() else "change", role)
        decided = role.conflicts.exclude(outcome=Conflict.Outcome.OPEN).select_related("decided_by")
        title = f"Conflicts of {role} with a text"
        return self.page(
            request, role, "decisions", title, form=form, decided=decided.order_by("-decided_at")[:MOST_DECIDED]
        )

    def carry_out(self, request, role, form) -> bool:
        """Decide what was chosen; False where it could not be, with the reason in the form or a message."""
        try:
            revision = decide(role, form.decisions, lock_token=form.cleaned_data["lock_token"], by=request.user)
        except StaleError:
            form.see_again()
            messages.warning(request, "The guide was changed meanwhile. This is how it is now; please decide again.")
            return False
        except (FindingsError, ConflictError) as error:
            form.refuse(error)
            return False
        for decision in form.decisions:
            outcome = Conflict.Outcome(decision.outcome).label.lower()
            self.log_change(request, role, f"Conflict with a text about {decision.conflict}: {outcome}.")
        saved = f"Revision {revision.number} says so" if revision else "The guide stays as it is"
        messages.success(request, f"{len(form.decisions)} decided. {saved}.")
        return True


class ConflictFilter(admin.SimpleListFilter):
    title = "conflicts with a text"
    parameter_name = "conflicts"

    def lookups(self, request, model_admin):
        return (("open", "To be decided"),)

    def queryset(self, request, queryset):
        if self.value() != "open":
            return queryset
        return queryset.filter(pk__in=Conflict.objects.open().values("role"))


class DecisionsForm(forms.Form):
    """The open conflicts of a role, each with a choice and with fields for a third version."""

    lock_token = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, role: Role, data=None):
        self.role = role
        super().__init__(data, initial={"lock_token": role.lock_token})
        self.choices = [Choice(conflict, data) for conflict in role.conflicts.open().select_related("text")]
        self.decisions: list[Decision] = []
        self.refused: list[str] = []

    def clean(self):
        are_valid = [choice.is_valid() for choice in self.choices]  # each of them tells what is wrong
        if not all(are_valid):
            raise forms.ValidationError("What is marked below cannot stand in a guide.")
        self.decisions = [choice.decision for choice in self.choices if choice.decision]
        if not self.decisions:
            raise forms.ValidationError("Choose a version of at least one conflict.")
        return super().clean()

    def see_again(self) -> None:
        """The conflicts as they are now, with nothing chosen: what was chosen was about another state."""
        self.__init__(Role.objects.get(pk=self.role.pk))

    def refuse(self, error: Exception) -> None:
        for reason in getattr(error, "findings", [error]):
            self.add_error(None, str(reason))


class Choice(forms.Form):
    """One conflict: which version stands."""

    outcome = forms.ChoiceField(
        required=False,
        choices=(
            (Conflict.Outcome.OURS, "Keep what the guide says"),
            (Conflict.Outcome.THEIRS, "Take what the text says"),
            (Conflict.Outcome.EDITED, "Write it anew"),
            ("", "Decide later"),
        ),
        widget=forms.RadioSelect,
    )

    def __init__(self, conflict: Conflict, data=None):
        self.conflict = conflict
        super().__init__(data, prefix=f"conflict-{conflict.pk}", initial={"outcome": ""})
        self.value_fields = dict(value_fields(conflict))
        self.fields.update(self.value_fields)
        if not self.value_fields:
            self.fields["outcome"].choices = [
                choice for choice in self.fields["outcome"].choices if choice[0] != Conflict.Outcome.EDITED
            ]

    @property
    def label(self) -> str:
        return self.conflict.place.label

    @property
    def base_words(self) -> str:
        return in_words(self.conflict.base)

    def sides(self):
        """What the guide and the text say, with the words marked that only one of them has."""
        return mark_words(in_words(self.conflict.ours), in_words(self.conflict.theirs))

    @property
    def third_version(self):
        return [self[name] for name in self.value_fields]

    @property
    def decision(self) -> Decision | None:
        outcome = self.cleaned_data["outcome"]
        value = {name: self.cleaned_data[name] for name in self.value_fields}
        return Decision(self.conflict, outcome, value) if outcome else None

    def clean(self):
        """What stands in the fields counts only where it is chosen."""
        cleaned = super().clean()
        if cleaned.get("outcome") != Conflict.Outcome.EDITED:
            for name in set(self.errors) - {"outcome"}:
                del self.errors[name]
            cleaned |= {name: None for name in self.value_fields if name not in cleaned}
        return cleaned


class WordsField(forms.CharField):
    """Words of a document in their canonical form; None for nothing where the document wants that."""

    def __init__(self, *, is_body: bool, is_nullable: bool, **kwargs):
        super().__init__(required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 8 if is_body else 2}))
        self.plain, self.nothing = (plain_body if is_body else plain_line), (None if is_nullable else "")

    def clean(self, value):
        value = super().clean(value)
        if not is_plain(value):
            raise forms.ValidationError("Control characters cannot be kept; please type the text anew.")
        return self.plain(value) or self.nothing


class PercentageField(forms.FloatField):
    def clean(self, value):
        value = super().clean(value)
        if value is None:
            return None
        return int(value) if value.is_integer() else round(value, GROWTH_DECIMALS)


def value_fields(conflict: Conflict) -> Iterator[tuple[str, forms.Field]]:
    """Form fields for the value of a conflict; none where it is an order or several parts at once."""
    sample = conflict.ours or conflict.theirs
    if not isinstance(sample, dict) or any(isinstance(value, (list, dict)) for value in sample.values()):
        return
    for name, value in sample.items():
        if name not in DERIVED:
            field = _form_field(_field_of(conflict.place, name))
            field.initial, field.label = value, words_of(name.rpartition(".")[2])
            yield name, field


def _field_of(place: Place, name: str) -> Field:
    """The field of the document that a value is of; a mark belongs to its list."""
    if place.row is not None:
        return LISTS[place.path].parts.get(name, LISTS[place.path])
    *parts, name = name.split(".")
    owner = GuideDocument
    for part in parts:
        owner = fields_of(owner)[part].type
    return fields_of(owner)[name]


def _form_field(field: Field) -> forms.Field:
    if field.kind.form == "flag":
        return forms.BooleanField(required=False)
    if field.kind.form == "percent":
        return PercentageField(required=False)
    if field.type is int:
        return forms.IntegerField(required=field.default is not None)
    return WordsField(is_body=field.kind.form == "markdown", is_nullable=field.default is None)
