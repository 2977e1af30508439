"""Short forms of the publication page: what to do, when, and with which comment."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from guides.models import LiveInterval, Revision

REVISIONS_OFFERED = 20
NO_END = "Leave empty for no end."


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
    """An action on a role; `buttons` maps the `action` that each button sends to its label."""

    buttons: dict[str, str] = {}

    def __init__(self, role, data=None):
        super().__init__(data)
        self.role = role


class SendForm(RoleActionForm):
    buttons = {"send": "Send to review"}
    comment = WordsField(label="Note for the publisher")


class DecisionForm(RoleActionForm):
    buttons = {"approve": "Approve", "return": "Return to the editor"}
    answer = WordsField(label="Comment for the editor", help_text="Required when you return a guide.")


class TakeBackForm(RoleActionForm):
    buttons = {"take_back": "Take back from review"}


class PublishForm(RoleActionForm):
    buttons = {"publish": "Publish"}
    revision = forms.ModelChoiceField(Revision.objects.none(), empty_label=None)
    at = HourField(label="From", required=False, help_text="Leave empty to publish now.")
    until = HourField(label="Until", required=False, help_text=NO_END)

    def __init__(self, role, data=None):
        super().__init__(role, data)
        newest = role.revisions.filter(withdrawal=None).order_by("-number")
        offered = newest.filter(pk__in=list(newest.values_list("pk", flat=True)[:REVISIONS_OFFERED]))
        self.fields["revision"].queryset = offered.select_related("role", "created_by").defer("document")
        self.fields["revision"].label_from_instance = revision_label


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
    interval = forms.ModelChoiceField(LiveInterval.objects.none(), widget=forms.HiddenInput)

    def __init__(self, role, data=None):
        super().__init__(role, data)
        self.fields["interval"].queryset = role.live_intervals.all()


class MoveForm(IntervalForm):
    buttons = {"move": "Move"}
    at = HourField(label="Start")


class CancelForm(IntervalForm):
    buttons = {"cancel": "Cancel this publication"}


class EndForm(IntervalForm):
    buttons = {"end": "Change end"}
    until = HourField(label="Until", required=False, help_text=NO_END)


def revision_label(revision: Revision) -> str:
    because = f": {revision.comment}" if revision.comment else ""
    return f"{revision.number}, {revision.created_at:%Y-%m-%d %H:%M} by {revision.created_by or 'an import'}{because}"
