"""Keys of rows in addresses and forms: anybody can forge them, and none may cause a server error."""

from django.contrib.admin.options import BaseModelAdmin
from django.contrib.admin.widgets import AutocompleteSelect
from django.db.models import ForeignKey, Model
from django.forms import ModelChoiceField

from guides.document.numbers import whole_number

MOST_DIGITS = 18  # every database can compare such a number with a key


def key_of(text: str | None) -> int | None:
    """The key in a text, or None if it is not a key."""
    return whole_number(text, MOST_DIGITS)


class KeyedSelect(AutocompleteSelect):
    """A select that queries only valid keys, where Django queries whatever was sent."""

    def optgroups(self, name, value, attrs=None):
        return super().optgroups(name, [key for key in value if key_of(str(key)) is not None], attrs)


class KnownChoiceField(ModelChoiceField):
    """A choice among rows; chosen rows that are already `known` need no query."""

    known: dict[str, Model] = {}

    def to_python(self, value):
        return self.known.get(str(value)) or super().to_python(value)


class KeyedFields(BaseModelAdmin):
    """Forms whose autocomplete fields report an invalid key as an error of the field.

    No link deletes a chosen row: it is in use.
    """

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(db_field, ForeignKey) and field:
            field.widget.can_delete_related = False
        return field

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs.setdefault("form_class", KnownChoiceField)
            kwargs.setdefault("widget", KeyedSelect(db_field, self.admin_site, using=kwargs.get("using")))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)
