"""The base of the forms for roles and their rows."""

from django import forms
from django.core.exceptions import ValidationError
from django.forms.models import construct_instance


class DocumentForm(forms.ModelForm):
    """A form for a part of a guide document. `validate` checks the document, so the rules of the table are not queried.

    Chosen rows exist, because their fields found them.
    """

    def _post_clean(self):
        """Fill the instance as Django does."""
        chosen = {name for name, field in self.fields.items() if isinstance(field, forms.ModelChoiceField)}
        self.instance = construct_instance(self, self.instance, self._meta.fields, self._meta.exclude)
        try:
            self.instance.clean_fields(exclude=self._get_validation_exclusions() | chosen)
        except ValidationError as error:
            self._update_errors(error)
