"""The addresses of the site, in two lists: public and private."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from guides.document import tools as registry
from guides.document.words import PICTURE_NAME
from guides.rendering.pictures import ROUTE
from guides.web import (
    about,
    browse,
    changes,
    compare,
    cover_letter,
    editor,
    feeds,
    guides,
    home,
    interview,
    job_description,
    machines,
    my_pay,
    occupations,
    oembed,
    pack,
    pay_by_place,
    pictures,
    previews,
    readiness,
    resume,
    salaries,
    search,
    skills,
    skills_gap,
)
from guides.web.bodies import takes_forms
from guides.web.caching import private, public
from guides.web.stateless import FILE_FORM_BYTES


class PictureConverter(StringConverter):
    regex = PICTURE_NAME.pattern


class OccupationCodeConverter(StringConverter):
    """What may be meant as the code of an occupation; no database accepts some other signs."""

    regex = r"[\w.-]+"


register_converter(PictureConverter, "picture")
register_converter(OccupationCodeConverter, "occupation")

# The same for every reader: stored by browsers and proxies, and revalidated on each request.
PUBLIC = [
    path("", home.home, name="home"),
    # /guides/
    path("guides/", browse.guide_list, name="guide_list"),
    path("guides/<slug:slug>/", guides.guide, name="guide"),
    path("guides/<slug:slug>/changes/", changes.guide_changes, name="guide_changes"),
    path("guides/<slug:slug>.json", machines.guide_json, name="guide_json"),
    path("guides/<slug:slug>.txt", machines.guide_text, name="guide_text"),
    path("guides/<slug:slug>.md", machines.guide_markdown, name="guide_markdown"),
    path("guides/<slug:slug>/figures.csv", machines.guide_figures, name="guide_figures"),
    path("guides/<slug:slug>/share-<slug:key>.png", machines.share_image, name="share_image"),
    path("guides/feed.atom", feeds.feed, name="feed"),
    # /guides/<slug>/<tool>/
    path(registry.RESUME.route, takes_forms(resume.resume, FILE_FORM_BYTES), name=registry.RESUME.kind),
    path(
        registry.COVER_LETTER.route,
        takes_forms(cover_letter.cover_letter, FILE_FORM_BYTES),
        name=registry.COVER_LETTER.kind,
    ),
    path(registry.INTERVIEW.route, interview.interview, name=registry.INTERVIEW.kind),
    path(registry.SKILLS_GAP.route, skills_gap.skills_gap, name=registry.SKILLS_GAP.kind),
    path(registry.READINESS.route, readiness.readiness, name=registry.READINESS.kind),
    path(registry.PACK.route, pack.pack, name=registry.PACK.kind),
    path(
        registry.JOB_DESCRIPTION.route,
        takes_forms(job_description.job_description),
        name=registry.JOB_DESCRIPTION.kind,
    ),
    path(
        f"{registry.JOB_DESCRIPTION.route}v/<int:number>/",
        job_description.job_description_version,
        name="job_description_version",
    ),
    # /occupations/
    path("occupations/", occupations.occupation_list, name="occupation_list"),
    path("occupations.csv", occupations.occupation_list_csv, name="occupation_list_csv"),
    path("occupations.json", machines.occupation_list_json, name="occupation_list_json"),
    path("occupations/<occupation:code>/", occupations.occupation, name="occupation"),
    path("occupations/<occupation:code>.csv", occupations.occupation_csv, name="occupation_csv"),
    path("occupations/<occupation:code>.json", machines.occupation_json, name="occupation_json"),
    path("occupations/<occupation:code>/pay/", pay_by_place.occupation_pay, name="occupation_pay"),
    path("occupations/<occupation:code>/my-pay/", takes_forms(my_pay.my_pay), name="my_pay"),
    path("occupations/<occupation:code>/pay.csv", pay_by_place.occupation_pay_csv, name="occupation_pay_csv"),
    path("occupations/<occupation:code>/pay.json", machines.occupation_pay_json, name="occupation_pay_json"),
    # for programs
    path("oembed/", oembed.oembed, name="oembed"),
    path("guides.json", machines.guides_json, name="guides_json"),
    path("guides.csv", machines.guides_csv, name="guides_csv"),
    path("openapi.json", machines.openapi_json, name="openapi"),
    path("sitemap.xml", machines.sitemap, name="sitemap"),
    path("sitemap-<slug:section>.xml", machines.sitemap_section, name="sitemap_section"),
    path("robots.txt", machines.robots, name="robots"),
    path(".well-known/security.txt", machines.security_txt, name="security_txt"),
    path("favicon.ico", machines.favicon, name="favicon"),
    # /search/
    path("search/", search.search_page, name="search"),
    path("search/suggestions/", search.search_suggestions, name="search_suggestions"),
    # across all guides
    path("compare/", compare.compare_jobs, name="compare"),
    path("skills/", skills.skill_list, name="skill_list"),
    path("skills/<slug:slug>/", skills.skill, name="skill"),
    path("salaries/", salaries.salary_list, name="salary_list"),
    path("salaries.csv", salaries.salary_csv, name="salary_csv"),
    path("about/", about.about, name="about"),
    path("corrections/", about.corrections, name="corrections"),
    path(f"{ROUTE}<picture:name>.webp", pictures.picture, name="picture"),
]

# Different for each user, or secret: never stored.
PRIVATE = [
    # for reviewers without an account
    path("preview/<str:token>/", previews.shared_preview, name="shared_preview"),
    # /editor/, under the URL names that markdownx expects
    path("editor/preview/", takes_forms(editor.preview), name="markdownx_markdownify"),
    path("editor/upload/", takes_forms(editor.upload), name="markdownx_upload"),
    path("editor/picture/<int:pk>/", editor.lead_picture, name="lead_picture"),
]

urlpatterns = [*public(PUBLIC), *private(PRIVATE)]
