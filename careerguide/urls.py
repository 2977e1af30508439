"""The addresses of the site: the admin under /admin/, everything else in `guides.urls`."""

from django.contrib import admin
from django.urls import include, path

from guides.web.caching import private
from guides.web.second_factor import second_factor

urlpatterns = [
    path("admin/second-factor/", private(admin.site.admin_view(second_factor)), name="second_factor"),
    path("admin/", admin.site.urls),
    path("", include("guides.urls")),
]
