"""All settings, read from the environment. Without any variables, the site runs for local development.

PRODUCTION=1      production mode (set by `careerguide/wsgi.py`), behind an HTTPS proxy that sets X-Forwarded-Proto;
                  requires SECRET_KEY and ALLOWED_HOSTS
SECRET_KEY        a long random string
ALLOWED_HOSTS     host names, separated by commas
DATABASE_URL      such as postgres://user@host:5432/name; by default the SQLite file db.sqlite3
MEDIA_ROOT        the folder of uploaded files
CORRECTIONS_EMAIL the address for corrections, shown on the About page
PUBLISHER         who is behind the site, shown there; by default “the editors of” the site
TEXT_LICENSE      the license of the guides' texts, such as CC BY 4.0, with TEXT_LICENSE_URL as its address; by default
                  none: they may be quoted with a link
SECURITY_CONTACT  where to report a vulnerability, in /.well-known/security.txt: a link that begins with mailto: or
                  https:; by default to CORRECTIONS_EMAIL
SITE_ADDRESS      the address of the site, for links in emails; by default http://127.0.0.1:8000
EMAIL_HOST        the server that sends emails, with EMAIL_PORT, EMAIL_HOST_USER, EMAIL_HOST_PASSWORD and
                  EMAIL_USE_TLS=1 as it requires; without it, emails are printed. DEFAULT_FROM_EMAIL is their sender
SESSION_HOURS     how long a login lasts, by default 12
TWO_FACTOR=1      require a one-time code at login, from an authenticator app that is set up at the first one
CLIENT_ADDRESS    the header whose last entry is the client's address, written by the proxy, such as X-Forwarded-For
                  or Forwarded. Without it, all clients seem to have the proxy's address in production, so wrong
                  passwords are limited for each account only, and `check --deploy` warns
HSTS_SECONDS      how long browsers insist on HTTPS after a visit, by default a year (31536000); start a new site with
                  less. HSTS_SUBDOMAINS=0 leaves out its subdomains, HSTS_PRELOAD=0 the lists built into browsers
DEBUG=1           Django's own error pages, for developers
"""

import os
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse_lazy

BASE_DIR = Path(__file__).resolve().parent.parent
SITE_NAME = "Careerguide"


def flag(name: str, default: str = "") -> bool:
    return os.environ.get(name, default) not in ("", "0")


def required(name: str) -> str:
    if not os.environ.get(name):
        raise ImproperlyConfigured(f"{name} must be set in the environment when PRODUCTION=1")
    return os.environ[name]


PRODUCTION = flag("PRODUCTION")
DEBUG = flag("DEBUG") and not PRODUCTION
SECRET_KEY = required("SECRET_KEY") if PRODUCTION else os.environ.get("SECRET_KEY", "for this machine alone")
ALLOWED_HOSTS = required("ALLOWED_HOSTS").split(",") if PRODUCTION else ["localhost", "127.0.0.1", "[::1]"]

INSTALLED_APPS = [
    "guides",
    "guides.official",
    "guides.apps.GuidesAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "csp",
    "markdownx",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
]
MIDDLEWARE = [
    # Headers for every response, static files and errors included.
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "guides.web.headers.PolicyHeaders",
    "guides.web.caching.ConditionalRequests",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "guides.web.programs.ErrorsForPrograms",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "guides.web.bodies.LimitBodies",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "guides.admin.list_input.ListInput",
    "guides.admin.resubmit.ResubmitForms",
    "guides.web.accounts.SecondFactor",
    "guides.web.throttling.Throttling",
]
ROOT_URLCONF = "careerguide.urls"
WSGI_APPLICATION = "careerguide.wsgi.application"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

DATABASES = {
    "default": dj_database_url.config(
        default=f"sqlite:///{BASE_DIR / 'db.sqlite3'}", conn_max_age=60, conn_health_checks=True
    )
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # Writers wait for each other instead of failing, and readers never wait for writers.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL",
    }
    # Tests also use a file, because writers do not wait for each other in an in-memory database.
    DATABASES["default"]["TEST"] = {"NAME": BASE_DIR / "test.sqlite3"}
else:
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("connect_timeout", 5)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
FIXTURE_DIRS = [BASE_DIR / "fixtures"]

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in {
        "UserAttributeSimilarityValidator": {},
        "MinimumLengthValidator": {"min_length": 12},
        "CommonPasswordValidator": {},
    }.items()
]

LOGIN_REDIRECT_URL = "admin:index"  # also if the page to return to is not on this site
CLIENT_ADDRESS = os.environ.get("CLIENT_ADDRESS", "")
TWO_FACTOR = flag("TWO_FACTOR")
OTP_TOTP_ISSUER = SITE_NAME
OTP_ADMIN_HIDE_SENSITIVE_DATA = True
OTP_TOTP_THROTTLE_FACTOR = OTP_STATIC_THROTTLE_FACTOR = 0  # delays without an end: `guides.web.throttling` limits codes
SESSION_COOKIE_AGE = round(float(os.environ.get("SESSION_HOURS", "12")) * 3600)  # counted from login
SESSION_EXPIRE_AT_BROWSER_CLOSE = False

# A guide is edited in one form: with thirty rows in each part, it has over a thousand fields.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024

# Everything that needs attention goes to standard error: failures with their traceback, failed logins, warnings of the
# site itself. Requests for addresses that do not exist are in the web server's log.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "entries": {"()": "careerguide.logs.Entries", "format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}
    },
    "handlers": {"stream": {"class": "logging.StreamHandler", "level": "WARNING", "formatter": "entries"}},
    "root": {"handlers": ["stream"]},
    "loggers": {
        "django": {"level": "INFO"},  # without its own handlers, which would print entries twice
        "django.request": {"level": "ERROR"},
    },
}

SITE_ADDRESS = os.environ.get("SITE_ADDRESS", "http://127.0.0.1:8000").rstrip("/")
EMAIL_HOST = os.environ.get("EMAIL_HOST", "")
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'console'}.EmailBackend"
EMAIL_PORT = int(os.environ.get("EMAIL_PORT", "25"))
EMAIL_HOST_USER = os.environ.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = flag("EMAIL_USE_TLS")
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = os.environ.get("DEFAULT_FROM_EMAIL", "careerguide@localhost")

PUBLISHER = os.environ.get("PUBLISHER") or f"the editors of {SITE_NAME}"
TEXT_LICENSE, TEXT_LICENSE_URL = os.environ.get("TEXT_LICENSE", ""), os.environ.get("TEXT_LICENSE_URL", "")
CORRECTIONS_EMAIL = os.environ.get("CORRECTIONS_EMAIL", "corrections@example.org")
SECURITY_CONTACT = os.environ.get("SECURITY_CONTACT") or f"mailto:{CORRECTIONS_EMAIL}"

LANGUAGE_CODE = "en-us"
TIME_ZONE = "UTC"
USE_TZ = True

STATIC_URL = "static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "media/"
MEDIA_ROOT = os.environ.get("MEDIA_ROOT", BASE_DIR / "media")
STORAGES = {
    "default": {"BACKEND": "guides.editing.files.WholeFiles"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_ALLOW_ALL_ORIGINS = False
if PRODUCTION:
    STATIC_ROOT = BASE_DIR / "staticfiles"
    STORAGES["staticfiles"]["BACKEND"] = "whitenoise.storage.CompressedManifestStaticFilesStorage"
else:
    WHITENOISE_USE_FINDERS = True  # no collectstatic in development

MARKDOWNX_MARKDOWNIFY_FUNCTION = "guides.rendering.markdown.render_markdown"
MARKDOWNX_URLS_PATH = reverse_lazy("markdownx_markdownify")
MARKDOWNX_UPLOAD_URLS_PATH = reverse_lazy("markdownx_upload")

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "guides.admin.resubmit.csrf_failure"
SECURE_REFERRER_POLICY = "same-origin"
if PRODUCTION:
    SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = int(os.environ.get("HSTS_SECONDS", 365 * 24 * 3600))
    SECURE_HSTS_INCLUDE_SUBDOMAINS = flag("HSTS_SUBDOMAINS", "1")
    SECURE_HSTS_PRELOAD = flag("HSTS_PRELOAD", "1")
    # Browsers accept these names only over HTTPS and from this host itself, so no subdomain can replace the cookies.
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-sessionid", "__Host-csrftoken"
    CONTENT_SECURITY_POLICY["DIRECTIVES"]["upgrade-insecure-requests"] = True
    CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]
