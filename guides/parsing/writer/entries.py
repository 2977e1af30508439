"""Writes entries of a name and a text: specializations, related roles, resources and questions."""

from guides.document.lines import read_line
from guides.document.shape import LISTS, GuideDocument, Resource
from guides.document.slugs import slugify
from guides.document.words import RELATED_LINK, RESOURCE_LINK, RESOURCE_LINKS, resource_kind, split_question
from guides.parsing import headings
from guides.parsing.writer.layout import Blocks, body, bullets, is_name, is_plain_name, mark


def entry_blocks(document: GuideDocument, name: str) -> Blocks:
    """The rows of a list that are a name and a text."""
    name_is_due = True
    for words, text in map(LISTS[name].name_and_text, getattr(document, name)):
        plain = name_is_due and is_plain_name(words)
        yield words if plain else mark(words, headings.ENTRY_MARKS.get(name, name))
        if text:
            yield body(text)
        name_is_due = bool(text)


def plain_blocks(document: GuideDocument, kind: str) -> Blocks:
    """The lists of a section without a writer of their own: bullets, or names with a text."""
    for name, host in headings.PLAIN_LISTS.items():
        if host == kind and getattr(document, name):
            yield headings.DEFAULT_HEADINGS[name]
            yield from entry_blocks(document, name) if LISTS[name].is_part else [bullets(getattr(document, name))]


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
        line = read_line(faq.question)
        asks = faq.question.endswith("?") and is_name(faq.question) and not split_question(line)[0]
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
