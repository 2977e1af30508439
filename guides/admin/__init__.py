"""The editors' side: Django's admin, with a role edited together with all its parts."""

from .role import RevisionAdmin, RoleAdmin
from .vocabulary import IndustryAdmin, SkillAdmin

__all__ = ["IndustryAdmin", "RevisionAdmin", "RoleAdmin", "SkillAdmin"]
