"""The forms of a role and its parts: what editors type becomes the typed, canonical columns."""

from django import forms
from django.contrib.admin.widgets import AdminTextareaWidget
from django.core.exceptions import ValidationError
from markdownx.widgets import AdminMarkdownxWidget

from guides.models import CareerStep, RelatedRole, Role, RolePart, RoleSkill
from guides.parsing.figures import read_years
from guides.parsing.lines import plain_line
from guides.vocabulary import skills_named


class MarkdownWidget(AdminMarkdownxWidget):
    """Markdown with the site's own rendering beside it."""

    class Media:
        js = ("js/markdown-editors.js",)


class ShortTextarea(AdminTextareaWidget):
    """Words on one line that are often longer than a line of the form."""

    def __init__(self, attrs=None):
        super().__init__({"rows": 2, **(attrs or {})})


class TitlesField(forms.CharField):
    """Several titles on one line, parted by semicolons; a list of words in Python."""

    def prepare_value(self, value):
        return "; ".join(value) if isinstance(value, list) else value

    def has_changed(self, initial, data):
        return super().has_changed(self.prepare_value(initial), data)

    def to_python(self, value):
        titles = (plain_line(title) for title in super().to_python(value).split(";"))
        return [title for title in titles if title]


class RoleForm(forms.ModelForm):
    """The role itself. `findings` are what is wrong with the whole guide, once its parts were put together."""

    findings = ()

    alternative_titles = TitlesField(required=False, help_text="Parted by semicolons.", widget=ShortTextarea)
    comment = forms.CharField(
        required=False, max_length=200, help_text="What you changed and why, for the history of the guide."
    )
    # The state that the form was opened on: admin/conflicts.py compares it with the present one.
    lock_token = forms.UUIDField(required=False, widget=forms.HiddenInput)
    started_from = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Role
        fields = "__all__"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            latest = self.instance.revisions.order_by("-number").first()
            self.initial |= {"lock_token": self.instance.lock_token, "started_from": latest and latest.number}

    def clean(self):
        for finding in self.findings:
            self.add_error(None, str(finding))
        return super().clean()


class PartForm(forms.ModelForm):
    """A row of a role; `place` is where the editor wants it among the others."""

    place = forms.IntegerField(
        required=False, min_value=1, widget=forms.NumberInput(attrs={"class": "place", "aria-label": "Place"})
    )

    class Meta:
        model = RolePart
        exclude = ("position",)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["place"] = self.instance.position

    def sort_key(self) -> tuple[float, int]:
        """Rows by their place, new ones last; a row that was moved comes in front of, or behind, who had its place."""
        place, before = self.cleaned_data.get("place"), self.initial.get("place")
        if place is None:
            return float("inf"), 0
        return place, -1 if before is None else (place > before) - (place < before)


class RoleSkillForm(PartForm):
    class Meta(PartForm.Meta):
        model = RoleSkill

    def save(self, commit=True):
        self.instance.skill = skills_named([self.instance.name])[self.instance.name]
        return super().save(commit)


class CareerStepForm(PartForm):
    class Meta(PartForm.Meta):
        model = CareerStep

    def clean_experience(self):
        experience = plain_line(self.cleaned_data["experience"])
        self.instance.years_min, self.instance.years_max = years = read_years(experience)
        if None not in years and years[0] > years[1]:
            raise ValidationError("The years are upside down: the lower number comes first.")
        return experience


class RelatedRoleForm(PartForm):
    class Meta(PartForm.Meta):
        model = RelatedRole
        exclude = ("position", "title", "slug")

    def clean_target(self):
        target = self.cleaned_data["target"]
        if target.pk == self.instance.role_id:
            raise ValidationError("A role is not related to itself.")
        return target

    def save(self, commit=True):
        if "target" in self.changed_data:
            self.instance.title, self.instance.slug = self.instance.target.title, self.instance.target.slug
        return super().save(commit)


class PartFormSet(forms.BaseInlineFormSet):
    """All rows of one kind."""

    def rows_in_order(self) -> list[RolePart]:
        """The rows that stay, in the order that the editor wants; new ones that were left empty are none."""
        stay = [
            form for form in self.forms if form not in self.deleted_forms and (form.instance.pk or form.has_changed())
        ]
        return [form.instance for form in sorted(stay, key=PartForm.sort_key)]


class RelatedRoleFormSet(PartFormSet):
    """Related roles, each of them once."""

    def clean(self):
        super().clean()
        targets = [row.target_id for row in self.rows_in_order()]
        if len(targets) != len(set(targets)):
            raise ValidationError("Each related role stands here once.")


class PayFormSet(PartFormSet):
    """The pay table, whose amounts are in the role's currency."""

    def clean(self):
        super().clean()
        if self.rows_in_order() and not self.instance.currency:
            raise ValidationError("Choose a currency for the role: these amounts need one.")
