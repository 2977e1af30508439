"""The tables: a role's rows (the editors' working copy), its revisions, and the index of live revisions."""

from .checks import TextPrints
from .imports import Conflict, ImportedText, Upload, UploadedText
from .index import CareerStepIndex, GuideIndex, RelatedRoleIndex, SalaryLevelIndex, SkillIndex
from .job_description import JobDescription
from .parts import (
    FAQ,
    CareerStep,
    EducationRequirement,
    ProCon,
    RelatedRole,
    Resource,
    Responsibility,
    RoleIndustry,
    RolePart,
    RoleSkill,
    SalaryLevel,
    Section,
    Source,
    Specialization,
    Step,
)
from .picture import Picture
from .review import Review
from .revision import LiveInterval, PublishedSlug, Revision
from .role import KeyFactColumns, Role
from .search import SearchEntry, SearchWord
from .vocabulary import FormerSkillSlug, Industry, Skill, SkillAlias

__all__ = [
    "FAQ",
    "CareerStep",
    "CareerStepIndex",
    "Conflict",
    "EducationRequirement",
    "FormerSkillSlug",
    "GuideIndex",
    "ImportedText",
    "Industry",
    "JobDescription",
    "KeyFactColumns",
    "LiveInterval",
    "Picture",
    "ProCon",
    "PublishedSlug",
    "RelatedRole",
    "RelatedRoleIndex",
    "Resource",
    "Responsibility",
    "Review",
    "Revision",
    "Role",
    "RoleIndustry",
    "RolePart",
    "RoleSkill",
    "SalaryLevel",
    "SalaryLevelIndex",
    "SearchEntry",
    "SearchWord",
    "Section",
    "Skill",
    "SkillAlias",
    "SkillIndex",
    "Source",
    "Specialization",
    "Step",
    "TextPrints",
    "Upload",
    "UploadedText",
]
