"""`manage.py demo`: a running site with the guides of fixtures/, official figures and an editor."""

import secrets

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core.management import call_command
from django.template.defaultfilters import pluralize
from django.urls import reverse

from careerguide.commands import BaseCommand
from guides.models import GuideIndex, Role
from guides.official.models import Release

EDITOR = "editor"


class Command(BaseCommand):
    help = (
        "Prepare the database, load the guides and official figures from fixtures/ if it has none, and serve the site."
    )

    def add_arguments(self, parser):
        parser.add_argument("address", nargs="?", default="127.0.0.1:8000", help="host and port to serve on")
        parser.add_argument("--no-serve", action="store_true", help="prepare only")

    def handle(self, *, address, no_serve, **options):
        address = address if ":" in address else f"127.0.0.1:{address}"
        call_command("migrate", verbosity=0)
        if Role.objects.exists():
            self.stdout.write("The database already has guides, so none were loaded.")
        else:
            call_command("loaddata", "guides", "job_searches", verbosity=0)
            number = GuideIndex.objects.live().count()
            self.stdout.write(f"{number} guide{pluralize(number)} loaded.")
        self.ensure_official_figures()
        self.ensure_editor()
        guides = (
            reverse("guide", args=(slug,)) for slug in GuideIndex.objects.live().values_list("slug", flat=True)[:2]
        )
        for path in (reverse("home"), *guides, reverse("occupation_list"), reverse("admin:index")):
            self.stdout.write(f"  http://{address}{path}")
        if not no_serve:
            self.stdout.write("Stop with Ctrl+C.")
            call_command("runserver", address, use_reloader=False, skip_checks=True)

    def ensure_official_figures(self) -> None:
        if Release.objects.exists():
            self.stdout.write("The database already has official figures, so none were loaded.")
        else:
            self.stdout.write("Loading official figures, which takes half a minute.")
            call_command("load_official", stdout=self.stdout)

    def ensure_editor(self) -> None:
        """Create the editor account once; its password is shown once and stored only as a hash."""
        users = get_user_model().objects
        if users.filter(username=EDITOR).exists():
            self.stdout.write(f"The account “{EDITOR}” already exists; its password was shown when it was created.")
            return
        password = secrets.token_urlsafe(12)
        editor = users.create_user(EDITOR, password=password, is_staff=True)
        editor.user_permissions.set(Permission.objects.filter(content_type__app_label="guides"))
        self.stdout.write(f"Editor account for /admin/: {EDITOR}, password {password} (shown only once)")
