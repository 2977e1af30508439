"""Rows and documents: the one place where a role's rows are read into a guide document and written from one."""

from typing import Any

from django.db import transaction

from guides import models
from guides.document import GuideDocument
from guides.document import shape as doc
from guides.editing.positions import save_in_order
from guides.editing.vocabulary import industries_named, skills_named
from guides.models import ProCon, Role, RolePart

FACT_COLUMNS = tuple(field.name for field in models.KeyFactColumns._meta.fields)
DETAIL_COLUMNS = ("category", "education_level", "remote_work")
KEY_FACT_COLUMNS = tuple(name for name in FACT_COLUMNS if name not in (*DETAIL_COLUMNS, "summary"))


class ConflictError(ValueError):
    """A document that does not fit this site: its slug is taken, two of its related roles are one, its picture is not
    here."""


def read_document(role: Role) -> GuideDocument:
    """The document of a role's rows. Fetch the role `with_parts()`, or every part costs a query of its own."""
    pros_cons = list(role.pros_cons.all())
    return GuideDocument(
        title=role.title,
        slug=role.slug,
        summary=role.summary,
        details=_read_details(role),
        key_facts=_read_key_facts(role),
        sections=tuple(doc.Section(kind=row.kind, heading=row.heading, body=row.body) for row in role.sections.all()),
        responsibilities=tuple(row.text for row in role.responsibilities.all()),
        education_requirements=tuple(row.text for row in role.education_requirements.all()),
        skills=tuple(doc.Skill(kind=row.kind, name=row.name, detail=row.detail) for row in role.skills.all()),
        steps=tuple(doc.Step(number=row.position, text=row.text) for row in role.steps.all()),
        salary_levels=tuple(
            doc.SalaryLevel(title=row.title, median=row.median, average=row.average) for row in role.salary_levels.all()
        ),
        career_path=tuple(
            doc.CareerStep(
                title=row.title,
                experience=row.experience,
                years_min=row.years_min,
                years_max=row.years_max,
                description=row.description,
                focus_areas=row.focus_areas,
            )
            for row in role.career_steps.all()
        ),
        specializations=tuple(
            doc.Specialization(name=row.name, description=row.description) for row in role.specializations.all()
        ),
        pros=tuple(row.text for row in pros_cons if row.kind == ProCon.Kind.PRO),
        cons=tuple(row.text for row in pros_cons if row.kind == ProCon.Kind.CON),
        faqs=tuple(doc.FAQ(question=row.question, answer=row.answer) for row in role.faqs.all()),
        resources=tuple(doc.Resource(kind=row.kind, title=row.title, blurb=row.blurb) for row in role.resources.all()),
        related=tuple(
            doc.RelatedRole(title=row.title, slug=row.slug, blurb=row.blurb) for row in role.related_roles.all()
        ),
        picture=_read_picture(role),
    )


def _read_details(role: Role) -> doc.Details:
    return doc.Details(
        **{name: getattr(role, name) or None for name in DETAIL_COLUMNS},
        alternative_titles=tuple(role.alternative_titles),
        sources=tuple(
            doc.Source(covers=row.covers, name=row.name, url=row.url or None, as_of=row.as_of or None)
            for row in role.sources.all()
        ),
        **doc.marked_needs(
            [
                *((row.text, row.importance) for row in role.education_requirements.all()),
                *((row.name, row.importance) for row in role.skills.all()),
            ]
        ),
    )


def _read_picture(role: Role) -> doc.Picture | None:
    if role.lead_picture is None:
        return None
    return doc.Picture(
        name=role.lead_picture.name, alt=role.lead_picture_alt, focus_x=role.focus_x, focus_y=role.focus_y
    )


def _read_key_facts(role: Role) -> doc.KeyFacts:
    columns = {name: getattr(role, name) for name in KEY_FACT_COLUMNS}
    amounts = (role.median_salary, role.salary_low, role.salary_high)
    has_amounts = any(amount is not None for amount in amounts) or role.salary_levels.all()
    columns["currency"] = (role.currency or None) if has_amounts else None
    columns["country"] = role.country or None
    return doc.KeyFacts(**columns, top_industries=tuple(row.industry.name for row in role.industries.all()))


@transaction.atomic
def write_document(role: Role, document: GuideDocument) -> Role:
    """Make a role's rows say what the document says; rows that say it already stay as they are.

    Related roles that nobody knows yet are made, as guides in preparation. Raises ConflictError.
    """
    if other := Role.objects.exclude(pk=role.pk).filter(slug=document.slug).first():
        raise ConflictError(f"slug: expected a free one, found “{document.slug}” of “{other}”")
    for name, value in (column_values(document) | _picture_values(document.picture)).items():
        setattr(role, name, value)
    role.title, role.slug = document.title, document.slug
    role.alternative_titles = list(document.details.alternative_titles)
    role.save()
    for model, values in _row_values(role, document).items():
        _write_rows(role, model, values)
    return role


def column_values(document: GuideDocument) -> dict[str, Any]:
    """The facts of a document as values of KeyFactColumns."""
    facts, details = document.key_facts, document.details
    values = {name: getattr(facts, name) for name in KEY_FACT_COLUMNS}
    values |= {name: getattr(details, name) or "" for name in DETAIL_COLUMNS}
    values |= {"summary": document.summary, "currency": facts.currency or "", "country": facts.country or ""}
    return values


def _picture_values(picture: doc.Picture | None) -> dict[str, Any]:
    """The lead picture as columns of its role."""
    if picture is None:
        return {"lead_picture": None, "lead_picture_alt": "", "focus_x": 50, "focus_y": 50}
    stored = models.Picture.objects.named(picture.name).first()
    if stored is None:
        raise ConflictError(f"picture: expected one that was uploaded to this site, found “{picture.name}”")
    return {
        "lead_picture": stored,
        "lead_picture_alt": picture.alt,
        "focus_x": picture.focus_x,
        "focus_y": picture.focus_y,
    }


def _row_values(role: Role, document: GuideDocument) -> dict[type[RolePart], list[dict[str, Any]]]:
    """For each model the columns of its rows, in order."""
    skills = skills_named(skill.name for skill in document.skills)
    industries = industries_named(document.key_facts.top_industries)
    return {
        models.Source: [
            {"covers": source.covers, "name": source.name, "url": source.url or "", "as_of": source.as_of or ""}
            for source in document.details.sources
        ],
        models.RoleIndustry: [{"industry": industries[name]} for name in document.key_facts.top_industries],
        models.Section: _columns(document.sections, "kind", "heading", "body"),
        models.Responsibility: [{"text": text} for text in document.responsibilities],
        models.EducationRequirement: [
            {"text": text, "importance": document.importance(text)} for text in document.education_requirements
        ],
        models.RoleSkill: [
            {
                "kind": skill.kind,
                "name": skill.name,
                "detail": skill.detail,
                "importance": document.importance(skill.name),
                "skill": skills[skill.name],
            }
            for skill in document.skills
        ],
        models.Step: _columns(document.steps, "text"),
        models.SalaryLevel: _columns(document.salary_levels, "title", "median", "average"),
        models.CareerStep: _columns(
            document.career_path, "title", "experience", "years_min", "years_max", "description", "focus_areas"
        ),
        models.Specialization: _columns(document.specializations, "name", "description"),
        ProCon: [{"kind": ProCon.Kind.PRO, "text": text} for text in document.pros]
        + [{"kind": ProCon.Kind.CON, "text": text} for text in document.cons],
        models.FAQ: _columns(document.faqs, "question", "answer"),
        models.Resource: _columns(document.resources, "kind", "title", "blurb"),
        models.RelatedRole: _related_values(role, document),
    }


def _columns(parts: tuple, *names: str) -> list[dict[str, Any]]:
    return [{name: getattr(part, name) for name in names} for part in parts]


def _related_values(role: Role, document: GuideDocument) -> list[dict[str, Any]]:
    values, seen = [], {role.pk}
    for related in document.related:
        target = role_known_as(related.slug) or _make_role(related)
        if target.pk in seen:
            raise ConflictError(f"related: expected another role, named once, found “{related.title}”")
        seen.add(target.pk)
        values.append({"target": target, "title": related.title, "slug": related.slug, "blurb": related.blurb})
    return values


def role_known_as(slug: str) -> Role | None:
    """The role that has, had or first came under a slug, in this order."""
    for lookup in ("slug", "published_slugs__slug", "import_key"):  # one index each; an OR of them would use none
        if role := Role.objects.filter(**{lookup: slug}).first():
            return role
    return None


def _make_role(related: doc.RelatedRole) -> Role:
    return Role.objects.create(title=related.title, slug=related.slug, import_key=related.slug)


def _write_rows(role: Role, model: type[RolePart], values: list[dict[str, Any]]) -> None:
    """Rows with these columns in this order: first those that are stored already, then others made over or new."""
    stored = list(model.objects.filter(role=role))
    if len(stored) == len(values) and all(map(_says, stored, values)):
        return
    rows: list[RolePart | None] = [_take(stored, wanted) for wanted in values]
    for index, wanted in enumerate(values):
        if rows[index] is None:
            row = stored.pop(0) if stored else model()
            for name, value in wanted.items():
                setattr(row, name, value)
            rows[index] = row
    save_in_order(model, role, rows)


def _says(row: RolePart, wanted: dict[str, Any]) -> bool:
    return all(getattr(row, name) == value for name, value in wanted.items())


def _take(stored: list[RolePart], wanted: dict[str, Any]) -> RolePart | None:
    """Take the first stored row that says what is wanted out of the list."""
    for index, row in enumerate(stored):
        if _says(row, wanted):
            return stored.pop(index)
    return None
