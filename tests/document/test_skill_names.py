"""Which names of skills are one skill, and under which name pages show it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guides.document.skill_names import skill_key, skill_name

# One skill a line, in all of its names.
SAME = """
CRM Software Proficiency | Customer Relationship Management (CRM) Software | CRM

Basic Troubleshooting | Basic Troubleshooting Skills for common product issues | basic troubleshooting (hardware)
Email Management Platforms | E-mail Management Tools | email management
Social Media Monitoring Tools | Social Media Monitoring to find what customers say
Microsoft Office Suite | Microsoft Office Suite (Word, Excel) | microsoft office suite software
Live Chat Software | Live Chat | Live-Chat Platforms | Live Chat Tools for quick answers
Active Listening | Active Listening Skills | active listening
Problem-Solving | Problem Solving | Problem solving skills | Problem-Solving (root causes)
Communication | Communication Skills | COMMUNICATION | Communication skill
Leadership | Leadership Skills
Time Management | Time-Management Skills | Time management to meet deadlines
Conflict Resolution | Conflict Resolution Skills for angry callers
Attention to Detail | attention to detail | Attention to Detail (records) | Attention to detail for accurate records
Ability to Lift 50 Pounds | Ability to lift 50 pounds | Ability to lift 50 pound
Point of Sale (POS) Systems | POS | POS Software | Point-of-Sale Software | POS Systems for checkout
Structured query language SQL | SQL | Structured Query Language (SQL) | SQL Skills | SQL proficiency
HTML | Hypertext Markup Language | Hypertext markup language HTML
CSS | Cascading Style Sheets | Cascading style sheets CSS
XML | Extensible markup language XML
ERP | Enterprise Resource Planning Software | Enterprise resource planning ERP software | ERP Systems
CAD | Computer-Aided Design | Computer aided design CAD software | CAD software for floor plans
CAM | Computer Aided Manufacturing (CAM) Software
CMS | Content Management Systems | Content Management System (CMS) | CMS Platforms
LMS | Learning Management System | Learning Management Systems (Moodle)
GIS | Geographic Information Systems | Geographic Information System (GIS) Software
HRIS | Human Resources Information System | Human Resources Information Systems (HRIS)
WMS | Warehouse Management System | Warehouse Management Software
EHR | Electronic Health Records | Electronic Health Record Systems | EHR Software
EMR Systems | Electronic Medical Records (EMR)
GAAP | Generally Accepted Accounting Principles
SEO | Search Engine Optimization | Search Engine Optimization (SEO)
UX | User Experience | User Experience (UX)
UX Design | User Experience Design
QA | Quality Assurance | Quality Assurance (QA)
QC | Quality Control
VoIP | Voice over Internet Protocol | VoIP Platforms | VOIP
API | Application Programming Interfaces | APIs (REST)
KPI | Key Performance Indicators
PLC | Programmable Logic Controllers | Programmable Logic Controller (PLC)
HVAC | Heating, Ventilation, and Air Conditioning | HVAC Systems
CPR | Cardiopulmonary Resuscitation | Cardiopulmonary Resuscitation (CPR)
AWS | Amazon Web Services
VPN | Virtual Private Networks | Virtual private network VPN software
PPE | Personal Protective Equipment
Python | Python for data analysis | Python Skills | python
Node.js | NodeJS | node.js
.NET | .net
Front End Development | Front-End Development | Frontend Development
Data Entry & Record Keeping | Data Entry and Record Keeping
Data Entry | Data Entry Software | data entry to log calls
R&D | R & D | R&D (chemistry)
C++ | C++ Skills | C++ for games
C# | C# (Unity)
C | C (embedded) | C for firmware
R | R (statistics) | R for data analysis
Spreadsheets | Spreadsheet | Spreadsheet Software
Microsoft Excel | Microsoft Excel Skills | Microsoft Excel (pivot tables) for budgets
Project Management | Project Management Software | Project Management Tools
Wound Care | Wound Care for burns
Patient Assessment | Patient Assessment Skills
Hand Tools | Hand Tool | hand tools for framing
Wiring Diagrams | Wiring Diagram | Wiring diagrams to find faults
Caring for Patients | caring for patients
Google Workspace | Google Workspace (Docs, Sheets)
"""
# Skills a line that all differ.
DIFFERENT = """
C | C++ | C# | R | R&D | Objective-C
Java | JavaScript | Java EE
HTML | HTML5 | XML
Attention to Detail | Attention | Detail
Ability to Lift 50 Pounds | Ability to Lift 20 Pounds | Ability to Lift | Ability
Hand Tools | Power Tools | Hand | Power
Control Systems | Operating Systems | Embedded Systems | Control
Communication | Communications | Clear Communication
Caring for Patients | Caring for Children | Caring
Empathy for Customers | Passion for Teaching | Eye for Design
Designing for Accessibility | Designing
Quality Assurance | Quality Control
UX | UI | User Research
EHR | EMR
Excel | Word | Microsoft Excel
Time Management | Stress Management | Management
Business to Business Sales | Business
Face to Face Sales | Face
Text to Speech | Text
Willingness to Travel | Willingness to Learn | Travel
Adaptability to Change | Resistance to Change
Commitment to Safety | Commitment to Quality
Response to Emergencies | Response
Tolerance for Routine | Tolerance for Stress | Tolerance
Tools | Software | Systems
Data Entry | Data Analysis | Data
SQL | NoSQL | MySQL
Node.js | Vue.js
Web Design | Web Development
Accounting | Accounts Payable
CAD | CAM
Python | Pandas
Welding | Weld Inspection
Machine Learning | Machine Tools
Negotiation | Mediation
Typing | Typography
Ready to Travel | Ready to Learn
Able to Climb Ladders | Able to Stand All Day
Sales Software Development | Sales
Software Engineering | Engineering
Systems Thinking | Thinking
"""


def lines(table: str) -> list[list[str]]:
    return [line.split(" | ") for line in table.strip().splitlines()]


@pytest.mark.parametrize("names", lines(SAME), ids="|".join)
def test_names_of_one_skill_have_one_key(names):
    assert {name: skill_key(name) for name in names} == dict.fromkeys(names, skill_key(names[0]))


@pytest.mark.parametrize("names", lines(DIFFERENT), ids="|".join)
def test_names_of_different_skills_have_different_keys(names):
    assert len({skill_key(name) for name in names}) == len(names)


def test_no_two_skills_of_the_table_have_one_key():
    assert len({skill_key(names[0]) for names in lines(SAME)}) == len(lines(SAME))


def test_the_tables_hold_at_least_two_hundred_pairs():
    same = sum(len(names) - 1 for names in lines(SAME))
    different = sum(len(names) * (len(names) - 1) // 2 for names in lines(DIFFERENT))
    assert same >= 100
    assert different >= 90


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("CRM Software Proficiency", "Customer Relationship Management (CRM)"),
        ("Customer Relationship Management (CRM) Software", "Customer Relationship Management (CRM)"),
        ("Basic Troubleshooting Skills for common product issues", "Basic Troubleshooting"),
        ("Microsoft Office Suite (Outlook, Word) for letters", "Microsoft Office Suite"),
        ("Data Entry and Record Keeping to log each contact", "Data Entry and Record Keeping"),
        ("Telephony Systems", "Telephony Systems"),
        ("Attention to detail", "Attention to detail"),
        ("GIS", "Geographic Information Systems (GIS)"),
        ("R&D", "R&D"),
        ("C++", "C++"),
        ("(x)", "(x)"),
        ("\x1b.", "\x1b."),
    ],
)
def test_pages_show_a_name_without_what_its_guide_added(name, shown):
    assert skill_name(name) == shown


@given(st.text(min_size=1, max_size=60))
def test_a_shown_name_has_the_key_of_its_name_and_no_name_is_without_a_key(name):
    assert skill_key(skill_name(name)) == skill_key(name)
    assert skill_key(name) or not name.strip()
