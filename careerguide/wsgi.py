"""The entry point for WSGI servers, always in production mode."""

import os

os.environ.setdefault("PRODUCTION", "1")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "careerguide.settings")

from django.core.wsgi import get_wsgi_application

from guides.web.charsets import utf8_only

application = utf8_only(get_wsgi_application())
