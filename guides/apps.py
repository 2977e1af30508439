from django.apps import AppConfig


class GuidesConfig(AppConfig):
    name = "guides"
    verbose_name = "Career guides"

    def ready(self) -> None:
        from guides.web import failed_logins  # noqa: F401  (connects its receiver)
