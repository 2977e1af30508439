"""The addresses of the site: the admin under /admin/, everything else in `guides.urls`."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("guides.urls")),
]
