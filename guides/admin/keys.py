"""Keys of rows as they come in addresses and forms: anybody can make them up, and none of them may be an error."""

from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.options import BaseModelAdmin
from django.contrib.admin.widgets import AutocompleteSelect
from django.db.models import Model
from django.forms import ModelChoiceField

from guides.document.numbers import whole_number

MOST_DIGITS = 18  # of a number that every database can compare with a key


def key_of(text: str | None) -> int | None:
    """The key that a text is, or None."""
    return whole_number(text, MOST_DIGITS)


class KeyedSelect(AutocompleteSelect):
    """Django's own asks the database for whatever was sent."""

    def optgroups(self, name, value, attrs=None):
        return super().optgroups(name, [key for key in value if key_of(str(key)) is not None], attrs)


class KnownChoiceField(ModelChoiceField):
    """A choice among rows of which those that were chosen may be `known`, so that none needs a query of its own."""

    known: dict[str, Model] = {}

    def to_python(self, value):
        return self.known.get(str(value)) or super().to_python(value)


class KeyedFields(BaseModelAdmin):
    """Forms whose autocompleted fields take a key that is none as a mistake like any other."""

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("form_class", KnownChoiceField)
            kwargs.setdefault("widget", KeyedSelect(db_field, self.admin_site, using=kwargs.get("using")))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class KeyedActions(admin.ModelAdmin):
    """Lists whose actions pass over rows that are none."""

    def response_action(self, request, queryset):
        request.POST = request.POST.copy()
        chosen = request.POST.getlist(ACTION_CHECKBOX_NAME)
        request.POST.setlist(ACTION_CHECKBOX_NAME, [key for key in chosen if key_of(key) is not None])
        return super().response_action(request, queryset)
