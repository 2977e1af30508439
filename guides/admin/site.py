"""What publishers keep for the whole site: searches for work on other sites, and the log of corrections."""

from django import forms
from django.contrib import admin

from guides.admin.forms import ShortTextarea
from guides.document.countries import code_or_words
from guides.models import Correction, GuideIndex, JobSearch
from guides.models.fields import LineField


class JobSearchForm(forms.ModelForm):
    country = forms.CharField(required=False, max_length=40, help_text=JobSearch._meta.get_field("country").help_text)

    def clean_country(self):
        """The code of a country given by name or code."""
        return code_or_words(self.cleaned_data["country"])


@admin.register(JobSearch)
class JobSearchAdmin(admin.ModelAdmin):
    form = JobSearchForm
    list_display = ("label", "kind", "country", "position", "is_shown")
    list_filter = ("country", "kind", "is_shown")
    fields = ("label", "address", ("kind", "country"), ("position", "is_shown"))


@admin.register(Correction)
class CorrectionAdmin(admin.ModelAdmin):
    list_display = ("date", "title", "wrong")
    search_fields = ("title", "wrong", "right")
    autocomplete_fields = ("role",)
    fields = ("date", "role", "title", "wrong", "right")
    formfield_overrides = {LineField: {"widget": ShortTextarea}}

    def save_model(self, request, obj, form, change):
        """Save a correction under the title that readers know the guide by."""
        if obj.role and not obj.title:
            live = GuideIndex.objects.live().filter(revision__role=obj.role)
            obj.title = live.values_list("title", flat=True).first() or obj.role.title
        super().save_model(request, obj, form, change)
