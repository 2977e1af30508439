"""The entry point for WSGI servers, always in production mode."""

import os

os.environ.setdefault("PRODUCTION", "1")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "careerguide.settings")

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()
