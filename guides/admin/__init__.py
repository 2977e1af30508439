"""The editors' side: Django's admin, with one form for a role and all its parts."""

from guides.admin.deleting import AccountAdmin
from guides.admin.history import RevisionAdmin
from guides.admin.job_descriptions import JobDescriptionAdmin
from guides.admin.official import OccupationAdmin, ReleaseAdmin
from guides.admin.pictures import PictureAdmin
from guides.admin.role import RoleAdmin
from guides.admin.site import CorrectionAdmin, JobSearchAdmin
from guides.admin.text_uploads import UploadAdmin
from guides.admin.vocabulary import IndustryAdmin, SkillAdmin

__all__ = [
    "AccountAdmin",
    "CorrectionAdmin",
    "IndustryAdmin",
    "JobDescriptionAdmin",
    "JobSearchAdmin",
    "OccupationAdmin",
    "PictureAdmin",
    "ReleaseAdmin",
    "RevisionAdmin",
    "RoleAdmin",
    "SkillAdmin",
    "UploadAdmin",
]
