"""The tables: a role's rows (the editors' working copy), its revisions, and the index of live revisions."""

from guides.models.checks import TextPrints
from guides.models.correction import Correction
from guides.models.imports import Conflict, ImportedText, Upload, UploadedText
from guides.models.index import (
    AlternativeTitleIndex,
    CareerStepIndex,
    GuideIndex,
    IndustryIndex,
    OccupationIndex,
    RelatedRoleIndex,
    SalaryLevelIndex,
    SkillIndex,
)
from guides.models.job_description import JobDescription
from guides.models.job_search import JobSearch
from guides.models.material import GlossaryTerm, InterviewQuestion, JobAd, SampleLetter, SampleResume
from guides.models.parts import (
    FAQ,
    PLAIN_PARTS,
    CareerStep,
    EducationRequirement,
    License,
    OccupationLink,
    OtherPay,
    ProCon,
    Provenance,
    RelatedRole,
    Resource,
    Responsibility,
    RoleIndustry,
    RoleSkill,
    SalaryLevel,
    Section,
    Source,
    Specialization,
    Step,
)
from guides.models.picture import Picture
from guides.models.preview_link import PreviewLink
from guides.models.review import Review
from guides.models.revision import LiveInterval, PublishedSlug, Revision
from guides.models.role import KeyFactColumns, Role
from guides.models.role_part import RolePart
from guides.models.search import SearchEntry, SearchPlaces, SearchQuestion, SearchTitle, SearchWord
from guides.models.throttle import Throttle
from guides.models.vocabulary import DifferentSkills, FormerSkillSlug, Industry, Skill, SkillAlias
from guides.models.withdrawal import Withdrawal

__all__ = [
    "FAQ",
    "PLAIN_PARTS",
    "AlternativeTitleIndex",
    "CareerStep",
    "CareerStepIndex",
    "Conflict",
    "Correction",
    "DifferentSkills",
    "EducationRequirement",
    "FormerSkillSlug",
    "GlossaryTerm",
    "GuideIndex",
    "ImportedText",
    "Industry",
    "IndustryIndex",
    "InterviewQuestion",
    "JobAd",
    "JobDescription",
    "JobSearch",
    "KeyFactColumns",
    "License",
    "LiveInterval",
    "OccupationIndex",
    "OccupationLink",
    "OtherPay",
    "Picture",
    "PreviewLink",
    "ProCon",
    "Provenance",
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
    "SampleLetter",
    "SampleResume",
    "SearchEntry",
    "SearchPlaces",
    "SearchQuestion",
    "SearchTitle",
    "SearchWord",
    "Section",
    "Skill",
    "SkillAlias",
    "SkillIndex",
    "Source",
    "Specialization",
    "Step",
    "TextPrints",
    "Throttle",
    "Upload",
    "UploadedText",
    "Withdrawal",
]
