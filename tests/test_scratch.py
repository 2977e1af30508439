import html, re, pytest
from django.urls import reverse
from guides.models import Role
from tests.admin.forms import change_url, form_data, stored
from tests.builders import *
pytestmark = pytest.mark.django_db
def test_x(editor_client):
    make_role(title="Pilot", slug="pilot", related=())
    role = make_role()
    data = form_data(editor_client, change_url(role))
    data |= {"slug": "pilot", "alternative_titles": "a"*300, "median_salary": "much", "annual_openings": "1.2 k", "country": "", "growth_percent":"fast",
      "sources-0-covers": "Key Facts", "sources-0-as_of": "lately", "sources-TOTAL_FORMS": "2", "sources-1-name":"x", "sources-1-covers":"Bad Words", "sources-1-url":"https://a.b/c,d", "sources-1-place":"1",
      "faqs-0-question": "", "steps-0-DELETE": "on", "steps-1-text": "", "related_roles-TOTAL_FORMS":"2", "related_roles-1-target": data["related_roles-0-target"], "skills-0-place":"2","skills-1-place":"1",
      "career_steps-0-experience": "5-2 years", "industries-0-industry": "999999", "salary_levels-0-title": "Keeper $40,000 $50,000", "skills-TOTAL_FORMS":"3","skills-2-name":"Lamp Maintenance","skills-2-kind":"technical",
      "open_rows":"skills-1 faqs-0"}
    r = editor_client.post(change_url(role), data)
    page = html.unescape(r.content.decode())
    print(r.status_code)
    print(re.search(r'<ul class="errorlist mistakes">.*?</ul>', page, re.S)[0])
    print(re.findall(r'errornote">.*?</', page, re.S))
    print(re.findall(r'parts__heading.*?</h2>', page))
    print(re.findall(r'id="([a-z_]+-\d+)">', page))
    print([m for m in re.findall(r'<div class="part-row inline-related.*? id="([^"]+)".*?<details class="part-row__fields"( open)?', page, re.S) if m[1]])
    print(re.findall(r'<input[^>]*name="(?:slug|annual_openings|skills-\d-place|steps-0-DELETE)"[^>]*>', page))
