"""Generate plausible guides; the same count always gives the same guides.

    python benchmarks/generate.py COUNT

migrates the database of DATABASE_URL and publishes COUNT guides in it, with the code that editors use.
"""

import os
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from guides.document.choices import REMOTE_WORK  # noqa: E402
from guides.document.licenses import License  # noqa: E402
from guides.document.shape import (  # noqa: E402
    FAQ,
    CareerStep,
    Details,
    GuideDocument,
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

SEED = 1871
AT_ONCE = 200  # guides per transaction


@dataclass(frozen=True, slots=True)
class Field:
    """A field of roles: the words of their titles, their skills, median pay in US dollars, and industries."""

    category: str
    subjects: tuple[str, ...]
    nouns: tuple[str, ...]
    skills: tuple[str, ...]
    median: int
    industries: tuple[str, ...]


def words(text: str) -> tuple[str, ...]:
    return tuple(text.split(", "))


def field(category: str, subjects: str, nouns: str, skills: str, median: int, industries: str) -> Field:
    return Field(category, words(subjects), words(nouns), words(skills), median, words(industries))


FIELDS = (
    field(
        "Health Care",
        "Dental, Surgical, Cardiac, Pediatric, Emergency, Radiology, Rehabilitation, Hospice, Laboratory, Eye Care",
        "Technician, Assistant, Nurse, Coordinator, Therapist, Aide, Educator, Practitioner",
        "Patient Intake, Sterile Technique, Electronic Health Records, Phlebotomy, Wound Care, Vital Signs, Triage, "
        "Medication Safety, Radiation Protection, Infection Control, Medical Terminology, Care Planning, Basic Life "
        "Support, Specimen Handling, Discharge Planning",
        52_000,
        "Hospitals, Clinics, Home Health Services, Nursing Homes",
    ),
    field(
        "Software",
        "Web, Mobile, Database, Cloud, Embedded, Security, Graphics, Payments, Network, Test Automation",
        "Developer, Engineer, Architect, Analyst, Administrator, Consultant, Tester, Programmer",
        "Python, SQL, Version Control, Code Review, Linux, Containers, API Design, Unit Testing, Continuous Delivery, "
        "Data Modeling, Threat Modeling, TypeScript, Observability, Accessibility Testing, Incident Response",
        98_000,
        "Software Publishing, Finance and Insurance, Telecommunications, Public Administration",
    ),
    field(
        "Construction",
        "Roof, Bridge, Masonry, Plumbing, Drywall, Concrete, Scaffold, Insulation, Tile, Timber",
        "Installer, Inspector, Estimator, Foreman, Surveyor, Fitter, Planner, Restorer",
        "Blueprint Reading, Site Safety, Power Tools, Cost Estimation, Leveling, Formwork, Building Codes, Rigging, "
        "Moisture Control, Quantity Takeoff, Waste Sorting, Welding, Laser Measurement, Crane Signals, Site Logistics",
        47_000,
        "Residential Building, Civil Engineering, Specialty Trades, Public Works",
    ),
    field(
        "Education",
        "Primary School, Language, Mathematics, Music, Special Needs, Vocational, Early Years, Science, Online, Sports",
        "Teacher, Tutor, Advisor, Librarian, Curriculum Designer, Examiner, Mentor, Lecturer",
        "Lesson Planning, Classroom Management, Formative Assessment, Differentiated Instruction, Parent Meetings, "
        "Learning Platforms, Safeguarding, Curriculum Mapping, Phonics, Grading Rubrics, Reading Support, Field Trips, "
        "Inclusive Teaching, Exam Preparation, Educational Research",
        56_000,
        "Schools, Colleges, Private Tuition, Museums",
    ),
    field(
        "Finance",
        "Credit, Tax, Payroll, Audit, Pension, Treasury, Insurance, Mortgage, Fraud, Budget",
        "Analyst, Officer, Clerk, Accountant, Underwriter, Controller, Adviser, Examiner",
        "Bookkeeping, Reconciliation, Financial Reporting, Spreadsheets, Tax Law, Internal Controls, Risk Scoring, "
        "Invoice Processing, Cash Flow Forecasting, Regulatory Filing, Ratio Analysis, Ledger Software, Due Diligence, "
        "Anti-Money-Laundering Checks, Variance Analysis",
        68_000,
        "Banking, Insurance Carriers, Accounting Firms, Government",
    ),
    field(
        "Hospitality",
        "Hotel, Banquet, Pastry, Cruise, Wine, Restaurant, Spa, Festival, Breakfast, Conference",
        "Manager, Host, Cook, Concierge, Server, Supervisor, Buyer, Planner",
        "Table Service, Food Safety, Menu Planning, Reservation Systems, Allergen Handling, Stock Rotation, Upselling, "
        "Cash Handling, Room Allocation, Event Setup, Beverage Pairing, Knife Skills, Guest Complaints, Portion "
        "Control, Night Audit",
        36_000,
        "Hotels, Restaurants, Cruise Lines, Catering",
    ),
    field(
        "Logistics",
        "Freight, Warehouse, Rail, Harbor, Customs, Fleet, Parcel, Cold Chain, Air Cargo, Route",
        "Dispatcher, Planner, Operator, Broker, Clerk, Coordinator, Inspector, Driver",
        "Route Planning, Forklift Operation, Customs Declarations, Inventory Counts, Load Securing, Dangerous Goods, "
        "Warehouse Software, Barcode Scanning, Freight Rates, Driving Hours Rules, Cold Storage, Incoterms, Dock "
        "Scheduling, Telematics, Reverse Logistics",
        44_000,
        "Freight Carriers, Wholesale Trade, Postal Services, Ports",
    ),
    field(
        "Energy",
        "Solar, Wind, Grid, Gas, Heat Pump, Hydropower, Battery, Metering, Boiler, Nuclear",
        "Technician, Engineer, Operator, Inspector, Installer, Planner, Analyst, Welder",
        "Electrical Safety, High Voltage Switching, Working at Height, Turbine Maintenance, Load Forecasting, Leak "
        "Detection, Control Room Procedures, Thermal Imaging, Grid Codes, Commissioning, Battery Handling, Pressure "
        "Testing, Wiring Diagrams, Lockout and Tagout, Energy Audits",
        61_000,
        "Utilities, Equipment Makers, Engineering Services, Municipal Works",
    ),
    field(
        "Media",
        "Photo, Sound, News, Documentary, Podcast, Fashion, Animation, Broadcast, Archive, Theater",
        "Editor, Producer, Designer, Reporter, Director, Researcher, Curator, Technician",
        "Interviewing, Copy Editing, Sound Mixing, Color Grading, Storyboarding, Fact Checking, Layout, Lighting, "
        "Rights Clearance, Camera Operation, Script Writing, Audience Metrics, Caption Writing, Motion Graphics, "
        "Archive Research",
        54_000,
        "Publishing, Broadcasting, Film Production, Museums",
    ),
    field(
        "Agriculture",
        "Dairy, Orchard, Grain, Vineyard, Greenhouse, Poultry, Forest, Seed, Irrigation, Beekeeping",
        "Manager, Grower, Inspector, Technician, Adviser, Breeder, Worker, Buyer",
        "Soil Sampling, Crop Rotation, Pruning, Animal Handling, Tractor Operation, Pest Scouting, Harvest Planning, "
        "Milking Systems, Seed Selection, Grafting, Fertilizer Rates, Drainage, Farm Records, Precision Spraying, "
        "Hive Inspection",
        38_000,
        "Farms, Food Processing, Forestry, Agricultural Supply",
    ),
    field(
        "Public Service",
        "Housing, Fire, Youth, Archive, Border, Election, Parks, Court, Census, Water",
        "Officer, Inspector, Clerk, Planner, Caseworker, Ranger, Registrar, Adviser",
        "Case Notes, Public Hearings, Benefit Rules, Emergency Radio, Records Management, Site Inspections, Statutory "
        "Notices, Mediation, Grant Applications, Community Outreach, Evidence Handling, Permit Review, Survey Design, "
        "Plain Language Writing, Procurement Rules",
        50_000,
        "Local Government, National Government, Courts, Charities",
    ),
    field(
        "Manufacturing",
        "Machine, Textile, Paper, Glass, Packaging, Furniture, Ceramics, Plastics, Printing, Foundry",
        "Operator, Setter, Designer, Inspector, Mechanic, Planner, Finisher, Engineer",
        "CNC Programming, Quality Inspection, Lean Production, Tolerances, Preventive Maintenance, Injection Molding, "
        "Statistical Process Control, Machine Setup, Calipers, Technical Drawing, Robot Teaching, Surface Finishing, "
        "Material Testing, Shift Handover, Tool Changes",
        45_000,
        "Machinery, Food Production, Furniture, Automotive Supply",
    ),
    field(
        "Science",
        "Marine, Climate, Soil, Genetics, Polymer, Optics, Food, Water, Archaeology, Acoustics",
        "Scientist, Technician, Analyst, Researcher, Surveyor, Engineer, Modeler, Curator",
        "Experimental Design, Statistics, Field Sampling, Microscopy, Spectroscopy, R, Grant Writing, Peer Review, "
        "Instrument Calibration, Geographic Information Systems, Laboratory Safety, Sequencing, Numerical Modeling, "
        "Data Archiving, Scientific Writing",
        72_000,
        "Universities, Research Institutes, Environmental Services, Pharmaceuticals",
    ),
    field(
        "Retail",
        "Grocery, Book, Garden, Jewelry, Pharmacy, Fashion, Bicycle, Furniture, Electronics, Toy",
        "Buyer, Manager, Merchandiser, Adviser, Clerk, Repairer, Supervisor, Cashier",
        "Merchandise Display, Point of Sale Systems, Stock Ordering, Returns Handling, Price Labels, Product Advice, "
        "Loss Prevention, Shift Planning, Online Orders, Supplier Talks, Seasonal Planning, Gift Wrapping, Shelf "
        "Space Planning, Loyalty Programs, Repair Intake",
        33_000,
        "Supermarkets, Specialty Shops, Online Trade, Department Stores",
    ),
    field(
        "Social Care",
        "Family, Disability, Addiction, Elder, Refugee, Foster, Debt, School, Crisis, Community",
        "Counselor, Worker, Adviser, Coordinator, Advocate, Supporter, Manager, Mediator",
        "Motivational Interviewing, Safeguarding Reports, Support Planning, Home Visits, De-escalation, "
        "Trauma-Informed Care, Benefits Advice, Group Facilitation, Referral Networks, Manual Handling, Personal Care, "
        "Crisis Calls, Confidentiality Rules, Outcome Tracking, Volunteer Training",
        43_000,
        "Charities, Local Government, Care Homes, Schools",
    ),
    field(
        "Sales and Service",
        "Call Center, Export, Field, Software, Travel, Car, Medical Supply, Key Account, Renewal, Showroom",
        "Representative, Agent, Manager, Adviser, Trainer, Supervisor, Coordinator, Consultant",
        "CRM Software, Cold Calls, Needs Analysis, Contract Terms, Ticketing Systems, Product Demonstrations, Pipeline "
        "Reports, Knowledge Base Writing, Live Chat, Complaint Handling, Call Scripts, Quotations, Territory Planning, "
        "Service Levels, Customer Onboarding",
        46_000,
        "Wholesale Trade, Software Publishing, Travel Agencies, Contact Centers",
    ),
)
# Prefixes for more titles, when all pairs of subject and noun are used.
PREFIXES = words(
    ", Mobile, Regional, Night, Chief, Visiting, Rural, Urban, Export, Reserve, Seasonal, Traveling, Evening, Island, "
    "Mountain, Itinerant"
)
GENERAL_SKILLS = words(
    "Project Planning, Presentation Software, Budgeting, First Aid, Technical Writing, Data Entry, Supplier "
    "Management, Quality Assurance, Video Meetings, Contract Reading, Digital Filing, Health and Safety Rules, "
    "Word Processing, Data Protection, Shift Scheduling, Report Writing, Training Others, Process Mapping, Email "
    "Writing, Translation"
)
SOFT_SKILLS = words(
    "Patience, Attention to Detail, Teamwork, Listening, Adaptability, Empathy, Time Management, Problem Solving, "
    "Clear Speech, Negotiation, Calm under Pressure, Curiosity, Reliability, Leadership, Creativity, Tact, "
    "Decision Making, Physical Stamina, Self-Discipline, Openness to Feedback"
)
EDUCATION = (
    "No formal educational credential",
    "High school diploma or equivalent",
    "Some college, no degree",
    "Postsecondary nondegree award",
    "Associate's degree",
    "Bachelor's degree",
    "Master's degree",
    "Doctoral or professional degree",
)
# Currency, country, and the exchange rate of a US dollar.
MARKETS = (("USD", "US", 1.0), ("GBP", "UK", 0.66), ("EUR", "Germany", 0.82), ("INR", "India", 21.0))
MARKET_WEIGHTS = (70, 14, 12, 4)
LEVELS = (
    ("Junior", "0-2 years", 0.72),
    ("", "2-5 years", 1.0),
    ("Senior", "5-9 years", 1.3),
    ("Lead", "8+ years", 1.62),
)


@dataclass(frozen=True, slots=True)
class RoleTitle:
    title: str
    subject: str
    noun: str
    field: Field

    @property
    def slug(self) -> str:
        return self.title.lower().replace(" ", "-")


def generate(count: int) -> Iterator[GuideDocument]:
    """Generate the first `count` guides, each valid by `guides.document.rules`.

    Raises ValueError if there are not enough titles; there are about twenty thousand.
    """
    known = role_titles()
    if count > len(known):
        raise ValueError(f"there are only {len(known)} titles")
    neighbors = _by_category(known[:count])
    unwritten = _by_category(known[count : count + 200])
    for role in known[:count]:
        category = role.field.category
        yield _guide(role, neighbors[category], unwritten.get(category, []))


def role_titles() -> list[RoleTitle]:
    """All titles, with the fields mixed and those without a prefix first."""
    found = []
    for prefix in PREFIXES:
        titles = [
            RoleTitle(" ".join(filter(None, (prefix, subject, noun))), subject, noun, field)
            for field in FIELDS
            for subject in field.subjects
            for noun in field.nouns
        ]
        random.Random(f"{SEED} {prefix}").shuffle(titles)
        found += titles
    return list({role.slug: role for role in found}.values())


def _by_category(known: Sequence[RoleTitle]) -> dict[str, list[RoleTitle]]:
    groups: dict[str, list[RoleTitle]] = {}
    for role in known:
        groups.setdefault(role.field.category, []).append(role)
    return groups


def _guide(role: RoleTitle, neighbors: list[RoleTitle], unwritten: list[RoleTitle]) -> GuideDocument:
    chance = random.Random(f"{SEED} {role.title}")
    others = [other for other in neighbors if other != role]
    goals = chance.sample(others, min(len(others), 4))
    facts, levels, career_path = _figures(chance, role, goals)
    related = [*goals[1:], *chance.sample(unwritten, min(len(unwritten), chance.randint(0, 2)))]
    skills = _skills(chance, role)
    return GuideDocument(
        title=role.title,
        slug=role.slug,
        summary=_summary(role, skills),
        details=_details(chance, role),
        key_facts=facts,
        sections=_sections(role, skills),
        responsibilities=tuple(f"Take care of {skill.name.lower()} from start to finish." for skill in skills[:6]),
        education_requirements=("A certificate in the field", "Training on the job"),
        skills=skills,
        steps=_steps(role, skills),
        salary_levels=levels,
        career_path=career_path,
        specializations=tuple(
            Specialization(name=f"{skill.name} Specialist", description=f"Spends the day on {skill.name.lower()}.")
            for skill in skills[1:4]
        ),
        pros=_sample(chance, PROS, 4),
        cons=_sample(chance, CONS, 4),
        faqs=_questions(role, skills),
        resources=(
            Resource(kind="resume", title=f"{role.title} Resume Examples", blurb="To start from."),
            Resource(kind="interview", title=f"{role.title} Interview Questions", blurb="To practice with."),
        ),
        related=tuple(
            RelatedRole(title=other.title, slug=other.slug, blurb=f"Also works in {other.field.category.lower()}.")
            for other in related
        ),
    )


PROS = (
    "The work is needed everywhere.",
    "Results can be seen at the end of a day.",
    "Training is paid for by many employers.",
    "Hours can be planned weeks ahead.",
    "The team helps out.",
    "There is room to specialize.",
    "Pay rises with experience.",
    "No two weeks are alike.",
)
CONS = (
    "Busy seasons mean overtime.",
    "Much of the day is spent standing.",
    "Rules change every year.",
    "Weekend shifts are common at the start.",
    "Deadlines come all at once.",
    "Noise cannot be avoided.",
    "Paperwork takes a third of the time.",
    "The first levels are crowded.",
)


def _sample(chance: random.Random, pool: Sequence[str], most: int) -> tuple[str, ...]:
    return tuple(chance.sample(pool, chance.randint(2, most)))


def _stated(chance: random.Random, value, share: float = 0.88):
    """The value, or None for a fact that the guide does not state."""
    return value if chance.random() < share else None


def _details(chance: random.Random, role: RoleTitle) -> Details:
    source = Source(covers="key_facts", name="Register of Occupations", url="https://example.org/", as_of="2025-05")
    return Details(
        category=_stated(chance, role.field.category, 0.96),
        alternative_titles=(f"{role.noun} for {role.subject}",),
        education_level=_stated(chance, chance.choices(EDUCATION, (2, 8, 2, 4, 4, 9, 3, 1))[0]),
        remote_work=_stated(chance, chance.choice(REMOTE_WORK), 0.7),
        sources=(source,) if chance.random() < 0.6 else (),
        **_qualifying(role),
    )


def _qualifying(role: RoleTitle) -> dict:
    """Time, cost and a license, for roles of the fields in which the work is often licensed."""
    if role.field.category not in ("Health Care", "Construction"):
        return {}
    return {
        "time_to_qualify": "2 to 4 years, half of them paid",
        "cost_to_qualify": "Nothing beyond the fee for the exam",
        "licenses": (License(name=f"{role.noun} license", body="the board of each state", where="varies by state"),),
    }


def _figures(
    chance: random.Random, role: RoleTitle, goals: Sequence[RoleTitle]
) -> tuple[KeyFacts, tuple[SalaryLevel, ...], tuple[CareerStep, ...]]:
    """Facts, pay by level and career path; the path ends with the title of another guide, if there are others."""
    currency, country, rate = chance.choices(MARKETS, MARKET_WEIGHTS)[0]
    median = _round(role.field.median * rate * chance.lognormvariate(0, 0.28))
    steps = [(" ".join(filter(None, (prefix, role.title))), years, factor) for prefix, years, factor in LEVELS]
    if goals:
        steps[-1] = (goals[0].title, *steps[-1][1:])
    levels = tuple(
        SalaryLevel(
            title=title, median=_round(median * factor), average=_round(median * factor * chance.gauss(1.03, 0.03))
        )
        for title, _, factor in steps
    )
    career_path = tuple(
        CareerStep(
            title=title,
            experience=years,
            years_min=int(years[0]),
            years_max=None if "+" in years else int(years.split("-")[1].split()[0]),
            description="Takes on more of the work, and more of the say in it.",
            focus_areas="Learns the trade and its people." if years.startswith("0") else "Teaches others.",
        )
        for title, years, _ in steps
    )
    levels = _stated(chance, levels, 0.94) or ()
    has_median, has_range = chance.random() < 0.9, chance.random() < 0.85
    facts = KeyFacts(
        currency=currency if levels or has_median or has_range else None,
        country=country,
        median_salary=median if has_median else None,
        salary_low=_round(median * 0.68) if has_range else None,
        salary_high=_round(median * chance.uniform(1.4, 1.9)) if has_range else None,
        salary_high_is_open=has_range and chance.random() < 0.4,
        **_prospects(chance),
        top_industries=role.field.industries,
        typical_education="What employers ask for differs; a certificate helps.",
    )
    return facts, levels, career_path


def _prospects(chance: random.Random) -> dict[str, object]:
    growth = _stated(chance, round(chance.gauss(4, 5)))
    openings = _stated(chance, max(100, round(chance.lognormvariate(9.5, 1.1), -2)))
    note = "" if growth is None else "faster than average" if growth > 5 else "as fast as average"
    return {
        "growth_percent": growth,
        "growth_note": note if growth is None or growth >= 0 else "declining",
        "annual_openings": None if openings is None else int(openings),
        "annual_openings_is_approximate": openings is not None,
    }


def _round(amount: float) -> int:
    """Round to three digits, as in published figures."""
    return int(float(f"{amount:.3g}"))


def _skills(chance: random.Random, role: RoleTitle) -> tuple[Skill, ...]:
    own = chance.sample(role.field.skills, 7)
    general = chance.sample(GENERAL_SKILLS, 3)
    technical = [
        Skill(kind="technical", name=name, detail=f"Needed from the first week as {role.noun.lower()}.") for name in own
    ]
    technical += [Skill(kind="technical", name=name) for name in general]
    soft = [
        Skill(kind="soft", name=name, detail=f"{name} carries the team through a long day.")
        for name in chance.sample(SOFT_SKILLS, 5)
    ]
    return tuple(technical + soft)


def _article(name: str) -> str:
    return "an" if name[0] in "AEIO" else "a"


def _summary(role: RoleTitle, skills: Sequence[Skill]) -> str:
    article = _article(role.title)
    return (
        f"{article.capitalize()} {role.title} works in {role.field.category.lower()} and needs "
        f"{skills[0].name.lower()} and {skills[1].name.lower()} every day. The work is varied, the rules are many, "
        f"and the people who stay say that {skills[-1].name.lower()} matters most."
    )


def _sections(role: RoleTitle, skills: Sequence[Skill]) -> tuple[Section, ...]:
    day = (
        f"The {role.title} looks after everything that concerns {role.subject.lower()}. "
        f"Days begin with {skills[2].name.lower()} and end with a handover. **Most employers** expect both."
    )
    later = (
        f"Whoever has learned {skills[3].name.lower()} finds work in {role.field.industries[0].lower()} "
        "first.\n\n"
        f"- {skills[4].name}\n- {skills[5].name}\n\nLater the work moves to {role.field.industries[1].lower()}."
    )
    return (
        Section(
            kind="overview",
            heading=f"What is {_article(role.title)} {role.title}?",
            body=f"{day}\n\n{later}",
        ),
        Section(kind="work_environment", heading="Work Environment", body=day),
        Section(kind="salary_outlook", heading=f"{role.title} Salary & Outlook", body=later),
        Section(kind="market_trends", heading="Market Trends", body=f"{later}\n\n{day}"),
    )


def _steps(role: RoleTitle, skills: Sequence[Skill]) -> tuple[Step, ...]:
    texts = (
        f"Learn {skills[0].name.lower()}, at school or on the job.",
        f"Work beside {_article(role.noun)} {role.noun.lower()} for a season.",
        f"Add {skills[1].name.lower()} and take the examination.",
        "Apply where the tools are known to you.",
    )
    return tuple(Step(number=number, text=text) for number, text in enumerate(texts, start=1))


def _questions(role: RoleTitle, skills: Sequence[Skill]) -> tuple[FAQ, ...]:
    return (
        FAQ(
            question=f"How long does it take to become {_article(role.title)} {role.title}?",
            answer="Two years on average.",
        ),
        FAQ(question=f"Is {skills[0].name} hard to learn?", answer="It takes practice more than talent."),
        FAQ(question="Is the work lonely?", answer="Rarely: most tasks are done in pairs."),
    )


def fill(count: int) -> None:
    """Publish guides in the database of the settings; existing guides stay unchanged."""
    from django.db import transaction
    from tqdm import tqdm

    documents = generate(count)
    with tqdm(total=count, unit="guide", leave=False, disable=None) as bar:
        while batch := list(islice(documents, AT_ONCE)):
            with transaction.atomic():
                for document in batch:
                    _publish(document)
                    bar.update()


def _publish(document: GuideDocument) -> None:
    from guides.editing.publishing import publish
    from guides.editing.revisions import record_revision
    from guides.editing.rows import role_known_as, write_document
    from guides.models import Revision, Role

    role = role_known_as(document.slug) or Role(import_key=document.slug)
    write_document(role, document)
    record_revision(role, Revision.Kind.IMPORT)
    publish(role.revisions.latest())


def main(count: int) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "careerguide.settings")
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    fill(count)
    print(f"{count} guides")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 60)
