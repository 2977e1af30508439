"""The editors' side: Django's admin, with one form for a role and all its parts."""

from django.conf import settings
from django.contrib import admin

from guides.admin.deleting import AccountAdmin
from guides.admin.history import RevisionAdmin
from guides.admin.job_descriptions import JobDescriptionAdmin
from guides.admin.pictures import PictureAdmin
from guides.admin.role import RoleAdmin
from guides.admin.text_uploads import UploadAdmin
from guides.admin.vocabulary import IndustryAdmin, SkillAdmin

admin.site.site_header = admin.site.site_title = settings.SITE_NAME
admin.site.index_title = "Career guides"

__all__ = [
    "AccountAdmin",
    "IndustryAdmin",
    "JobDescriptionAdmin",
    "PictureAdmin",
    "RevisionAdmin",
    "RoleAdmin",
    "SkillAdmin",
    "UploadAdmin",
]
