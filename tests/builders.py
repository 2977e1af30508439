"""Small guides, texts and accounts for tests; each argument replaces a default."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from PIL import Image

from guides.document import GuideDocument
from guides.document.licenses import License
from guides.document.material import GlossaryTerm, InterviewQuestion, JobAd, SampleLetter, SampleResume
from guides.document.search_words import spell, tokens_of
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
from guides.editing.importing import Importer, Options, store_text
from guides.editing.picture_uploads import encode, store
from guides.editing.publishing import publish
from guides.editing.revisions import record_revision
from guides.editing.rows import write_document
from guides.models import Picture, Revision, Role
from guides.parsing import write_guide
from guides.toolkit.job_description.first_rules import FirstTemplate, read_template

FIRST_RULES = Path(__file__).parent / "toolkit" / "first_rules"  # templates as stored, and hashes of their files


# Tool material of a guide, one row of each part or more.
MATERIAL = {
    "interview": (
        InterviewQuestion(
            id="first-storm",
            kind="behavioral",
            question="Tell me about your first storm.",
            looks_for="Calm.",
            plan="- What came\n- What you did",
            sample="The lamp went out, and I lit it again.",
        ),
    ),
    "resumes": (
        SampleResume(
            situation="First job",
            person="Maya Torres",
            headline="Rower who reads the weather",
            profile="I grew up at the harbor.",
            experience="Ferry Hand; Bay Ferries; Cork; 2023\n- Tied up ferries",
            skills="knots; radio",
            education="Harbor School, 2023",
            notes="It begins with the sea.",
        ),
    ),
    "letters": (SampleLetter(situation="First job", body="Dear Harbor Board,\n\nI keep watch.", notes="Short."),),
    "job_ads": (
        JobAd(summary="Keep our light.", duties="- Trim the wick", must_haves="- A radio certificate"),
        JobAd(level="Principal Keeper", nice_to_haves="- A second language"),
    ),
    "glossary": (GlossaryTerm(term="Fresnel lens", meaning="A lens of rings, thin and strong."),),
}


def make_document(**overrides) -> GuideDocument:
    """A guide with one or two of everything."""
    parts = {
        "title": "Lighthouse Keeper",
        "slug": "lighthouse-keeper",
        "summary": "Keepers look after a light and the ships that trust it.",
        "details": Details(
            category="Coast",
            alternative_titles=("Light Keeper", "Wickie"),
            education_level="Certificate",
            remote_work="rare",
            sources=(Source(covers="key_facts", name="Harbor Board", url="https://example.org/pay", as_of="2025-05"),),
            time_to_qualify="Two years beside another keeper",
            cost_to_qualify="About €900 for the radio course",
            licenses=(
                License(name="Radio certificate", body="the harbor authority", where="all coasts"),
                License(name="Boat license", url="https://example.org/boats"),
            ),
        ),
        "key_facts": KeyFacts(
            currency="EUR",
            country="IE",
            median_salary=41_000,
            salary_low=30_000,
            salary_high=60_000,
            salary_high_is_open=True,
            growth_percent=-2.5,
            growth_note="slower than others",
            annual_openings=120,
            annual_openings_is_approximate=True,
            top_industries=("Shipping", "Museums"),
            typical_education="A seafarer's certificate.",
        ),
        "sections": (
            Section(kind="overview", heading="What is a Lighthouse Keeper?", body="A keeper **keeps** the light."),
            Section(kind="faq", heading="Frequently Asked Questions", body="What people ask."),
            Section(kind="other", heading="Weather", body="It is windy.\n\n- Rain\n- Fog"),
        ),
        "responsibilities": ("Trim the wick.", "Log every ship."),
        "education_requirements": ("Radio certificate",),
        "skills": (
            Skill(kind="technical", name="Lamp Maintenance", detail="Fresnel lenses"),
            Skill(kind="soft", name="Patience", detail="Nights are long."),
        ),
        "steps": (Step(number=1, text="Learn the tides."), Step(number=2, text="Serve a winter.")),
        "salary_levels": (
            SalaryLevel(title="Assistant Keeper", median=34_000, average=35_000),
            SalaryLevel(title="Principal Keeper", median=52_000, average=50_500),
        ),
        "career_path": (
            CareerStep(
                title="Assistant Keeper", experience="0-2 years", years_min=0, years_max=2, description="Helps."
            ),
            CareerStep(title="Principal Keeper", experience="6+ years", years_min=6, focus_areas="Leads a station."),
        ),
        "specializations": (Specialization(name="Fog Signals", description="Keeps the horn."),),
        "pros": ("The view",),
        "cons": ("The stairs", "The winters"),
        "faqs": (FAQ(question="Is it lonely?", answer="Sometimes."),),
        "resources": (Resource(kind="resume", title="Lighthouse Keeper Resume Examples", blurb="To start from."),),
        "related": (RelatedRole(title="Harbor Pilot", slug="harbor-pilot", blurb="Goes out to the ships."),),
    }
    return GuideDocument(**{**parts, **overrides})


def make_text(**overrides) -> bytes:
    return write_guide(make_document(**overrides)).encode()


def make_role(document: GuideDocument | None = None, import_key: str = "", **overrides) -> Role:
    """A role with rows and its first revision; a draft with the same slug is filled in place."""
    document = replace(document, **overrides) if document else make_document(**overrides)
    key = import_key or document.slug
    role = write_document(Role.objects.filter(import_key=key).first() or Role(import_key=key), document)
    record_revision(role, Revision.Kind.IMPORT)
    store_text(role, document)
    return role


def make_live(document: GuideDocument | None = None, **overrides) -> Role:
    role = make_role(document, **overrides)
    publish(role.revisions.latest())
    return role


def make_live_unedited(document: GuideDocument | None = None) -> Revision:
    """A live guide without rows: quick, and all the same to readers, whose pages read no rows."""
    document = document or make_document()
    role = Role.objects.create(import_key=document.slug, slug=document.slug, title=document.title)
    canonical = {"document": document.canonical(), "sha256": document.sha256()}
    revision = Revision.objects.create(role=role, number=1, kind=Revision.Kind.IMPORT, **canonical)
    publish(revision)
    return revision


def make_image(size=(1800, 1200), kind="JPEG", mode="RGB", **options) -> bytes:
    """A file of a picture that is red on its left half and blue on its right."""
    image = Image.new("RGB", size, "red")
    image.paste("blue", (size[0] // 2, 0, *size))
    file = BytesIO()
    image.convert(mode).save(file, kind, **options)
    return file.getvalue()


def make_picture(alt="A red and a blue half.", **options) -> Picture:
    """A stored picture; use it with the fixture `media`."""
    return store(Picture(alt=alt), encode(BytesIO(make_image(**options))))


def make_editor(*, may_publish: bool = True):
    """A member of staff with the permissions of this app."""
    user = get_user_model().objects.create(username="ed" if may_publish else "ed-without-publish", is_staff=True)
    permissions = Permission.objects.filter(content_type__app_label="guides")
    user.user_permissions.set(permissions if may_publish else permissions.exclude(codename="publish_role"))
    return user


def keeper() -> Role:
    """The role of `make_document`, as it is stored now."""
    return Role.objects.with_parts().get(import_key="lighthouse-keeper")


def disagree(ours: dict, theirs: dict) -> Role:
    """The role of `make_document`, edited, in conflict with a text that was imported after that."""
    role = make_role()
    write_document(role, make_document(**ours))
    record_revision(role, Revision.Kind.EDIT)
    Importer(Options()).import_text(make_text(**theirs), "guide.txt")
    return keeper()


def make_bare_guide(title, **parts):
    """A live guide that says nothing but its title and what is given."""
    empty = {
        "summary": "",
        "details": Details(),
        "sections": (),
        "responsibilities": (),
        "education_requirements": (),
        "skills": (),
        "steps": (),
        "career_path": (),
        "specializations": (),
        "pros": (),
        "cons": (),
        "faqs": (),
        "related": (),
    }
    return make_live(title=title, slug="-".join(map(spell, tokens_of(title))) or "x", **{**empty, **parts})


def first_template(rules: int) -> FirstTemplate:
    """A template as it was stored under rules 1 or 2."""
    return read_template((FIRST_RULES / f"rules-{rules}.json").read_text(encoding="utf-8"))
