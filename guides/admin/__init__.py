"""The editors' side: Django's admin, with a role edited together with all its parts."""

from django.contrib import admin

from .history import RevisionAdmin
from .job_descriptions import JobDescriptionAdmin
from .pictures import PictureAdmin
from .role import RoleAdmin
from .text_uploads import UploadAdmin
from .vocabulary import IndustryAdmin, SkillAdmin

admin.site.site_header = admin.site.site_title = "Careerguide"
admin.site.index_title = "Career guides"

__all__ = [
    "IndustryAdmin",
    "JobDescriptionAdmin",
    "PictureAdmin",
    "RevisionAdmin",
    "RoleAdmin",
    "SkillAdmin",
    "UploadAdmin",
]
