"""A guide whose every text tries to break out of its place."""

from guides.document import GuideDocument
from guides.document.shape import (
    FAQ,
    CareerStep,
    Details,
    KeyFacts,
    RelatedRole,
    Resource,
    SalaryLevel,
    Section,
    Skill,
    Source,
    Specialization,
    Step,
)

SCRIPT = "<script>alert(1)</script>"
RTL = "مرحبا بالعالم"
LONG = "Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung" * 3


def hostile_document() -> GuideDocument:
    def bad(words):
        return f"{words} {SCRIPT} {{{{ x }}}}"

    return GuideDocument(
        title=bad("Title"),
        slug="hostile",
        summary=f"{bad('Sum')}\n\n{RTL} {LONG}",
        details=Details(
            category=bad("Category"),
            alternative_titles=(bad("Also"), RTL, LONG),
            education_level=bad("Level"),
            remote_work="rare",
            sources=(
                Source(covers="key_facts", name=bad("S1"), url="https://example.org/?a=1&b=2", as_of="2025-05-31"),
                Source(covers="weather", name=bad("S2"), as_of="2024"),
                Source(covers="responsibilities", name=bad("S3")),
            ),
        ),
        key_facts=KeyFacts(
            currency="INR",
            country="India",
            median_salary=1_234_567,
            salary_low=1_000_000,
            salary_high=9_000_000,
            growth_percent=-42.5,
            growth_note=bad("note"),
            annual_openings=7,
            top_industries=(bad("Industry"), RTL),
            typical_education=bad("School"),
        ),
        sections=(
            Section(kind="other", heading=bad("Other"), body=f"# {bad('h')}\n\n[x](javascript:alert(1))"),
            Section(kind="other", heading=RTL, body=RTL),
            Section(kind="other", heading="Main", body="Its anchor is taken already."),
            Section(kind="workplace_culture", heading=bad("Culture"), body=bad("b")),
            Section(kind="diversity", heading=bad("Diversity"), body=f"| a | b |\n|---|--:|\n| {LONG} | {RTL} |"),
            Section(kind="support_networks", heading="Nets", body=LONG),
            Section(kind="overview", heading="Overview", body="Words."),
            Section(kind="overview", heading="Overview", body="More words."),
        ),
        responsibilities=(bad("Do"), LONG, RTL),
        education_requirements=(bad("Learn"),),
        skills=(
            Skill(kind="technical", name=LONG, detail=bad("d")),
            Skill(kind="technical", name=RTL),
            Skill(kind="soft", name=bad("Soft"), detail=bad("why")),
        ),
        steps=tuple(Step(number=i + 1, text=bad(f"Step {i}")) for i in range(20)),
        salary_levels=tuple(SalaryLevel(title=bad(f"Rung {i}"), median=900 + i, average=950 - i) for i in range(20)),
        career_path=(
            *(
                CareerStep(
                    title=bad(f"Rung {i}"),
                    experience=f"{i}-{i + 2} years",
                    years_min=i,
                    years_max=i + 2,
                    description=bad(f"Rung {i} is this"),
                    focus_areas=bad(f"Rung {i} looks there"),
                )
                for i in range(18)
            ),
            CareerStep(title=LONG, experience=bad("Unclear")),
            CareerStep(title="Last", experience="18+ years", years_min=18),
        ),
        specializations=(Specialization(name=bad("Special"), description=LONG), Specialization(name=RTL)),
        pros=(bad("Pro"),),
        cons=(bad("Con"), RTL),
        faqs=(
            FAQ(question=bad("Why?"), answer=bad("Because")),
            FAQ(question=f"{RTL}؟", answer=RTL),
            FAQ(question=bad("Why?"), answer="Asked twice."),
        ),
        resources=(Resource(kind="readiness", title=bad("Ready"), blurb=bad("r")), Resource(kind="resume", title=RTL)),
        related=(RelatedRole(title=bad("Near"), slug="near", blurb=LONG), RelatedRole(title=RTL, slug="rtl")),
    )
