"""`/occupations/<code>/my-pay/`: where somebody's own pay stands among that of an occupation."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from guides.finding.official_figures import PlaceChoice
from guides.official.attribution import sources_of
from guides.official.pay import Flag, Unit
from guides.official.place_words import in_place
from guides.official.places import pay_of
from guides.pages.my_pay import standing
from guides.toolkit.errors import form_errors
from guides.toolkit.my_pay import MyPayForm
from guides.web.occupations import redirect_or_unknown
from guides.web.stateless import stateless


@stateless
def my_pay(request: HttpRequest, code: str) -> HttpResponse:
    """Show the form, with the `place` in the address chosen; POST answers it."""
    pay = pay_of(code)
    if pay is None:
        return redirect_or_unknown(request, code)
    is_sent = request.method == "POST"
    choice = PlaceChoice(pay, {"place": (request.POST if is_sent else request.GET).get("place", "")})
    form = MyPayForm(request.POST if is_sent else None)
    releases = dict.fromkeys(place.figures.release for place in (choice.place, choice.nation) if place)
    context = {
        "pay": pay,
        "choice": choice,
        "form": form,
        "errors": list(form_errors(form, {})),
        "sources": sources_of(releases, settings.SITE_NAME),
        **(result_of(choice, form) if is_sent and form.is_valid() and choice.place else {}),
    }
    return render(request, "occupations/my_pay.html", context)


def result_of(choice: PlaceChoice, form: MyPayForm) -> dict[str, object]:
    """The result in the chosen place, else in the nation, with why; or only why there is none."""
    cents, unit = form.compared
    people = choice.pay.occupation.paid_as.title
    reasons = []
    for place in dict.fromkeys((choice.place, choice.nation)):
        found = place.figures.pay(unit)
        if found.is_known:
            result = standing(found, cents)
            sentence = result.sentences(f"{people} {in_place(place)}")
            return {"result": result, "sentence": sentence, "reasons": reasons, "result_place": place}
        reasons.append(reason(place.figures.pay(unit).missing, unit, f"{people} {in_place(place)}"))
    return {"reasons": reasons}


def reason(flag: Flag, unit: Unit, people: str) -> str:
    """Why pay of these people in a unit is not published."""
    if flag != Flag.NOT_APPLICABLE:
        return f"The publisher withholds the pay of {people}."
    if unit == Unit.HOUR:
        return (
            f"No pay by the hour is published for {people}, because most do not work the usual hours all year, and no "
            "conversion would be right. Write your pay for a year."
        )
    return f"For {people}, only pay by the hour is published, because few work all year. Write what you earn an hour."
