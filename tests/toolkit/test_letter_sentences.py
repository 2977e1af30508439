"""Sentences of a letter from whatever people type into its short fields: sentences, fragments, labels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guides.toolkit.cover_letter.applying import applying_for, employer_name
from guides.toolkit.cover_letter.found import where_found
from guides.toolkit.cover_letter.now import now_sentence
from guides.toolkit.cover_letter.salutation import greet
from guides.toolkit.cover_letter.starting import start_sentence

NOW = {
    "": "",
    "n/a": "",
    "intern at IBM": "I am an intern at IBM.",
    "R.N.": "I am an R.N.",
    "GED": "I have a GED.",
    "Bachelor's degree in biology": "I have a Bachelor's degree in biology.",
    "two part-time jobs": "I have two part-time jobs.",
    "working two jobs": "I am working two jobs.",
    "cook for 5 years": "I have been a cook for 5 years.",
    "train new hires": "I train new hires.",
    "hardworking and reliable": "I am hardworking and reliable.",
    "college": "I am in college.",
    "will graduate in May": "I will graduate in May.",
    "owner of a small bakery": "I am the owner of a small bakery.",
    "Shift Supervisor, Starbucks": "I am a Shift Supervisor at Starbucks.",
    "17 year old student": "I am a 17 year old student.",
    "Homemaker returning to work": "I am a homemaker returning to work.",
    "I am a barista": "I am a barista.",
    "I am a barista.": "I am a barista.",
    "i am a student": "I am a student.",
    "im a cashier": "I'm a cashier.",
    "I'm currently studying nursing": "I'm currently studying nursing.",
    "Currently, I work at Target": "Currently, I work at Target.",
    "For five years I have cooked": "For five years I have cooked.",
    "My current job is cashier": "My current job is cashier.",
    "barista": "I am a barista.",
    "Barista": "I am a barista.",
    "a barista at Joe's": "I am a barista at Joe's.",
    "Barista at Joe's": "I am a barista at Joe's.",
    "BARISTA AT JOE'S": "I am a barista at Joe's.",
    "Shift Lead at Joe's": "I am a Shift Lead at Joe's.",
    "registered nurse": "I am a registered nurse.",
    "Registered nurse": "I am a registered nurse.",
    "RN at Mercy": "I am an RN at Mercy.",
    "MRI technician": "I am an MRI technician.",
    "UX designer": "I am a UX designer.",
    "hr assistant": "I am an HR assistant.",
    "8th-grade teacher": "I am an 8th-grade teacher.",
    "English teacher": "I am an English teacher.",
    "Walmart cashier": "I am a Walmart cashier.",
    "Warehouse worker": "I am a warehouse worker.",
    "Army veteran": "I am an Army veteran.",
    "the manager of a store": "I am the manager of a store.",
    "my own boss": "I am my own boss.",
    "mother of two": "I am a mother of two.",
    "High school senior": "I am a high school senior.",
    "dispatcher since 2019": "I have been a dispatcher since 2019.",
    "currently a barista": "I am currently a barista.",
    "Currently unemployed": "I am currently unemployed.",
    "currently working at Target": "I am currently working at Target.",
    "working as a nurse": "I am working as a nurse.",
    "studying nursing": "I am studying nursing.",
    "nursing student": "I am a nursing student.",
    "teaching assistant": "I am a teaching assistant.",
    "teaching math at a high school": "I am teaching math at a high school.",
    "managing a team of five": "I am managing a team of five.",
    "managing director": "I am a managing director.",
    "unemployed": "I am unemployed.",
    "between jobs": "I am between jobs.",
    "in my last year of high school": "I am in my last year of high school.",
    "certified in CPR": "I am certified in CPR.",
    "certified nurse aide": "I am a certified nurse aide.",
    "retired teacher": "I am a retired teacher.",
    "18 years old": "I am 18 years old.",
    "10 years of experience as a cook": "I have 10 years of experience as a cook.",
    "over 10 years in sales": "I have over 10 years in sales.",
    "been a nurse for 10 years": "I have been a nurse for 10 years.",
    "graduated in May": "I graduated in May.",
    "Just graduated from high school": "I just graduated from high school.",
    "laid off in May": "I was laid off in May.",
    "work at Walmart": "I work at Walmart.",
    "works at Target": "I work at Target.",
    "volunteer": "I am a volunteer.",
    "volunteer at the food pantry": "I volunteer at the food pantry.",
}

SAW, LEARNED = "I saw this job advertised", "I learned about this job"
FOUND = {
    "": "",
    "none": "",
    "fb": f"{SAW} on Facebook.",
    "Indeed and LinkedIn": f"{SAW} on Indeed and LinkedIn.",
    "LinkedIn post by your CEO": f"{SAW} in a LinkedIn post by your CEO.",
    "an email from your recruiter": f"{LEARNED} through an email from your recruiter.",
    "email from a recruiter": f"{LEARNED} by email from a recruiter.",
    "searching online": f"{LEARNED} while searching online.",
    "online search": f"{LEARNED} through an online search.",
    "in person": f"{LEARNED} in person.",
    "googled it": "I googled it.",
    "your ad": "I saw your ad.",
    "Indeed": f"{SAW} on Indeed.",
    "indeed": f"{SAW} on Indeed.",
    "on Indeed": f"{SAW} on Indeed.",
    "on indeed.com": f"{SAW} on Indeed.com.",
    "ZipRecruiter.": f"{SAW} on ZipRecruiter.",
    "LinkedIn job alert": f"{LEARNED} through a LinkedIn job alert.",
    "Facebook ad": f"{SAW} in a Facebook ad.",
    "Snagajob app": f"{SAW} on the Snagajob app.",
    "www.usajobs.gov": f"{SAW} on www.usajobs.gov.",
    "Your website": f"{SAW} on your website.",
    "website": f"{SAW} on your website.",
    "your Facebook page": f"{SAW} on your Facebook page.",
    "company website": f"{SAW} on the company website.",
    "online": f"{SAW} online.",
    "social media": f"{SAW} on social media.",
    "newspaper": f"{SAW} in the newspaper.",
    "an ad in the paper": f"{SAW} in the paper.",
    "your ad on Indeed": f"{SAW} on Indeed.",
    "sign in the window": f"{SAW} on a sign in the window.",
    "your store window": f"{SAW} in your store window.",
    "a job board": f"{SAW} on a job board.",
    "radio": f"{LEARNED} on the radio.",
    "job fair": f"{LEARNED} at a job fair.",
    "at a job fair": f"{LEARNED} at a job fair.",
    "my school": f"{LEARNED} at my school.",
    "word of mouth": f"{LEARNED} by word of mouth.",
    "temp agency": f"{LEARNED} through a temp agency.",
    "a friend": f"{LEARNED} from a friend.",
    "Friend": f"{LEARNED} from a friend.",
    "A friend who works there": f"{LEARNED} from a friend who works there.",
    "my uncle": f"{LEARNED} from my uncle.",
    "mom": f"{LEARNED} from my mom.",
    "Ms. Okafor": f"{LEARNED} from Ms. Okafor.",
    "Kelly Services Inc.": f"{LEARNED} through Kelly Services Inc.",
    "Jane Okafor": f"{LEARNED} through Jane Okafor.",
    "told by a friend": f"{LEARNED} from a friend.",
    "a referral from Jane": f"{LEARNED} through a referral from Jane.",
    "referred by Jane Okafor": "I was referred by Jane Okafor.",
    "Jane Okafor told me": "Jane Okafor told me about this job.",
    "a friend told me": "A friend told me about this job.",
    "Jane Okafor told me about it": "Jane Okafor told me about it.",
    "a recruiter contacted me": "A recruiter contacted me.",
    "I saw it on Indeed": "I saw it on Indeed.",
    "saw it on indeed": "I saw it on Indeed.",
    "heard about it from a friend": "I heard about it from a friend.",
    "My neighbor works for you": "My neighbor works for you.",
    "there was a sign in the window": "There was a sign in the window.",
}

START = {
    "": "",
    "not sure": "",
    "anytime!": "I can start at any time.",
    "1/2/27": "I can start on January 2, 2027.",
    "1/2": "I can start on January 2.",
    "13/40": "I can start 13/40.",
    "2 weeks notice required": "I can start after 2 weeks' notice.",
    "a few days": "I can start in a few days.",
    "mid January": "I can start in mid-January.",
    "May or June": "I can start in May or June.",
    "beginning of June": "I can start at the beginning of June.",
    "early next year": "I can start early next year.",
    "the first Monday in June": "I can start on the first Monday in June.",
    "first Monday in June": "I can start on the first Monday in June.",
    "June through August": "I am available June through August.",
    "over the summer": "I am available over the summer.",
    "M-F": "I am available Monday to Friday.",
    "first or second shift": "I am available for first or second shift.",
    "open availability": "I have open availability.",
    "my lease ends June 30": "My lease ends June 30.",
    "1 March": "I can start on March 1.",
    "March 1": "I can start on March 1.",
    "March 1st": "I can start on March 1.",
    "on 1 March": "I can start on March 1.",
    "3/1/2027": "I can start on March 1, 2027.",
    "2027-03-01": "I can start on March 1, 2027.",
    "monday march 1": "I can start on Monday, March 1.",
    "Sept 5": "I can start on September 5.",
    "may 5": "I can start on May 5.",
    "the 15th": "I can start on the 15th.",
    "March": "I can start in March.",
    "March 2027": "I can start in March 2027.",
    "Late June": "I can start in late June.",
    "end of May": "I can start at the end of May.",
    "first week of May": "I can start in the first week of May.",
    "summer": "I can start in the summer.",
    "this summer": "I can start this summer.",
    "Immediately": "I can start right away.",
    "ASAP": "I can start right away.",
    "tomorrow": "I can start tomorrow.",
    "next monday": "I can start next Monday.",
    "NEXT MONDAY": "I can start next Monday.",
    "Monday": "I can start on Monday.",
    "two weeks notice": "I can start after two weeks' notice.",
    "two weeks' notice": "I can start after two weeks' notice.",
    "1 month notice": "I can start after 1 month's notice.",
    "a month's notice": "I can start after a month's notice.",
    "need to give two weeks' notice": "I need to give two weeks' notice.",
    "two weeks": "I can start in two weeks.",
    "two weeks after an offer": "I can start two weeks after an offer.",
    "After graduation": "I can start after graduation.",
    "as soon as I graduate": "I can start as soon as I graduate.",
    "by March 1": "I can start by March 1.",
    "not before 1 May": "I cannot start before May 1.",
    "from 1 March": "I am available from March 1.",
    "starting March 1": "I am available starting March 1.",
    "available immediately": "I am available immediately.",
    "Weekdays after 3 p.m.": "I am available weekdays after 3 p.m.",
    "evenings and weekends": "I am available evenings and weekends.",
    "Monday to Friday": "I am available Monday to Friday.",
    "any shift": "I am available for any shift.",
    "full-time": "I am available full-time.",
    "flexible": "My start date is flexible.",
    "anytime": "I can start at any time.",
    "whenever you need me": "I can start whenever you need me.",
    "can start Monday": "I can start Monday.",
    "I can start on March 1.": "I can start on March 1.",
}

APPLYING = {
    ("", ""): "",
    ("barista", "the Corner Bakery"): "for the position of barista at the Corner Bakery",
    ("Barista.", "Corner Bakery."): "for the position of Barista at Corner Bakery",
    ("the cashier position", "Walmart"): "for the position of cashier at Walmart",
    ("position of cashier", "at walmart"): "for the position of cashier at Walmart",
    ("CASHIER", "CORNER BAKERY"): "for the position of Cashier at Corner Bakery",
    ("job opening for cook", "JOE'S DINER"): "for the position of cook at Joe's Diner",
    ("a nurse", "ST. MARY'S HOSPITAL"): "for the position of nurse at St. Mary's Hospital",
    ("CNA", "UPS STORE"): "for the position of CNA at UPS Store",
    ("cook", "the corner bakery"): "for the position of cook at the Corner Bakery",
    ("Office manager;", "Smith, Lee & Co."): "for the position of Office manager at Smith, Lee & Co.",
    ("cook, nights", "IBM"): "for the position of cook, nights, at IBM",
    ("summer internship", "IBM"): "for the summer internship at IBM",
    ("any open position", "IBM"): "for any open position at IBM",
    ("", "Acme Inc."): "for a job at Acme Inc.",
    ("cook", ""): "for the position of cook",
}

GREETINGS = {
    "": "Dear Hiring Manager,",
    "?": "Dear Hiring Manager,",
    "Mr.": "Dear Hiring Manager,",
    "jane@example.com": "Dear Hiring Manager,",
    "Dear Jane": "Dear Jane,",
    "Dear Dear Jane": "Dear Jane,",
    "Jane Okafor": "Dear Jane Okafor,",
    "jane okafor": "Dear Jane Okafor,",
    "JANE OKAFOR": "Dear Jane Okafor,",
    "Maria de la Cruz": "Dear Maria de la Cruz,",
    "Ms. Okafor,": "Dear Ms. Okafor,",
    "ms okafor": "Dear Ms. Okafor,",
    "MS OKAFOR": "Dear Ms. Okafor,",
    "dear mr. lee": "Dear Mr. Lee,",
    "Dr Lee": "Dear Dr. Lee,",
    "Doctor Lee": "Dear Dr. Lee,",
    "Mrs. O'Brien": "Dear Mrs. O'Brien,",
    "Mr & Mrs Smith": "Dear Mr. and Mrs. Smith,",
    "Mr. and Mrs. Smith": "Dear Mr. and Mrs. Smith,",
    "robert smith jr": "Dear Robert Smith Jr.,",
    "Jane Okafor, Store Manager": "Dear Jane Okafor,",
    "Jane Okafor, PhD": "Dear Jane Okafor,",
    "Dear hiring manager:": "Dear Hiring Manager,",
    "the hiring team": "Dear Hiring Team,",
    "Hiring Manager, Corner Bakery": "Dear Hiring Manager,",
    "team": "Dear Team,",
    "HR": "Dear HR Team,",
    "hr department": "Dear HR Department,",
    "Dear Sir or Madam": "Dear Sir or Madam,",
    "To whom it may concern:": "To Whom It May Concern,",
    "everyone": "Dear everyone,",
    "Hi Jane,": "Hi Jane,",
    "Hello": "Hello,",
    "Good morning, Ms. Lee": "Good morning, Ms. Lee,",
}


@pytest.mark.parametrize(("typed", "sentence"), NOW.items())
def test_what_somebody_is_becomes_a_sentence(typed, sentence):
    assert now_sentence(typed) == sentence


@pytest.mark.parametrize(("typed", "sentence"), FOUND.items())
def test_where_somebody_found_the_job_becomes_a_sentence(typed, sentence):
    assert where_found(typed).sentence == sentence


@pytest.mark.parametrize(("typed", "sentence"), START.items())
def test_when_somebody_can_start_becomes_a_sentence(typed, sentence):
    assert start_sentence(typed) == sentence


@pytest.mark.parametrize(("typed", "words"), APPLYING.items())
def test_job_and_employer_become_the_end_of_a_sentence(typed, words):
    assert applying_for(*typed) == words


@pytest.mark.parametrize(("typed", "greeting"), GREETINGS.items())
def test_there_is_one_right_greeting(typed, greeting):
    assert greet(typed).greeting == greeting


@pytest.mark.parametrize("typed", ["Hiring Manager", "the hiring team", "HR", "To whom it may concern", "", "Hello"])
def test_a_role_is_greeted_without_a_name_for_the_address(typed):
    assert greet(typed).addressee == ""


def test_a_short_place_can_end_the_sentence_about_the_job_but_a_typed_sentence_cannot():
    assert where_found("Indeed").clause == "which I saw advertised on Indeed"
    assert where_found("a friend").clause == "which I learned about from a friend"
    assert where_found("Jane told me").clause == ""


@pytest.mark.parametrize(
    "name", ["IBM", "eBay", "McDonald's", "Acme Inc.", "AT&T", "7-Eleven", "The Home Depot", "REI"]
)
def test_a_name_with_its_own_capitals_keeps_them(name):
    assert employer_name(name) == name


@given(st.text(max_size=60))
def test_any_words_give_one_sentence_or_none(typed):
    for build in (now_sentence, lambda words: where_found(words).sentence, start_sentence):
        sentence = build(typed)
        assert not sentence or (sentence[-1] in '.!?"”’)' and not sentence.endswith(".."))
    assert greet(typed).greeting.endswith(",")
