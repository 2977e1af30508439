"""Indefinite articles by sound. Most of the titles are official ones."""

import re
from pathlib import Path

import pytest

from guides.document.articles import indefinite_article, with_article

ROOT = Path(__file__).parents[2]

AN = {
    "vowels": (
        "Operator | Editor | Armor Senior Sergeant | Industrial Fabricator | Eyeglass Frame Truer | Air Marshal | "
        "Onsite Technician | O'Reilly Author | Ombudsman | Uber Driver | Éclair Baker | ADULT EDUCATOR"
    ),
    "u as in up": (
        "Usher | Umpire | Unarmed Guard | Underliner | Unexploded Ordnance Technician | Unmanned Aircraft "
        "Operator | Unhairing Machine Operator | Upholsterer | Urban Planner | Urgent Care Nurse | "
        "Ultrasonographer | uninsured driver | unimportant matter | unidentified object | unincorporated firm | "
        "unissued permit | utter mess"
    ),
    "a silent h": (
        "Hourly Worker | hourly rate | Heir Finder | Heirloom Restorer | Honest Broker | Honorary Consul | "
        "Herbalist | Herb Grower | HOURLY WORKER"
    ),
    "letters": (
        "MRI Technician | MRI | HR Manager | HR MANAGER | HVAC Technician | X-Ray Technologist | X Ray Physician "
        "| XML Developer | NBA Scout | RN | LPN | LPN/LVN | SEO Strategist | FBI Field Agent | R&D Chemist | R "
        "and D Scientist | FP&A Analyst | S&P Analyst | F-16 Pilot | F# Developer | E-Commerce Account Manager | "
        "A/V Technician | EU Officer | IT MANAGER | MSHA Inspector | LSAT Tutor | MCAT Tutor | NDT Inspector | "
        "RFID Specialist | HTML Developer | FPGA Engineer | LISW | M1A1 Crew Member | R.N. | L.P.N. | M.D. | RNs "
        "| MSc | LLM Engineer | mRNA Researcher | iOS Developer | mHealth Analyst | Hr Manager | rn | Mri "
        "Technician | seo specialist | Xbox Tester | MRI TECHNICIAN"
    ),
    "numbers": (
        "8th-Grade Teacher | 8-hour shift | 80% raise | 811 Locator | $80,000 salary | 11-year-old | $11,000 "
        "bonus | 18-Wheeler Driver | 1800s Historian | 18,000-seat arena"
    ),
    "what stands before": "“Operator” | (Assistant) Nurse | **Editor**",
}
A = {
    "consonants": (
        "Nurse | Hand Packager | Historian | Hospital Superintendent | Hotel Valet Attendant | Herpetologist | "
        "Herbicide Sprayer | Hmong Interpreter | Xylophonist | Xhosa Interpreter | Yard Worker | Llama Breeder | "
        "Rhinologist | Schlepper | Squeegee Operator | Sri Lankan Chef | L'Oréal Buyer | Sr. Engineer | Sr "
        "Engineer | Mr. Fixit | McDonald's Manager"
    ),
    "u as in use": (
        "User Researcher | Usability Analyst | Used Car Salesperson | Utility Worker | Uterine Surgeon | Union "
        "Steward | Unit Clerk | Universal Banker | United States Marshal | Unisaw Operator | Uranium Miner | "
        "Urologist | Ukulele Teacher | Ugandan Chef | unicycle | unanimous vote | UTILITY WORKER | UNESCO Officer"
    ),
    "eu and one": (
        "European Buyer | Euclid Operator | eulogist | euphonium player | Ewe Farmer | One-Man Band | one-year "
        "contract | ONE-YEAR CONTRACT | once-a-year event"
    ),
    "letters": (
        "UX Designer | UX DESIGNER | UI Developer | Ui Developer | UAV Operator | UPS Driver | US Marshal | U.S. "
        "Senator | USPS Letter Carrier | USDA Inspector | CNC Machinist | GIS Geographer | PCNP | K-12 Teacher | "
        "T-Shirt Printer | V-Groove Cutter | C++ Developer | C# Developer | Q&A Moderator | PhD"
    ),
    "capitals that are words": (
        "HEAD CHEF | LAW CLERK | FRY COOK | NURSE | NASA Engineer | NASCAR Mechanic | NICU Nurse | FEMA Officer | "
        "LAN Administrator | LIDAR Scientist | MIG Welder | NOC Engineer | SCADA Operator | SPED Paraeducator | "
        "SQL DBA | SHRM Member | SWAT Officer | HARPOON Engagement Planning Operator | SaaS Manager | NoSQL "
        "Engineer"
    ),
    "numbers": (
        "3D Modeler | 4-H Agent | 911 Operator | 1099 Contractor | 1,100-seat arena | 110-year-old | 180,000-mile "
        "truck | $100 fee"
    ),
    "what stands before": "“Nurse” | (Senior) Operator | .NET Developer",
    "no letters": " | ! | 通訳",
}


def examples(kinds):
    return [words for listed in kinds.values() for words in listed.split(" | ")]


@pytest.mark.parametrize("words", examples(AN))
def test_an_stands_before_the_sound_of_a_vowel(words):
    assert indefinite_article(words) == "an"


@pytest.mark.parametrize("words", examples(A))
def test_a_stands_before_any_other_sound(words):
    assert indefinite_article(words) == "a"


def test_words_follow_their_article_as_they_are():
    assert with_article("HR Manager") == "an HR Manager"


def test_no_article_is_written_out_before_a_value():
    """Templates and messages use the filter or `with_article`, whatever the value is."""
    sources = [*ROOT.glob("guides/**/*.py"), *ROOT.glob("templates/**/*"), *ROOT.glob("static/js/*.js")]
    written_out = re.compile(r"\b[Aa]n? (?:<[^>]*>|[“\"])?(?:\{\{ |\{(?!a_role)[a-z]|\$\{)")
    files = [path for path in sources if path.is_file() and written_out.search(path.read_text(encoding="utf-8"))]
    assert files == []
