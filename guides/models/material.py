"""The rows of a role that hold material for applicants and recruiters."""

from django.db import models
from django.db.models import Q

from guides.document.choices import INTERVIEW_KINDS
from guides.models.role_part import RolePart

INTERVIEW_OPTIONS = {"sample": {"verbose_name": "sample answer"}}
JOB_AD_OPTIONS = {
    "must_haves": {"verbose_name": "must-haves"},
    "nice_to_haves": {"verbose_name": "nice-to-haves"},
}


class InterviewQuestion(RolePart, rows_of="interview", options=INTERVIEW_OPTIONS):
    """A question of an interview, with what it tests and a sample answer; `lasting_id` identifies it for good."""

    class Meta(RolePart.Meta):
        constraints = (
            *RolePart.Meta.constraints,
            models.UniqueConstraint(
                fields=("role", "lasting_id"), condition=~Q(lasting_id=""), name="interviewquestion_id_unique"
            ),
            models.CheckConstraint(condition=Q(kind__in=INTERVIEW_KINDS), name="interviewquestion_kind_known"),
        )


class SampleResume(RolePart, rows_of="resumes"):
    """The resume of an invented person, written for a level, a first job or a career change."""


class SampleLetter(RolePart, rows_of="letters"):
    """A cover letter, written for a level, a first job or a career change."""


class JobAd(RolePart, rows_of="job_ads", options=JOB_AD_OPTIONS):
    """The parts of a job ad: the first for every level, each other one with what differs at its level."""

    class Meta(RolePart.Meta):
        constraints = (
            *RolePart.Meta.constraints,
            models.UniqueConstraint(fields=("role", "level"), name="jobad_level_unique"),
        )


class GlossaryTerm(RolePart, rows_of="glossary"):
    """A word of the trade and what it means."""
