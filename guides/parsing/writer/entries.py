"""Writes entries of a name and a text: specializations, related roles, resources and questions."""

from guides.document.lines import read_line
from guides.document.shape import GuideDocument, Resource
from guides.document.words import RELATED_LINK, RESOURCE_LINK, RESOURCE_LINKS, resource_kind, slugify
from guides.parsing.writer.layout import Blocks, body, is_plain_name, is_structure, mark


def specialization_blocks(document: GuideDocument) -> Blocks:
    name_is_due = True
    for entry in document.specializations:
        plain = name_is_due and is_plain_name(entry.name)
        yield entry.name if plain else mark(entry.name, "specialization")
        if entry.description:
            yield body(entry.description)
        name_is_due = bool(entry.description)


def resource_blocks(resources: list[Resource], role: str) -> Blocks:
    for resource in resources:
        plain = is_plain_name(resource.title) and resource_kind(resource.title, role) == resource.kind
        yield resource.title if plain else mark(resource.title, "resource", resource.kind)
        if resource.blurb:
            yield body(resource.blurb)
        yield RESOURCE_LINKS.get(resource.kind, RESOURCE_LINK)


def faq_blocks(document: GuideDocument) -> Blocks:
    answer_is_due = False
    for faq in document.faqs:
        asks = faq.question.endswith("?") and not is_structure(faq.question) and not read_line(faq.question).bullet
        yield faq.question if asks and not answer_is_due else mark(faq.question, "question")
        if faq.answer:
            yield body(faq.answer, questions=True)
        answer_is_due = not faq.answer


def related_blocks(document: GuideDocument) -> Blocks:
    for role in document.related:
        plain = is_plain_name(role.title) and slugify(role.title) == role.slug
        yield role.title if plain else mark(role.title, "related", role.slug)
        if role.blurb:
            yield body(role.blurb)
        yield RELATED_LINK
