"""Starting a guide from an official occupation: a draft with figures, skills and tasks, each with its source.

Nothing is invented: what the releases do not say is left empty. Tasks are the publisher's words, which the editors'
checks point out until somebody rewrites them. Nothing is published.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from django.db import transaction

from guides.document import GuideDocument
from guides.document.lines import plain_line
from guides.document.plurals import singular
from guides.document.provenance import Provenance
from guides.document.shape import Details, KeyFacts, OccupationLink, RelatedRole, Skill, Source
from guides.document.slugs import DistinctSlugs, slugify
from guides.editing.clashes import owner_of_address
from guides.editing.revisions import replace_document
from guides.editing.rows import read_document, roles_known_as
from guides.models import OccupationIndex, Revision, Role
from guides.models.index import GuideIndex
from guides.official.attribution import publication_of
from guides.official.models import AlternateTitle, Release, Technology
from guides.official.occupations import OccupationPage, occupation_page
from guides.official.places import pay_of
from guides.pages.occupation_document import hourly_pay, published_facts

Table = Release.Table
LEAST_IMPORTANCE = 300  # hundredths: important
MOST_SKILLS, MOST_CATEGORIES, MOST_IN_CATEGORY, MOST_TASKS, MOST_INDUSTRIES = 12, 12, 6, 30, 4


class StartError(Exception):
    """A guide that cannot be started; the message explains why to the editor."""


@transaction.atomic
def start_guide(code: str, title: str = "", *, by=None) -> Role:
    """Make a draft from an O*NET occupation, under a title or by default the occupation's in the singular.

    Fills a role at the title's address that is still empty. Raises StartError if there is no such occupation, or a
    guide with content at that address.
    """
    page = occupation_page(code)
    if page is None:
        raise StartError(f"There is no occupation {code}.")
    title = plain_line(title) or singular_titles({code: page.occupation.title})[code]
    slug = slugify(title)
    role = roles_known_as([slug]).get(slug) or Role(slug=slug, import_key=slug)
    if owner_of_address(slug, role) or role.deleted_at or (role.pk and read_document(role).has_content):
        raise StartError(f"The guide “{owner_of_address(slug, role) or role}” already has the address “{slug}”.")
    document = started_document(page, title, slug)
    releases = ", ".join(sorted({f"{publication_of(release).product} {release.name}" for release in _used(page)}))
    comment = f"Started from {code} {page.occupation.title}: {releases}"[:200]
    replace_document(role, document, Revision.Kind.EDIT, by=by, comment=comment)
    return Role.objects.get(slug=slug)


def started_document(page: OccupationPage, title: str, slug: str) -> GuideDocument:
    """The guide that the releases can tell of an occupation."""
    facts, known = _key_facts(page)
    tasks = [task for task in page.tasks if task.is_core] or page.tasks
    return GuideDocument(
        title=title,
        slug=slug,
        details=Details(
            education_level=_education(page) or None,
            sources=tuple(_sources(page)),
            occupations=(OccupationLink(code=page.occupation.code),),
        ),
        key_facts=facts,
        responsibilities=tuple(dict.fromkeys(plain_line(task.words) for task in tasks))[:MOST_TASKS],
        skills=(*_technical_skills(page.technologies), *_other_skills(page)),
        related=tuple(_related(page, slug)),
        other_pay=tuple(hourly_pay(page.pay)),
        provenance=tuple(known),
    )


# -- titles --


def singular_titles(titles: dict[str, str]) -> dict[str, str]:
    """By code, the occupation's title in the singular where its publisher lists it as an alternate one, else as it is:
    `Customer Service Representatives` is `Customer Service Representative`."""
    release = Release.objects.current().filter(table=Table.ALTERNATE_TITLES)
    rows = AlternateTitle.objects.filter(release__in=release, occupation__in=titles).values_list("occupation", "title")
    listed = {(code, title.partition(" (")[0]) for code, title in rows}  # Registered Nurse (RN)
    return {
        code: next((form for form in _singular_forms(title) if (code, form) in listed), title)
        for code, title in titles.items()
    }


def _singular_forms(title: str) -> list[str]:
    """What the singular of a title may be: with the last word changed, or every word."""
    words = title.split()
    return [" ".join((*words[:-1], singular(words[-1]))), " ".join(map(singular, words))]


# -- parts --


def _key_facts(page: OccupationPage) -> tuple[KeyFacts, Sequence[Provenance]]:
    facts, known = published_facts(page.pay, page.outlook)
    return replace(facts, top_industries=_industries(page)), known


def _education(page: OccupationPage) -> str:
    return page.outlook.projection.education if page.outlook else ""


def _industries(page: OccupationPage) -> tuple[str, ...]:
    """The industries with most jobs, where their figures are on the site."""
    pay = pay_of(page.occupation.code)
    return tuple(place.name for place in pay.largest_industries[:MOST_INDUSTRIES]) if pay else ()


def _technical_skills(technologies: Iterable[Technology]) -> Iterator[Skill]:
    """The technologies that employers ask for, by category, those with the most in demand first."""
    categories: dict[str, list[str]] = {}
    for technology in technologies:
        if technology.is_in_demand or technology.is_hot:
            categories.setdefault(technology.category, []).append(technology.name)
    for category, names in list(categories.items())[:MOST_CATEGORIES]:
        yield Skill(kind="technical", name=category, detail=", ".join(names[:MOST_IN_CATEGORY]))


def _other_skills(page: OccupationPage) -> Iterator[Skill]:
    """The skills that matter most."""
    for rating in page.skills[:MOST_SKILLS]:
        if rating.value >= LEAST_IMPORTANCE:
            detail = f"Importance {rating.value / 100:.2f} of 5"
            yield Skill(kind="soft", name=rating.element.name, detail=detail)


def _related(page: OccupationPage, own: str) -> Iterator[RelatedRole]:
    """The occupations most alike: the guides that cover them where there are some, else under their own titles."""
    codes = {summary.code: summary.title for summary in page.related}
    links = OccupationIndex.objects.filter(guide__in=GuideIndex.objects.live(), code__in=codes, level="")
    guides = {link.code: link.guide for link in links.select_related("guide").order_by("-guide__title_key", "-pk")}
    titles, distinct = singular_titles(codes), DistinctSlugs([own])
    for code in codes:
        if code in guides:
            title, slug = guides[code].title, guides[code].slug
        else:
            title, slug = titles[code], slugify(titles[code])
        if slug not in distinct.taken:
            yield RelatedRole(title=title, slug=distinct.take(slug))


def _sources(page: OccupationPage) -> Iterator[Source]:
    """The source of each part, as readers see it."""
    covered = (
        ("education", Table.PROJECTIONS, _education(page)),
        ("responsibilities", Table.TASKS, page.tasks),
        ("technical_skills", Table.TECHNOLOGIES, page.technologies),
        ("soft_skills", Table.SKILLS, page.skills),
        ("related", Table.RELATED, page.related),
    )
    for covers, table, found in covered:
        if found:
            publication = publication_of(page.releases[table])
            words = (publication.publisher, f"{publication.product} {page.releases[table].name}", publication.license)
            yield Source(covers=covers, name=", ".join(filter(None, words)), url=publication.address)


def _used(page: OccupationPage) -> list[Release]:
    tables = (Table.NATIONAL_WAGES, Table.PROJECTIONS, Table.TECHNOLOGIES, Table.SKILLS, Table.TASKS, Table.RELATED)
    return [page.releases[table] for table in tables if table in page.releases]
