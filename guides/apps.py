from django.apps import AppConfig
from django.contrib.admin import apps as admin


class GuidesConfig(AppConfig):
    name = "guides"
    verbose_name = "Career guides"
    default = True

    def ready(self) -> None:
        from guides.web import checks, failed_logins  # noqa: F401 registers them


class GuidesAdminConfig(admin.AdminConfig):
    """Django's admin, with its site from `guides.web.admin_site`."""

    default = False
    default_site = "guides.web.admin_site.GuidesAdminSite"
