from django.apps import AppConfig


class OfficialConfig(AppConfig):
    name = "guides.official"
    label = "official"
    verbose_name = "Official figures"
