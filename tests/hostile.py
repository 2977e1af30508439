"""A guide whose every text tries to break out of its place."""

from guides.document import GuideDocument, shape
from guides.document.licenses import License
from guides.document.other_pay import OtherPay

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
        details=shape.Details(
            category=bad("Category"),
            alternative_titles=(bad("Also"), RTL, LONG),
            education_level=bad("Level"),
            remote_work="rare",
            sources=(
                shape.Source(
                    covers="key_facts", name=bad("S1"), url="https://example.org/?a=1&b=2", as_of="2025-05-31"
                ),
                shape.Source(covers="weather", name=bad("S2"), as_of="2024"),
                shape.Source(covers="responsibilities", name=bad("S3")),
            ),
            time_to_qualify=bad("Time"),
            cost_to_qualify=bad("Cost"),
            licenses=(
                License(
                    name=bad("License").replace(";", ","),
                    body=RTL,
                    where=bad("Where").replace(";", ","),
                    url="https://example.org/?a=1&b=2",
                ),
            ),
        ),
        key_facts=shape.KeyFacts(
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
            shape.Section(kind="other", heading=bad("Other"), body=f"# {bad('h')}\n\n[x](javascript:alert(1))"),
            shape.Section(kind="other", heading=RTL, body=RTL),
            shape.Section(kind="other", heading="Main", body="Its anchor is taken already."),
            shape.Section(kind="workplace_culture", heading=bad("Culture"), body=bad("b")),
            shape.Section(kind="diversity", heading=bad("Diversity"), body=f"| a | b |\n|---|--:|\n| {LONG} | {RTL} |"),
            shape.Section(kind="support_networks", heading="Nets", body=LONG),
            shape.Section(kind="overview", heading="Overview", body="Words."),
            shape.Section(kind="overview", heading="Overview", body="More words."),
        ),
        responsibilities=(bad("Do"), LONG, RTL),
        education_requirements=(bad("Learn"),),
        skills=(
            shape.Skill(kind="technical", name=LONG, detail=bad("d")),
            shape.Skill(kind="technical", name=RTL),
            shape.Skill(kind="soft", name=bad("Soft"), detail=bad("why")),
        ),
        steps=tuple(shape.Step(number=i + 1, text=bad(f"Step {i}")) for i in range(20)),
        salary_levels=tuple(
            shape.SalaryLevel(title=bad(f"Rung {i}"), median=900 + i, average=950 - i) for i in range(20)
        ),
        other_pay=(
            OtherPay(figure="median", words="$18.50 an hour", cents=1850, period="hour", currency="CAD"),
            OtherPay(
                level=bad("Rung"),
                figure="range",
                words="1 - 2 EUR+ daily",
                cents=100,
                cents_high=200,
                is_open=True,
                period="day",
                currency="EUR",
            ),
        ),
        career_path=(
            *(
                shape.CareerStep(
                    title=bad(f"Rung {i}"),
                    experience=f"{i}-{i + 2} years",
                    years_min=i,
                    years_max=i + 2,
                    description=bad(f"Rung {i} is this"),
                    focus_areas=bad(f"Rung {i} looks there"),
                )
                for i in range(18)
            ),
            shape.CareerStep(title=LONG, experience=bad("Unclear")),
            shape.CareerStep(title="Last", experience="18+ years", years_min=18),
        ),
        specializations=(shape.Specialization(name=bad("Special"), description=LONG), shape.Specialization(name=RTL)),
        pros=(bad("Pro"),),
        cons=(bad("Con"), RTL),
        faqs=(
            shape.FAQ(question=bad("Why?"), answer=bad("Because")),
            shape.FAQ(question=f"{RTL}؟", answer=RTL),
            shape.FAQ(question=bad("Why?"), answer="Asked twice."),
        ),
        glossary=(
            shape.GlossaryTerm(term=bad("Term"), meaning=bad("Means")),
            shape.GlossaryTerm(term=RTL, meaning=LONG),
        ),
        resources=(
            shape.Resource(kind="readiness", title=bad("Ready"), blurb=bad("r")),
            shape.Resource(kind="resume", title=RTL),
        ),
        related=(
            shape.RelatedRole(title=bad("Near"), slug="near", blurb=LONG),
            shape.RelatedRole(title=RTL, slug="rtl"),
        ),
    )
