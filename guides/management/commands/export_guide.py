"""`manage.py export_guide SLUG`: write a stored guide as text in the import layout."""

from django.core.management.base import CommandError

from careerguide.commands import BaseCommand
from guides.editing.rows import read_document
from guides.models import Role
from guides.parsing import write_guide


class Command(BaseCommand):
    help = "Write a stored guide as text. Importing the text with `import_guides` gives the same guide."

    def add_arguments(self, parser):
        parser.add_argument("slug")
        parser.add_argument("--output", help="a file to write to instead of standard output")

    def handle(self, *, slug, output, **options):
        role = Role.objects.with_parts().filter(slug=slug).first()
        if role is None or not role.revisions.exists():
            raise CommandError(f"There is no guide “{slug}”.")
        text = write_guide(read_document(role))
        if output:
            with open(output, "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
        else:
            self.stdout.write(text, ending="")
