"""Skills that job ads of many fields ask for, and words of ads that say nothing about a skill."""

# Each line is one skill; names of one skill are separated by bars.
COMMON_SKILLS = tuple(
    tuple(name.strip() for name in line.split("|"))
    for line in """
customer service | customer support | customer care | client service | client support | guest service
customer satisfaction | client satisfaction | guest satisfaction | CSAT
conflict resolution | de-escalation | complaint handling | complaint resolution | handling complaints
communication | clear communication | written and verbal communication | verbal and written communication
communication | oral and written communication | written and oral communication
written communication | business writing
verbal communication | oral communication | spoken communication
active listening
public speaking | presentation | presentation skills
problem solving | troubleshooting
critical thinking
decision making
time management | managing deadlines
multitasking
attention to detail
organizational skills
teamwork | collaboration
leadership | team leadership | leading a team
coaching | mentoring
staff training | employee training | training new employees | onboarding
supervision | supervising | staff supervision
performance reviews | performance management
hiring | recruiting | recruitment
scheduling | staff scheduling | shift planning
workforce management | staffing
change management
project management
program management
process improvement | continuous improvement | Lean Six Sigma | Six Sigma
strategic planning
budgeting | budget management
forecasting
negotiation
contract management
vendor management | supplier management
stakeholder management
risk management
root cause analysis
quality assurance
quality control | inspection
safety | workplace safety | OSHA
compliance | regulatory compliance
data entry | keyboarding
typing
record keeping | documentation
filing
data analysis | data analytics
reporting
spreadsheets | spreadsheet | Excel | Microsoft Excel
Microsoft Office | MS Office | Office 365 | Microsoft 365 | Microsoft Office Suite
Microsoft Word | MS Word
Microsoft PowerPoint | PowerPoint
Microsoft Outlook | MS Outlook
Google Workspace | G Suite
word processing
email support | email management
live chat | chat support
phone support | telephone support | inbound calls | phone etiquette | telephone etiquette | answering phones
outbound calls | cold calling | telemarketing
call center | contact center
help desk | service desk | technical support | IT support
ticketing system | help desk ticketing | ticketing software | support tickets
knowledge base
first contact resolution | first call resolution
average handle time | handle time
service level agreements | SLA
CRM | customer relationship management
Salesforce
Zendesk
HubSpot
Freshdesk
ServiceNow
Intercom
Jira
Slack
QuickBooks
SAP
sales
upselling | cross-selling | suggestive selling
lead generation | prospecting
account management
business development
retail
merchandising | visual merchandising
cash handling | cash register | cash drawer | handling cash
point of sale | POS system
inventory | inventory management | inventory control | stock control
stocking | restocking | replenishment
order processing | order entry
returns | refunds
billing | invoicing
collections
accounts payable
accounts receivable
bookkeeping
payroll
accounting
auditing | audits
financial reporting | financial statements
financial analysis
financial modeling
tax preparation
reconciliation | bank reconciliation
GAAP
insurance
claims processing
underwriting
banking
marketing
digital marketing | online marketing
social media
content creation | content writing
copywriting
SEO
email marketing
market research
event planning | event coordination
graphic design
web design
user experience | UX design
video editing
photography
journalism
editing | proofreading
translation
interpreting
food safety | ServSafe | HACCP
food preparation | food prep
cooking
baking
barista
bartending
table service | waiting tables
hospitality
housekeeping | cleaning | janitorial
front desk | reception
reservations | booking
travel arrangements
calendar management
administrative support | office administration | clerical
office management
warehouse
forklift | forklift operation | forklift operator
shipping and receiving
picking and packing | order picking
order fulfillment
logistics
supply chain | supply chain management
dispatching | dispatch
route planning
delivery | deliveries
CDL | commercial driver's license | CDL license
RN | registered nurse | RN license
LPN | licensed practical nurse
CNA | certified nursing assistant
EMT | emergency medical technician
CPA | certified public accountant
PMP | project management professional
procurement | purchasing
manufacturing
assembly
machine operation
CNC machining | CNC
welding
blueprint reading | reading blueprints
preventive maintenance
equipment maintenance
electrical work | electrical wiring
plumbing
HVAC
carpentry
painting
landscaping
construction
power tools | hand tools
AutoCAD
SolidWorks
patient care
vital signs
medication administration | administering medication
phlebotomy
wound care
infection control
first aid
CPR
BLS | basic life support
ACLS
medical terminology
medical coding | ICD-10
medical billing
electronic health records | electronic medical records | EHR | EMR
HIPAA
Epic
Cerner
case management
patient education
home care | home health
elder care | senior care | dementia care
child care | childcare
early childhood education
lesson planning | lesson plans
classroom management
curriculum development
tutoring
special education | IEP
student assessment
counseling
crisis intervention
social work
community outreach
fundraising
grant writing
volunteer coordination | volunteer management
security
surveillance
report writing
access control
software development
web development
Agile | Scrum
DevOps
cloud computing
cybersecurity | information security
network administration | networking
system administration
database management
machine learning
PostgreSQL | Postgres
unit testing
software testing
version control | Git
REST API | RESTful API
Python
Java
JavaScript
TypeScript
HTML
CSS
SQL
Linux
AWS
Azure
Power BI
Tableau
statistics | statistical analysis
research
laboratory | lab techniques
technical writing
mathematics
legal research
paralegal
real estate
property management
leasing
""".strip().splitlines()
)
# Ads ask for these, and nobody is found by them.
SAYS_NOTHING = (
    "team player",
    "dynamic",
    "fast-paced",
    "fast-paced environment",
    "self-starter",
    "self-motivated",
    "highly motivated",
    "motivated",
    "hard-working",
    "hard worker",
    "work ethic",
    "strong work ethic",
    "positive attitude",
    "can-do attitude",
    "great attitude",
    "attitude",
    "go-getter",
    "rock star",
    "ninja",
    "guru",
    "passion",
    "passionate",
    "enthusiastic",
    "enthusiasm",
    "energetic",
    "proactive",
    "results-driven",
    "results-oriented",
    "detail-oriented",
    "goal-oriented",
    "customer-focused",
    "outgoing",
    "friendly",
    "reliable",
    "dependable",
    "punctual",
    "professional",
    "professionalism",
    "integrity",
    "sense of humor",
    "think outside the box",
    "wear many hats",
    "hit the ground running",
    "sense of urgency",
    "willingness to learn",
    "eager to learn",
    "willing to learn",
    "ability to learn",
    "learn quickly",
    "fast learner",
    "quick learner",
    "people person",
    "growth mindset",
    "entrepreneurial spirit",
    "flexible",
    "flexibility",
    "innovative",
    "creative",
    "synergy",
    "interpersonal skills",
    "people skills",
    "common sense",
    "good judgment",
    "minimal supervision",
    "under pressure",
    "work independently",
)
