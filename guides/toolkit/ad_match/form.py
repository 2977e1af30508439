"""The field for a pasted job ad."""

from django import forms

from guides.document.lines import plain_line
from guides.toolkit.fields import ToolForm, WordsField, too_long, typed_words

LONGEST_AD = 20_000  # characters


class AdField(WordsField):
    """A pasted job ad, with its lines."""

    widget = forms.Textarea(attrs={"rows": 6})

    def to_python(self, value: str | None) -> str:
        text = typed_words(forms.CharField.to_python(self, value), self.max_length)
        if len(text) > self.max_length:
            raise too_long(self.max_length, len(text))
        return "\n".join(map(plain_line, text.splitlines()))


class AdForm(ToolForm):
    """The form of the job ad; an ad with an error counts as none."""

    ad = AdField(
        label="Job ad",
        max_length=LONGEST_AD,
        help_text="Paste the whole ad to see which of its words you use. It is not saved.",
    )

    @property
    def words(self) -> str:
        """The ad, empty if there is none or it has an error."""
        return self.cleaned_data.get("ad", "") if self.is_bound and self.is_valid() else ""
