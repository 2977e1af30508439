"""Model fields that store text and numbers exactly as guide documents do."""

from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import models

from guides.document.choices import IMPORTANCES
from guides.document.field_rules import GROWTH_DECIMALS
from guides.document.kinds import LONGEST_NAME
from guides.document.lines import is_plain, plain_body, plain_line
from guides.document.skill_names import skill_key


def validate_text(value: str) -> None:
    """Raise ValidationError for control characters and long runs of accents, which cannot be displayed."""
    if not is_plain(value):
        raise ValidationError("Control characters cannot be stored. Type the text again.")


class LineField(models.TextField):
    """A line of text, stored in NFC with single spaces."""

    default_validators = (validate_text,)

    def to_python(self, value):
        return plain_line(value) if isinstance(value, str) else value


class NameField(models.CharField):
    """A line of at most 200 characters, for names and titles."""

    default_validators = (validate_text,)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"max_length": LONGEST_NAME, **kwargs})

    def to_python(self, value):
        value = super().to_python(value)
        return plain_line(value) if isinstance(value, str) else value


class BodyField(models.TextField):
    """Markdown in its canonical form: one blank line between blocks, indentation only in lists."""

    default_validators = (validate_text,)

    def to_python(self, value):
        return plain_body(value) if isinstance(value, str) else value


class KeyField(models.CharField):
    """The casefolded `source`, for case-insensitive lookups, updated whenever a row is saved.

    The database's own LOWER is not enough: in SQLite it handles only ASCII.
    """

    def __init__(self, source="name", **kwargs):
        self.source = source
        # casefold can make a name longer: ß is ss, ΐ is three characters
        super().__init__(**{"max_length": 3 * LONGEST_NAME, "editable": False, **kwargs})

    def deconstruct(self):
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "source": self.source}

    def key_of(self, text: str) -> str:
        return text.casefold()

    def pre_save(self, model_instance, add):
        value = self.key_of(getattr(model_instance, self.source))
        setattr(model_instance, self.attname, value)
        return value


class SkillKeyField(KeyField):
    """The key of a skill's name, which is the same for names of one skill."""

    def key_of(self, text: str) -> str:
        return skill_key(text)


class PercentField(models.DecimalField):
    """A percentage with at most three decimals. Whole numbers are ints in Python, all others floats, as in JSON."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"max_digits": 8, "decimal_places": GROWTH_DECIMALS, **kwargs})

    def from_db_value(self, value, expression, connection):
        return value if value is None else plain_number(Decimal(value))

    def to_python(self, value):
        return super().to_python(str(value) if isinstance(value, float) else value)

    def clean(self, value, model_instance):
        value = super().clean(value, model_instance)
        return value if value is None else plain_number(value)


class FigureField(PercentField):
    """A figure of any unit with at most three decimals."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **{"max_digits": 16, **kwargs})


def plain_number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def choices(values: tuple[str, ...]) -> list[tuple[str, str]]:
    """Return values of the document as field choices with readable labels."""
    return [(value, value[:1].upper() + value[1:].replace("_", " ")) for value in values]


IMPORTANCE_CHOICES = list(zip(IMPORTANCES, ("Must-have", "Nice-to-have"), strict=True))
