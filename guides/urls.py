"""The public addresses, and those of the Markdown editor in the admin."""

from django.urls import path

from .views import editor, guides

urlpatterns = [
    path("", guides.home, name="home"),
    # /guides/
    path("guides/", guides.guide_list, name="guide_list"),
    path("guides/<slug:slug>/", guides.guide, name="guide"),
    path("guides/<slug:slug>.json", guides.guide_json, name="guide_json"),
    # /editor/, under the names that the editor's package looks for
    path("editor/preview/", editor.preview, name="markdownx_markdownify"),
    path("editor/upload/", editor.upload, name="markdownx_upload"),
]
