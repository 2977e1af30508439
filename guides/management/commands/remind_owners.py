"""`manage.py remind_owners`: email owners about guides with old figures."""

from datetime import timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.core.management.base import CommandError
from django.template.defaultfilters import pluralize
from django.template.loader import render_to_string

from careerguide.commands import BaseCommand
from guides.editing.aging import due_by_owner


class Command(BaseCommand):
    help = "Send each owner one email that lists their guides with old or undated figures."

    def add_arguments(self, parser):
        parser.add_argument("--days", type=int, default=365, help="age at which figures count as old (default: 365)")
        parser.add_argument("--dry-run", action="store_true", help="list the reminders without sending them")

    def handle(self, *, days, dry_run, **options):
        if not 0 <= days <= 36_500:
            raise CommandError("--days: expected 0 to 36500.")
        failed = 0
        for owner, guides in due_by_owner(timedelta(days=days)):
            if not owner.email:
                self.stderr.write(f"{owner}: no email address, {len(guides)} to check")
            elif dry_run:
                self.stdout.write(f"{owner} <{owner.email}>: {', '.join(map(str, guides))}")
            else:
                failed += not self.remind(owner, guides, days)
        if failed:
            raise CommandError(f"{failed} email{pluralize(failed, ' was,s were')} not sent.")

    def remind(self, owner, guides, days) -> bool:
        context = {"owner": owner, "guides": guides, "days": days, "site": settings.SITE_ADDRESS}
        number = f"{len(guides)} guide{pluralize(guides)}"
        words = render_to_string("guides/emails/reminder.txt", context)
        try:
            send_mail(f"{number} to check", words, None, [owner.email])
        except (SMTPException, OSError) as error:
            self.stderr.write(f"{owner} <{owner.email}>: not sent: {error}")
            return False
        self.stdout.write(f"{owner} <{owner.email}>: reminded of {number}")
        return True
