"""The values of the fields of a guide document that are choices."""

REMOTE_WORK = ("common", "possible", "rare")
SKILL_KINDS = ("technical", "soft")
IMPORTANCES = ("essential", "useful")
INTERVIEW_KINDS = ("opening", "behavioral", "situational", "technical", "closing", "ask_back")
RESOURCE_KINDS = ("resume", "cover_letter", "interview", "job_description", "skills_gap", "readiness")
SECTION_KINDS = (
    "overview",
    "responsibilities",
    "work_environment",
    "tools",
    "qualifications",
    "how_to_become",
    "education_training",
    "salary_outlook",
    "market_commentary",
    "career_path",
    "diversity",
    "inclusive_hiring",
    "workplace_culture",
    "support_networks",
    "global_opportunities",
    "global_salaries",
    "remote_work",
    "visa_immigration",
    "market_reality",
    "current_challenges",
    "growth_opportunities",
    "market_trends",
    "emerging_specializations",
    "toolkit",
    "pros_cons",
    "faq",
    "related",
    "readiness",
    "other",
)
