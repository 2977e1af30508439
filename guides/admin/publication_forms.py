"""Short forms of the publication page: what to do, when, and with which comment."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from guides.editing.candidates import Candidate
from guides.editing.states import moment
from guides.models import LiveInterval, Review, Revision

REVISIONS_OFFERED = 20
NO_END = "Leave empty for no end."
APPROVE_AND_PUBLISH = "approve_and_publish"


class HourField(forms.DateTimeField):
    """A future date and time, in the format of the browser's date picker."""

    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")

    def clean(self, value):
        hour = super().clean(value)
        if hour and hour <= timezone.now():
            raise ValidationError("This time is in the past.")
        return hour


class WordsField(forms.CharField):
    """A short message from one person to another."""

    widget = forms.Textarea(attrs={"rows": 3, "cols": 60})

    def __init__(self, **kwargs):
        super().__init__(**{"max_length": 2_000, "required": False, **kwargs})


class WithdrawField(forms.BooleanField):
    """The choice to withdraw what stays public of a guide."""

    def __init__(self):
        super().__init__(
            label="Withdraw everything that was public",
            required=False,
            help_text="If you check this, these addresses say that they were withdrawn. You can undo this for each "
            "revision. If you don't check it, people who have the addresses can still read them.",
        )


class RoleActionForm(forms.Form):
    """An action on a role; `buttons` maps the `action` that each button sends to its label.

    `candidate` has the revisions that publishing offers, None for a role without revisions.
    """

    buttons: dict[str, str] = {}

    def __init__(self, role, data=None, *, candidate: Candidate | None = None):
        super().__init__(data)
        self.role, self.candidate = role, candidate

    @property
    def problems(self) -> list[str]:
        """The errors that belong to no field that a user can see."""
        hidden = [words for field in self.hidden_fields() for words in field.errors]
        return [*self.non_field_errors(), *hidden]

    def ask_before(self, revision: Revision) -> None:
        """Refuse to publish a revision until the box for it, and for no other, is checked."""
        if self.candidate and (questions := self.candidate.questions(revision)):
            name = f"publish_{revision.number}_anyway"
            self.fields[name] = forms.BooleanField(label=f"Publish revision {revision.number} anyway")
            if name not in self.data:
                self.add_error(name, questions)


class SendForm(RoleActionForm):
    buttons = {"send": "Send to review"}
    comment = WordsField(label="Note for the publisher")


class ReviewForm(RoleActionForm):
    """An action on the open review; the form of a review that was replaced meanwhile is refused."""

    review = forms.ModelChoiceField(Review.objects.none(), widget=forms.HiddenInput)

    def __init__(self, role, data=None, **options):
        super().__init__(role, data, **options)
        self.fields["review"].queryset = role.reviews.select_related("revision")
        self.fields["review"].initial = role.reviews.open().first()

    def show_open_review(self) -> None:
        """Keep what was typed for the review that is open now."""
        self.data = {**self.data.dict(), "review": self.fields["review"].initial}


class DecisionForm(ReviewForm):
    buttons = {
        APPROVE_AND_PUBLISH: "Approve and publish",
        "approve": "Approve only",
        "return": "Return to the editor",
    }
    answer = WordsField(label="Comment for the editor", help_text="Required when you return a guide.")

    def clean(self):
        review = self.cleaned_data.get("review")
        if review and review.outcome == Review.Outcome.OPEN and self.data.get("action") == APPROVE_AND_PUBLISH:
            self.ask_before(review.revision)


class TakeBackForm(ReviewForm):
    buttons = {"take_back": "Take back from review"}


class PublishForm(RoleActionForm):
    buttons = {"publish": "Publish"}
    revision = forms.ModelChoiceField(Revision.objects.none(), empty_label=None)
    at = HourField(label="From", required=False, help_text="Leave empty to publish now.")
    until = HourField(label="Until", required=False, help_text="Leave empty to keep the planned end, if there is one.")

    def __init__(self, role, data=None, **options):
        super().__init__(role, data, **options)
        newest = role.revisions.filter(withdrawal=None).order_by("-number")
        offered = {*newest.values_list("pk", flat=True)[:REVISIONS_OFFERED]}
        if self.candidate:
            offered.add(self.candidate.proposed.pk)
            self.fields["revision"].initial = self.candidate.proposed.pk
        revisions = newest.filter(pk__in=offered).select_related("role", "created_by").defer("document")
        self.fields["revision"].queryset = revisions
        self.fields["revision"].label_from_instance = self.revision_label

    def revision_label(self, revision: Revision) -> str:
        because = f": {revision.comment}" if revision.comment else ""
        standing = self.candidate.standing(revision) if self.candidate else ""
        saved = f"{moment(revision.created_at)} by {revision.created_by or 'an import'}{because}"
        return f"{revision.number}, {standing}, {saved}" if standing else f"{revision.number}, {saved}"

    def clean(self):
        if revision := self.cleaned_data.get("revision"):
            self.ask_before(revision)


class UnpublishForm(RoleActionForm):
    buttons = {"unpublish": "Unpublish"}
    at = HourField(label="At", required=False, help_text="Leave empty to unpublish now.")
    withdraw = WithdrawField()

    def clean(self):
        data = super().clean()
        if data.get("at") and data.get("withdraw"):
            self.add_error("withdraw", "This takes effect now. To unpublish at a later time, withdraw after that.")
        return data


class DeleteForm(RoleActionForm):
    buttons = {"delete": "Delete this guide"}
    withdraw = WithdrawField()


class IntervalForm(RoleActionForm):
    interval = forms.ModelChoiceField(
        LiveInterval.objects.none(),
        widget=forms.HiddenInput,
        error_messages={"invalid_choice": "This publication was canceled. The page now shows what is planned."},
    )

    def __init__(self, role, data=None, **options):
        super().__init__(role, data, **options)
        self.fields["interval"].queryset = role.live_intervals.select_related("revision")


class MoveForm(IntervalForm):
    buttons = {"move": "Move"}
    at = HourField(label="Start")


class CancelForm(IntervalForm):
    buttons = {"cancel": "Cancel this publication"}


class EndForm(IntervalForm):
    buttons = {"end": "Change end"}
    until = HourField(label="Until", required=False, help_text=NO_END)
