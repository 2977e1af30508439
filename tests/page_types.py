"""Every type of page that readers see, each in the states it has, at addresses of the guides in the fixtures.

What must hold for every page (valid HTML, weight, queries, accessibility) is tested over these lists; a page of a new
type goes into `PAGES`, an address that answers something else into `NO_PAGES`, else `test_project.py` complains.
"""

from urllib.parse import urlencode

from django.urls import reverse

from guides.document.tools import TOOLS
from tests.official.occupations import CLERK, PARTS, SURGEON

OPERATOR, SPECIALIST = "customer-service-operator", "customer-service-specialist"
LONG = "x" * 200

# By the name of the address in `guides.urls`: its usual state first.
PAGES = {
    "home": ["/"],
    "guide_list": [
        "/guides/",
        "/guides/?category=Customer+Service&sort=-pay",
        "/guides/?page=2",
        "/guides/?pay=usd-from-60&education=no-degree&industry=retail-trade",
        "/guides/?category=Nothing&remote=rare&sort=up",
    ],
    "guide": [
        f"/guides/{OPERATOR}/",
        f"/guides/{SPECIALIST}/",
        "/guides/call-center-operator/",
        f"/guides/{OPERATOR}/?place=06&unit=hour",
        f"/guides/{OPERATOR}/?place=nowhere&unit=day",
    ],
    "guide_changes": [f"/guides/{OPERATOR}/changes/", f"/guides/{SPECIALIST}/changes/?page=2"],
    "search": [
        "/search/?q=operators",
        "/search/",
        "/search/?q=zzzzqqqq",
        "/search/?q=custmer+servise",
        "/search/?q=customer&education=no-degree&pay=unknown",
        f"/search/?q={LONG}",
    ],
    "search_suggestions": ["/search/suggestions/?q=cust", "/search/suggestions/?q=zzzz"],
    "compare": [
        f"/compare/?roles={OPERATOR}&roles={SPECIALIST}",
        "/compare/",
        f"/compare/?roles={OPERATOR}",
        f"/compare/?roles={OPERATOR}&roles=nobody",
        f"/compare/?roles={OPERATOR}&roles={SPECIALIST}&find=1&title=cust",
        f"/compare/?roles={SPECIALIST}&roles={CLERK}&roles={SURGEON[:7]}&roles={OPERATOR}",
        f"/compare/?roles={CLERK[:7]}&title=clerk&page=2",
    ],
    "skill_list": ["/skills/", "/skills/?kind=soft"],
    "skill": ["/skills/active-listening/"],
    "salary_list": ["/salaries/", "/salaries/?view=levels", "/salaries/?sort=title&category=Nothing&page=2"],
    "occupation_list": [
        "/occupations/",
        "/occupations/?q=clerk&sort=-pay",
        "/occupations/?q=&sort=-pay",
        "/occupations/?group=43&pay=from-40&education=no-degree",
        "/occupations/?q=x&group=00&sort=up&nothing=1",
    ],
    "occupation": [f"/occupations/{CLERK}/", f"/occupations/{PARTS[0]}/", "/occupations/55-1011.00/"],
    "occupation_pay": [
        f"/occupations/{CLERK}/pay/",
        f"/occupations/{CLERK}/pay/?state=CA&sort=-prices&unit=hour",
        f"/occupations/{CLERK}/pay/?q=fresno",
        f"/occupations/{CLERK}/pay/?q=nowhere&sort=up&state=XX",
        f"/occupations/{PARTS[0]}/pay/?unit=month&sort=place",
        "/occupations/27-2011.00/pay/",
        "/occupations/55-1011.00/pay/",
    ],
    "my_pay": [f"/occupations/{code}/my-pay/" for code in (CLERK, PARTS[0], "55-1011.00")],
    "about": ["/about/"],
    "corrections": ["/corrections/", f"/corrections/?guide={SPECIALIST}&page=2", "/corrections/?guide=nobody&page=x"],
    "job_description_version": [f"/guides/{OPERATOR}/job-description/v/1/"],
    **{tool.kind: [f"/guides/{slug}/{tool.path}/" for slug in (OPERATOR, SPECIALIST)] for tool in TOOLS},
}
RATED = "v=1&s-active-listening=2&s-patience=1&s-ticketing-systems=0&s-empathy=9&years=2&done=1"
RATED_TODAY = (
    "v=1&rules=2&s-crm-software-proficiency=0&s-active-listening=3&s-patience=2&s-problem-solving=0"
    "&s-clear-communication=2&s-ticketing-systems=0&s-empathy=9"
)
PAGES["skills_gap"] += [
    f"/guides/{OPERATOR}/skills-gap/?{query}"
    for query in (f"{RATED}&with={SPECIALIST}", "rules=2", RATED_TODAY, f"{RATED_TODAY}&with={SPECIALIST}")
]
PAGES["readiness"] += [
    f"/guides/{OPERATOR}/readiness/?{RATED}",
    f"/guides/{OPERATOR}/readiness/?v=1&rules=2&years=",
    f"/guides/{OPERATOR}/readiness/?{RATED}&rules=2&led=team",
    f"/guides/{OPERATOR}/readiness/?years=x&rules=9",
]
PAGES["pack"] += [
    f"/guides/{OPERATOR}/pack/?{RATED}",
    f"/guides/{OPERATOR}/pack/?{RATED}&rules=2&part=plan&part=checklist&part=interview&part=guide",
]
# Addresses that answer programs and editors, or no page of their own.
NO_PAGES = {
    *("guide_json", "guide_text", "guide_markdown", "guide_figures", "share_image", "feed"),
    *("occupation_list_json", "occupation_list_csv", "occupation_json", "occupation_csv"),
    *("occupation_pay_json", "occupation_pay_csv", "salary_csv"),
    *(
        "guides_json",
        "guides_csv",
        "openapi",
        "sitemap",
        "sitemap_section",
        "robots",
        "security_txt",
        "favicon",
        "oembed",
    ),
    *("markdownx_markdownify", "markdownx_upload", "picture", "lead_picture", "shared_preview"),
}
NOT_FOUND = ["/nowhere/", "/occupations/99-9999.00/", "/occupations/99-9999.00/pay/", "/compare/?roles=nobody"]
FRAGMENTS = PAGES["search_suggestions"]

for tool in ("resume", "cover-letter"):
    PAGES[tool.replace("-", "_")] += [
        f"/guides/{OPERATOR}/{tool}/?level=99&tone=none",
        f"/guides/{OPERATOR}/{tool}/?tab=mine",
        f"/guides/{SPECIALIST}/{tool}/?situation=career-change",
        f"/guides/{SPECIALIST}/{tool}/?situation=none&level=6",
    ]
PAGES["job_description"] += [
    f"/guides/{OPERATOR}/job-description/?embed=1",
    f"/guides/{OPERATOR}/job-description/?version=9&level=99&pay_low=abc&posted=x&order=Perks&duties=~1~9",
    f"/guides/{OPERATOR}/job-description/?version=1&employer=A&place=B&workplace=remote&country=US&pay_low=40k"
    "&pay_high=50k&benefits=One%0D%0ATwo&apply=Young+and+dynamic.&street=1+C+St&region=CO&postcode=80202&posted=2026-11-28"
    "&valid_through=2026-12-31",
    f"/guides/{OPERATOR}/job-description/?benefits={'x+' * 1900}",
]

ADDRESSES = [address for addresses in PAGES.values() for address in addresses] + NOT_FOUND
WHOLE_PAGES = [address for address in ADDRESSES if address not in FRAGMENTS]
USUAL = [addresses[0] for addresses in PAGES.values() if addresses != FRAGMENTS]


def addresses_of(documents) -> list[str]:
    """The pages that show these guides (four or more), and those at the far end of lists that are full of them."""
    slugs = [document.slug for document in documents[:4]]
    unwritten = {role.slug for document in documents for role in document.related} - {d.slug for d in documents}
    return [
        *(reverse("guide", args=(slug,)) for slug in [*slugs, *sorted(unwritten)[:1]]),
        *(f"{reverse('compare')}?{urlencode({'roles': slugs[:number]}, doseq=True)}" for number in (1, 2, 3, 4)),
        f"{reverse('search')}?{urlencode({'q': documents[0].title})}",
        *(f"{reverse(name)}?page=999" for name in ("guide_list", "skill_list", "salary_list")),
        *(f"{reverse('salary_list')}?currency={currency}" for currency in ("EUR", "INR")),
    ]
