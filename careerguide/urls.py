"""The addresses of the site: the admin under /admin/, everything else in `guides.urls`."""

from django.contrib import admin
from django.urls import include, path

from guides.web.bodies import LOGIN_BYTES, takes_forms
from guides.web.caching import private
from guides.web.second_factor import second_factor

PRIVATE = [
    path("admin/login/", takes_forms(admin.site.login, LOGIN_BYTES)),  # before the same address of the admin
    path("admin/second-factor/", takes_forms(admin.site.admin_view(second_factor), LOGIN_BYTES), name="second_factor"),
    path("admin/", admin.site.urls),
]

urlpatterns = [*private(PRIVATE), path("", include("guides.urls"))]

handler403 = "guides.admin.refusals.permission_denied"
handler500 = "guides.admin.outages.server_error"
