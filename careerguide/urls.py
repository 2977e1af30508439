"""The addresses of the site: the admin under /admin/, everything else in `guides.urls`."""

from django.contrib import admin
from django.urls import include, path

from guides.web.caching import private
from guides.web.second_factor import second_factor

PRIVATE = [
    path("admin/second-factor/", admin.site.admin_view(second_factor), name="second_factor"),
    path("admin/", admin.site.urls),
]

urlpatterns = [*private(PRIVATE), path("", include("guides.urls"))]

handler500 = "guides.admin.outages.server_error"
