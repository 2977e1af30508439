"""Guide documents as hostile as `validate` accepts: every text may look like the structure of a guide text."""

from dataclasses import replace

from hypothesis import assume
from hypothesis import strategies as st

from guides.document import GuideDocument, shape, validate
from guides.document.choices import (
    IMPORTANCES,
    INTERVIEW_KINDS,
    REMOTE_WORK,
    RESOURCE_KINDS,
    SECTION_KINDS,
    SKILL_KINDS,
)
from guides.document.figures import ends_in_amount, read_header, read_years, write_header
from guides.document.figures.money import OWN_SYMBOLS
from guides.document.licenses import License, read_license, write_license
from guides.document.lines import plain_body, plain_line
from guides.document.material import (
    GlossaryTerm,
    InterviewQuestion,
    JobAd,
    SampleJob,
    SampleLetter,
    SampleResume,
    read_jobs,
    write_jobs,
)
from guides.document.other_pay import PAY_FIGURES, OtherPay, read_other_pay
from guides.document.provenance import FIGURES, MEASURES, OEWS, PROJECTIONS, Provenance
from guides.document.shape import (
    FAQ,
    CareerStep,
    Details,
    KeyFacts,
    OccupationLink,
    Picture,
    RelatedRole,
    Resource,
    SalaryLevel,
    Section,
    Skill,
    Source,
    Specialization,
    Step,
    marked_needs,
)
from guides.document.slugs import slugify
from guides.document.words import read_source
from guides.parsing.headings import DEFAULT_HEADINGS, recognize

LABELS = [
    "Median Salary", "Median Salary: $39k", "Growth Outlook", "Job Outlook: 5%", "Annual Openings", "Top Industries",
    "Typical Education", "Typical Education: a degree", "Range: $29k - $56k+ USD", "openings annually", "≈330k",
    "5%", "-2.5%", "5% (as fast as average)", "$39,120 USD", "€40k", "39k", "Step 3", "Step 3: knead", "step 12:",
    "Key Focus Areas", "Focus areas:", "View examples", "view example", "Explore career guide", "See your skills gap",
    "Assess your readiness", "Slug: baker", "Category: Food", "Alternative titles: a; b", "Education level: none",
    "Remote work: common", "Source (key facts): BLS, https://example.org, as of 2025-05", "LevelUS MedianUS Average",
    "Time to qualify: a year", "Cost to qualify: €5", "License: a; granted by b; c; https://d.org", "License: a",
    "Level Median Average", "LevelMedianAverage", "Baker$36k USD$38k USD", "Baker 36,000 38,000", "Baker\t36k\t38k",
    "Level Career Path Median Career Path Average", "0-1 year", "5 years", "up to 2 years", "18+ years total",
    "1", "12.", "3)", "999", "1. Knead", "1) Knead", "2. Bake", "2) Bake", "3. Sell", "1. Career Path", "2. FAQ?",
    "Picture: a", "Picture: 0f8b6a52-3c1d-4e7f-9a2b-5d6c7e8f9012-1600x1067, focus 1% 2%: a",
    "Baker 36k€38k €", "48,290 usd", "£30k p.a.", "Baker$36k$38k$40k", "36k",
    "$18.50 an hour", "$239,200+", "Range: $18 - $25 an hour", "39.120,50 €", "39 120 €", "39.120", "€3.450,00 monthly",
    "Baker$18.50 an hour$19.25 an hour", "Baker\t$52.25/hr\t$239,200+", "Median: $18.50 an hour, USD", "Median: much",
    "Average (Baker): £120 per day, GBP", "Range (a): b): €5 - €6 weekly, EUR", "Median (Career Path): $2 daily, USD",
    "12-15+ years", "less than 2 years", "two to four years", "over 10 years", "18 months", "24+ months", "1.5 years",
    "Figure (median salary): 44,770; published by BLS OEWS, May 2025; 43-4051 annual median", "Occupation: 43-4051",
    "Figure (median, Baker): 1; checked by the editors; Board, as of 2025", "Occupation (Baker): 51-3011.00",
    "Source (pay): Board, as of May 14, 2025", "Source (pay): Board, as of unknown", "Source (a): B, as of 05/2025",
    "Opening: Why bake?", "Ask-back: Career Path", "Technical:", "Id: knead", "Looks for: FAQ", "Plan: bread", "Plan:",
    "**Plan:** knead", "**Closing: Pros**", "Sample answer: Bread", "Situation: First job", "Person: A", "Headline:",
    "Job: Baker; Oven; Here; Now", "Job: Baker; Oven", "Skills: a; b", "Education: none", "Notes: Bread", "Body: Bread",
    "Level: Baker", "Summary: Bread", "Duties:", "Must have: Bread", "Nice-to-have:", "Crumb: what is inside",
]  # fmt: skip
HEADINGS = [
    *(heading.format(role="Baker", a_role="a Baker") for heading in DEFAULT_HEADINGS.values()),
    "Baker Career Path", "Career Path for Bakers", "2025 Market Reality for Bakers", "Pros & Cons of Being a Baker",
    "Work Environment", "Tools & Technologies", "Current Market Trends:", "Remote Work", "FAQ", "Responsibilities",
    "What is a Baker?", "What is a Baker's day like?", "What does an old Baker do?", "Who asks",
    "What are Bakers?", "What do Bakers do?", "Why bake?", "Bread", "An oven of one's own",
    "Land your dream job with Loaves Plus", "Complete Baker Career Guide", "Baker Career Guide",
    "Step 1: Career Path", "Category: Career Path", "Job Outlook: Career Path", "Remote Work for $1k $2k",
    "# Career Path for {faq}", "- Career Path", "\\ Career Path", "What are {Bakers}?",
    "Level Career Path for Median Career Path for Average", "How to Become a Baker $1k $2k", "1 Overview",
]  # fmt: skip
RESOURCES = [
    "Baker Resume Examples", "Baker Cover Letter Examples", "Top Baker Interview Questions", "Baker Job Description",
    "Skills Gap Analysis", "Career Readiness Assessment", "Résumé of the Job Description",
]  # fmt: skip
MARKS = [
    "# Bread {other}", "# Bread {rung}", "# Bread {specialization}", "# Bread {resource resume}", "# Why {question}",
    "# Baker {related baker}", "# Bread {nothing}", "# Bread", "#", "# ", "{other}", "Bread {faq}", "# a {b} {c",
]  # fmt: skip
ODD = [
    "Jira (Cloud (new))", "Jira (Cloud) for bakers", "(e.g., Jira)", "Jira (e.g., Zendesk)", "Jira (such as X)",
    "Jira ()", "Jira )(", "((", "))", "(a)", "Listening: well", ": well", "Listening:", "a:b", "::", "Jira:",
    "• Bread", "- Bread", "* Bread", "•Bread", "-2.5% a year", "- - Bread", "• - Bread", "•", "-", "*", "* * *", "---",
    "\\", "\\\\", "\\Bread", "\\- Bread", "\\# Bread {other}", "Bread\\", "\\Pros", "a\\b", "\\\\Pros",
    "| a | b |", "| --- | --- |", "> Bread", "1. Bread", "10) Bread", "```", "**bold**", "_a_", "[a](https://b.org)",
    "name, https://b.org", "name, as of 2025", "name, https://b.org, as of 2025-05", ", as of 2025-05", "a; b", ";",
    "name, as of May 14, 2025", "name, as of unknown", ", as of 30 February 2025", "b, as of 2, as of 3",
    "e\u0301tude", "\u0301", "\u0338=", "=\u0338", "ﬁne", "İstanbul", "straße", "日本", "ſtep 3", "٣", "²", "\u200b",
    "\ufeffPros", "🍞", "a\u00a0b", "Bread and", "Is it $40k - $50k?", "?", "Why?", "¿Qué?", "Bread!", "Bread,",
    "Complete Career Guide", "Career Guide", "Complete", "e.g.", "such as", "K", "m", "+", "USD", "EUR 40k", "$", "$1",
    "Bread {essential}", "{useful}", "Jira (Cloud) {unmarked}", "a: b {essential}", "{essential} {useful}", "B {x}",
    "5*3 and 4*2", "__init__", "&copy; Bread", "<https://b.org>", "a `b` c", "1986. Bread", "~~old~~", "===", "# Bread",
    "+ 5", "Bread$", "Bread USD", "Bread 1k", "1k", "x $1k", "1k USD 2k USD", "US", "Bread (US$1)", "36k USD",
]  # fmt: skip

nasty = st.sampled_from(LABELS + HEADINGS + RESOURCES + MARKS + ODD)
alphabet = "aZk19 .,:;!?(){}[]\\#*-•–$€+%&|_'\"é\u0301\u0338\u00a0\u200bßıİ日🍞٣²/~≈@\t"
noise = st.text(st.sampled_from(alphabet), max_size=12)
anything = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)
long_words = st.builds(lambda words, times: " ".join([words] * times), nasty, st.integers(2, 60))
fragments = st.one_of(nasty, nasty, noise, anything)
phrases = st.one_of(
    nasty,
    nasty,
    fragments,
    st.builds("{} {}".format, fragments, fragments),
    st.builds("{}{}".format, fragments, fragments),
    st.builds("{}{}".format, nasty, st.sampled_from(["?", ":", ".", " {faq}", " (a)", "+", " 1"])),
    long_words,
)


def lines(longest: int) -> st.SearchStrategy[str]:
    """Words on one line, in canonical form, not empty."""
    return phrases.map(lambda words: plain_line(plain_line(words)[:longest]) or "Bread")


names, items = lines(200), lines(100_000)
texts = st.one_of(st.just(""), names)
indents = st.sampled_from(["", "", "", "  ", "    ", "\t", "   "])
markers = st.sampled_from(["", "", "", "- ", "* ", "• ", "1. ", "2) ", "\\"])
body_lines = st.builds("{}{}{}".format, indents, markers, phrases)
blocks = st.lists(body_lines, min_size=1, max_size=3).map("\n".join)
bodies = st.lists(blocks, min_size=1, max_size=3).map("\n\n".join).map(plain_body).map(lambda body: body or "Bread.")
maybe_bodies = st.one_of(st.just(""), bodies)


def tuples(element: st.SearchStrategy, most: int = 3, **options: object) -> st.SearchStrategy[tuple]:
    return st.lists(element, max_size=most, **options).map(tuple)


def either(value: st.SearchStrategy) -> st.SearchStrategy:
    return st.one_of(st.none(), value)


def one_of(values: tuple[str, ...]) -> st.SearchStrategy[str]:
    return st.sampled_from(values)


amounts = st.one_of(
    st.integers(1, 10**12), st.sampled_from([1, 999, 1000, 36_000, 39_120, 1_000_000, 1_500_000, 10**12])
)
counts = st.one_of(amounts, st.just(0))
growth = st.one_of(
    st.integers(-10_000, 10_000),
    st.integers(-9_999_999, 9_999_999).map(lambda thousandths: _whole_if_possible(thousandths / 1000)),
)
countries = st.sampled_from(["US", "United States", "Level", "Median", "UK Median", "U.S.", "Côte", "x"]).filter(
    lambda country: read_header(write_header(country)) == (True, country)
)
slugs = st.one_of(names.map(slugify).filter(bool), st.text("abz09-_", min_size=1, max_size=8))
addresses = st.sampled_from(["https://b.org", "http://b.org/a?b=(c)#d", "https://x", "https://b.org/as-of"])
dates = st.sampled_from(["2025", "2025-05", "2025-05-31", "2024-02-29", "0001"])


def _whole_if_possible(value: float) -> int | float:
    return int(value) if value.is_integer() else value


sources = st.builds(
    Source,
    covers=st.sampled_from(["key_facts", "pay", "a_b_c", "salary_levels"]),
    name=names.filter(lambda name: read_source(name)[0] == name),
    url=either(addresses),
    as_of=either(dates),
)
plain_words = names.map(lambda words: words.replace(";", ","))
licenses = st.builds(
    License, name=plain_words, body=st.one_of(st.just(""), plain_words), where=st.one_of(st.just(""), plain_words),
    url=either(addresses),
).filter(lambda known: read_license(write_license(known)) == known)  # fmt: skip
details = st.builds(
    Details,
    category=either(names),
    alternative_titles=tuples(names.map(lambda name: name.replace(";", ","))),
    education_level=either(names),
    remote_work=either(one_of(REMOTE_WORK)),
    sources=tuples(sources, 2),
    time_to_qualify=either(names),
    cost_to_qualify=either(names),
    licenses=tuples(licenses, 3, unique_by=lambda known: (known.name, known.where)),
)
percentages = st.integers(0, 100)
pictures = st.builds(
    Picture,
    name=st.builds("{}-{}x{}".format, st.uuids(), st.integers(1, 99_999), st.integers(1, 99_999)),
    alt=names,
    focus_x=percentages,
    focus_y=percentages,
)
currencies = one_of(shape.CURRENCIES)
pay_numbers = st.sampled_from(
    ["18.50", "18", "1,100", "239,200", "39.120,50", "39 120", "1.2M", "40k", "0.01", "3,00,000"]
)
level_names = names.filter(lambda name: not ends_in_amount(name))
levels = tuples(st.builds(SalaryLevel, title=level_names, median=amounts, average=either(amounts)))


@st.composite
def other_pay(draw: st.DrawFn) -> OtherPay:
    level, figure, currency = draw(st.one_of(st.just(""), names)), draw(one_of(PAY_FIGURES)), draw(currencies)
    sign = draw(st.sampled_from([OWN_SYMBOLS[currency], "", currency]))
    amount = st.builds("{}{}{}".format, st.just(sign), pay_numbers, st.sampled_from(["", "", "+"]))
    words = draw(amount)
    if figure == "range":
        words = draw(st.sampled_from([f"from {words}", f"up to {words}", f"{words} - {draw(amount)}"]))
    words += draw(st.sampled_from([" an hour", "/hr", " per day", " weekly", "/month", " a year", "", f" {currency}"]))
    read = read_other_pay(figure, words)
    assume(read is not None)
    pay = OtherPay(level=level, figure=figure, words=words, currency=currency, **read)
    assume(not validate(GuideDocument(title="Baker", slug="baker", other_pay=(pay,))))
    return pay


@st.composite
def key_facts(draw: st.DrawFn, has_levels: bool) -> KeyFacts:
    median, low, high = draw(either(amounts)), draw(either(amounts)), draw(either(amounts))
    if low and high and low > high:
        low, high = high, low
    openings = draw(either(counts))
    return KeyFacts(
        currency=draw(one_of(shape.CURRENCIES)) if has_levels or median or low or high else None,
        country=draw(either(countries)),
        median_salary=median,
        salary_low=low,
        salary_high=high,
        salary_high_is_open=draw(st.booleans()) if high else False,
        growth_percent=draw(either(growth)),
        growth_note=draw(texts),
        annual_openings=openings,
        annual_openings_is_approximate=draw(st.booleans()) if openings is not None else False,
        top_industries=draw(tuples(names)),
        typical_education=draw(st.one_of(st.just(""), items)),
    )


@st.composite
def rungs(draw: st.DrawFn) -> CareerStep:
    experience = draw(texts)
    years = read_years(experience)
    if None not in years and years[0] > years[1]:
        experience, years = "", (None, None)
    return CareerStep(
        title=draw(names),
        experience=experience,
        years_min=years[0],
        years_max=years[1],
        description=draw(maybe_bodies),
        focus_areas=draw(maybe_bodies),
    )


@st.composite
def related(draw: st.DrawFn, own: str) -> tuple[RelatedRole, ...]:
    titles = draw(st.lists(names, max_size=3))
    roles = {}
    for title in titles:
        slug = slugify(title) if draw(st.booleans()) else draw(slugs)
        if slug and slug != own:
            roles[slug] = RelatedRole(title=title, slug=slug, blurb=draw(maybe_bodies))
    return tuple(roles.values())


def as_recognized(heading: str, body: str) -> Section:
    kind = recognize(heading)
    return Section(kind=kind if kind in SECTION_KINDS else "other", heading=heading, body=body)


sections = st.one_of(
    st.builds(Section, kind=one_of(SECTION_KINDS), heading=names, body=bodies),
    st.builds(Section, kind=st.sampled_from(["faq", "toolkit", "readiness"]), heading=names, body=bodies),
    st.builds(as_recognized, heading=st.sampled_from(HEADINGS).map(plain_line), body=bodies),
)
skills = st.builds(Skill, kind=one_of(SKILL_KINDS), name=names, detail=st.one_of(st.just(""), items))
resources = st.builds(Resource, kind=one_of(RESOURCE_KINDS), title=names, blurb=maybe_bodies)
specializations = st.builds(Specialization, name=names, description=maybe_bodies)
questions = lines(299).flatmap(lambda words: st.sampled_from([words, f"{words}?"]))
faqs = st.builds(FAQ, question=questions, answer=maybe_bodies)


def written(bullets: tuple[str, ...]) -> str:
    return "\n".join(f"- {words}" for words in bullets)


def is_written_jobs(text: str) -> bool:
    try:
        return plain_body(text) == text == write_jobs(read_jobs(text))
    except ValueError:
        return False


ids = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)
interview = st.builds(
    InterviewQuestion,
    kind=one_of(INTERVIEW_KINDS),
    question=questions,
    looks_for=maybe_bodies,
    plan=maybe_bodies,
    sample=maybe_bodies,
)
jobs = tuples(st.builds(SampleJob, names, names, names, names, tuples(items))).map(write_jobs).filter(is_written_jobs)
bullets = tuples(items).map(written).filter(lambda text: plain_body(text) == text)
situations = st.one_of(st.sampled_from(["First job", "Career change"]), names)
resumes = st.builds(
    SampleResume,
    situation=situations,
    person=texts,
    headline=st.one_of(st.just(""), items),
    profile=maybe_bodies,
    experience=jobs,
    skills=st.one_of(st.just(""), items),
    education=maybe_bodies,
    notes=maybe_bodies,
)
letters = st.builds(SampleLetter, situation=situations, body=bodies, notes=maybe_bodies)
ads = st.builds(JobAd, summary=maybe_bodies, duties=bullets, must_haves=bullets, nice_to_haves=bullets)
terms = st.builds(GlossaryTerm, term=names.map(lambda name: name.replace(":", ",")), meaning=items)


@st.composite
def material(draw: st.DrawFn) -> dict[str, tuple]:
    """Lists of material by name; of most documents, all of them are empty."""
    if draw(st.integers(0, 2)):
        return {}
    asked = draw(tuples(interview))
    own_ids = draw(st.lists(st.one_of(st.just(""), ids), min_size=len(asked), max_size=len(asked)))
    first = draw(either(ads.filter(lambda ad: ad != JobAd())))
    levels = draw(st.lists(names, max_size=2, unique=True)) if first else []
    return {
        "interview": tuple(
            replace(question, id="" if own in own_ids[:index] else own)
            for index, (question, own) in enumerate(zip(asked, own_ids, strict=True))
        ),
        "resumes": draw(tuples(resumes)),
        "letters": draw(tuples(letters)),
        "job_ads": ((first, *(replace(draw(ads), level=level) for level in levels)) if first else ()),
        "glossary": draw(tuples(terms)),
    }


@st.composite
def marked(draw: st.DrawFn, needs: tuple[str, ...]) -> Details:
    """Details in which some of a guide's needs are marked."""
    marks = [(need, draw(st.sampled_from(["", *IMPORTANCES]))) for need in needs]
    return replace(draw(details), **marked_needs(marks))


@st.composite
def bare_documents(draw: st.DrawFn) -> GuideDocument:
    """Documents that `validate` accepts, without occupations and provenance."""
    title, own_levels = draw(st.one_of(st.just("Baker"), names)), draw(levels)
    slug = slugify(title)
    if not slug or draw(st.booleans()):
        slug = draw(slugs)
    requirements, own_skills = draw(tuples(items)), draw(tuples(skills))
    needs = tuple(dict.fromkeys([*requirements, *(skill.name for skill in own_skills)]))
    return GuideDocument(
        title=title,
        slug=slug,
        summary=draw(maybe_bodies),
        details=draw(marked(needs)),
        key_facts=draw(key_facts(bool(own_levels))),
        sections=draw(tuples(sections, 6)),
        responsibilities=draw(tuples(items)),
        education_requirements=requirements,
        skills=own_skills,
        steps=tuple(Step(number=number, text=text) for number, text in enumerate(draw(tuples(bodies)), start=1)),
        salary_levels=own_levels,
        career_path=draw(tuples(rungs())),
        specializations=draw(tuples(specializations)),
        pros=draw(tuples(items)),
        cons=draw(tuples(items)),
        faqs=draw(tuples(faqs)),
        resources=draw(tuples(resources, 4)),
        related=draw(related(slug)),
        picture=draw(either(pictures)),
        other_pay=draw(tuples(other_pay())),
        **draw(material()),
    )


codes = st.from_regex(r"[0-9]{2}-[0-9]{4}", fullmatch=True)
releases = st.sampled_from(["May 2025", "2024–34", "May, 2025", "2025 (early)"])


@st.composite
def documents(draw: st.DrawFn) -> GuideDocument:
    """Documents that `validate` accepts."""
    document = draw(bare_documents())
    titles = ["", *dict.fromkeys(level.title for level in document.salary_levels)]
    links = (OccupationLink(code=f"{draw(codes)}.00", level=level) for level in titles if draw(st.booleans()))
    known = (draw(provenance(*of, value)) for of, value in document.figures.items() if draw(st.booleans()))
    details = replace(document.details, occupations=tuple(links))
    document = replace(document, details=details, provenance=tuple(known))
    wrong = {int(error.path[len("provenance[") :].partition("]")[0]) for error in validate(document)}
    kept = (row for index, row in enumerate(document.provenance) if index not in wrong)
    return replace(document, provenance=tuple(kept))


@st.composite
def provenance(draw: st.DrawFn, figure: str, level: str, value: float) -> Provenance:
    kind = draw(st.sampled_from(["published", "derived", "editor"]))
    known = Provenance(figure=figure, level=level, value=value, kind=kind, source="")
    if kind == "editor":
        checked = draw(sources)
        assume(checked.as_of)
        return replace(known, source=checked.name, url=checked.url, checked=checked.as_of)
    measure = draw(st.sampled_from(FIGURES[figure]))
    series = f"{draw(codes)} {measure}"
    source = OEWS if measure in MEASURES[OEWS] else PROJECTIONS
    words = {"published": {"series": series}, "derived": {"formula": f"midpoint of {series} and {series}"}}
    return replace(known, source=source, release=draw(releases), **words[kind])


structure = st.one_of(st.sampled_from(LABELS), st.sampled_from(LABELS), st.sampled_from(HEADINGS[:20]), nasty)
structural = st.builds("{}{}{}".format, indents, markers, structure)
loose_lines = st.one_of(structure, structure, structure, structural, body_lines, noise)
loose_blocks = st.builds("{}{}".format, loose_lines, st.sampled_from(["\n", "\n\n"]))
loose_texts = st.builds(
    "{}\n{}".format,
    st.sampled_from(["Complete Baker Career Guide", "baker career guide\n", "\ufeffBaker Career Guide\n"]),
    st.integers(0, 30).flatmap(lambda least: st.lists(loose_blocks, min_size=least, max_size=50)).map("".join),
)
