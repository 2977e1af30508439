"""Places whose law asks for the pay in a job ad: since when, from whom, and where that can be read.

A place is here once its law and its date were found. Its source is a page of the law or of an agency or, where none is
known, a page that states both. Laws that let employers tell the pay later than in the ad say so.
"""

from dataclasses import dataclass

from guides.document.countries import country_code
from guides.toolkit.findings import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class PayLaw:
    """The law of a country or region.

    `region` is the code of a state or province, empty for a whole country. `since` is its date in words, `whose` says
    which employers it is for, `when` says when the pay has to be told.
    """

    country: str
    region: str = ""
    place: str
    since: str
    whose: str = "all employers"
    when: str = "in a job ad"
    source: Source

    @property
    def names(self) -> tuple[str, str]:
        """The code and the name of the region, in lower case."""
        return self.region.casefold(), self.place.casefold().removeprefix("the ")

    @property
    def is_about_ads(self) -> bool:
        return self.when == "in a job ad"


WITH_ONE = "employers with an employee there"


def _state(region: str, place: str, since: str, whose: str, law: str, address: str) -> PayLaw:
    return PayLaw(country="US", region=region, place=place, since=since, whose=whose, source=Source(law, address))


def _employers(fewest: int) -> str:
    return f"employers with {fewest} or more employees"


STATES = (
    _state(
        "CA", "California", "since January 1, 2023", _employers(15), "California Labor Code § 432.3",
        "https://www.dir.ca.gov/dlse/California_Equal_Pay_Act.htm",
    ),
    _state(
        "CO", "Colorado", "since January 1, 2021", WITH_ONE, "Equal Pay for Equal Work Act, C.R.S. § 8-5-101 ff.",
        "https://cdle.colorado.gov/dlss/equal-pay-for-equal-work-act",
    ),
    _state(
        "CT", "Connecticut", "since October 1, 2026", "all employers", "Public Act 26-12 of 2026",
        "https://www.levenelegal.com/resources/what-do-employers-need-to-know-about-new-connecticut-employment-laws",
    ),
    _state(
        "DC", "The District of Columbia", "since June 30, 2024", WITH_ONE, "D.C. Code § 32-1453.01",
        "https://code.dccouncil.gov/us/dc/council/code/sections/32-1453.01",
    ),
    _state(
        "DE", "Delaware", "from September 26, 2027", _employers(26), "19 Delaware Code § 709C",
        "https://delcode.delaware.gov/title19/c007/sc01/index.html",
    ),
    _state(
        "HI", "Hawaii", "since January 1, 2024", _employers(50), "HRS § 378-2.8 (Act 203 of 2023)",
        "https://www.capitol.hawaii.gov/hrscurrent/Vol07_Ch0346-0398/HRS0378/HRS_0378-0002_0008.htm",
    ),
    _state(
        "IL", "Illinois", "since January 1, 2025", _employers(15), "Equal Pay Act, 820 ILCS 112/10",
        "https://labor.illinois.gov/news/press-release.30746.html",
    ),
    _state(
        "MA", "Massachusetts", "since October 29, 2025", _employers(25), "Chapter 141 of the Acts of 2024",
        "https://malegislature.gov/Laws/SessionLaws/Acts/2024/Chapter141",
    ),
    _state(
        "MD", "Maryland", "since October 1, 2024", "all employers", "Labor and Employment Article § 3-304.2",
        "https://dllr.state.md.us/LABOR/wages/esswagerangefaq.shtml",
    ),
    _state(
        "ME", "Maine", "since July 2026", _employers(10), "House Paper 18 (LD 54) of 2026",
        "https://legislature.maine.gov/legis/bills/display_ps.asp?LD=54&snum=132",
    ),
    _state(
        "MN", "Minnesota", "since January 1, 2025", _employers(30), "Minnesota Statutes § 181.173",
        "https://www.revisor.mn.gov/statutes/cite/181.173",
    ),
    _state(
        "NJ", "New Jersey", "since June 1, 2025", _employers(10), "N.J.S.A. 34:6B-23",
        "https://www.nj.gov/labor/myworkrights/wages/pay-transparency",
    ),
    _state(
        "NY", "New York", "since September 17, 2023", _employers(4), "Labor Law § 194-b",
        "https://nysenate.gov/legislation/bills/2023/S1326",
    ),
    _state(
        "VA", "Virginia", "since July 1, 2026", "all employers", "Senate Bill 215 and House Bill 636 of 2026",
        "https://lis.virginia.gov/bill-details/20261/SB215",
    ),
    _state(
        "VT", "Vermont", "since July 1, 2025", _employers(5), "21 V.S.A. § 495p (Act 155 of 2024)",
        "https://legislature.vermont.gov/statutes/section/21/005/00495p",
    ),
    _state(
        "WA", "Washington", "since January 1, 2023", _employers(15), "RCW 49.58.110",
        "https://app.leg.wa.gov/rcw/default.aspx?cite=49.58.110",
    ),
)  # fmt: skip
PROVINCES = (
    PayLaw(
        country="CA",
        region="BC",
        place="British Columbia",
        since="since November 1, 2023",
        source=Source(
            "Pay Transparency Act, SBC 2023, c. 18, section 2",
            "https://www.bclaws.gov.bc.ca/civix/document/id/complete/statreg/23018",
        ),
    ),
    PayLaw(
        country="CA",
        region="ON",
        place="Ontario",
        since="since January 1, 2026",
        whose=_employers(25),
        source=Source(
            "Employment Standards Act, 2000, and Ontario Regulation 476/24",
            "https://www.ontario.ca/laws/regulation/240476",
        ),
    ),
    PayLaw(
        country="CA",
        region="PE",
        place="Prince Edward Island",
        since="since June 1, 2022",
        source=Source(
            "Employment Standards Act of Prince Edward Island, section 5.9",
            "https://cphrpei.ca/2022/05/17/employment-standards-act-pay-transparency/",
        ),
    ),
)
COUNTRIES = (
    PayLaw(
        country="AT",
        place="Austria",
        since="since March 1, 2011",
        source=Source(
            "Equal Treatment Act (Gleichbehandlungsgesetz) § 9, on the minimum pay",
            "https://www.ris.bka.gv.at/GeltendeFassung.wxe?Abfrage=Bundesnormen&Gesetzesnummer=20003395",
        ),
    ),
    PayLaw(
        country="LT",
        place="Lithuania",
        since="since July 27, 2019",
        source=Source(
            "Labor Code, Article 25, as changed by Law XIII-2327 of July 11, 2019",
            "https://www.e-tar.lt/rs/legalact/f54f9a90af9a11e98451fa7b5933515d/",
        ),
    ),
    PayLaw(
        country="LV",
        place="Latvia",
        since="since November 28, 2018",
        source=Source("Labor Law, Section 32", "https://vdi.gov.lv/en/article/content-job-advertisement"),
    ),
    PayLaw(
        country="PL",
        place="Poland",
        since="since December 24, 2025",
        when="in a job ad or before the interview",
        source=Source(
            "Labor Code, Article 18(3ca), added by the Act of June 4, 2025",
            "https://isap.sejm.gov.pl/isap.nsf/DocDetails.xsp?id=WDU20250000807",
        ),
    ),
)
# The member states of the European Union; where the table has no law of one, its directive is named.
MEMBERS = (
    *("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV"),
    *("MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"),
)
DIRECTIVE = Source(
    "Directive (EU) 2023/970, Article 5",
    "https://eur-lex.europa.eu/eli/dir/2023/970/oj",
)


def pay_law(country: str, region: str) -> PayLaw | None:
    """Return the law of a place, given as names or codes; the law of a region goes before that of its country."""
    code, name = country_code(country), " ".join(region.casefold().split())
    for law in (*STATES, *PROVINCES, *COUNTRIES):
        if law.country == code and (not law.region or name in law.names):
            return law
    if code not in MEMBERS:
        return None
    return PayLaw(
        country=code,
        place="The European Union",
        since="in national laws that were due by June 7, 2026",
        when="in a job ad or before the interview",
        source=DIRECTIVE,
    )
