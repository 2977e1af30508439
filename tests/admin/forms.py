"""The form of a role as a browser posts it."""

from django.contrib.auth import get_user
from django.test import RequestFactory
from django.urls import resolve, reverse

from guides.models import Role


def change_url(role):
    return reverse("admin:guides_role_change", args=(role.pk,))


def form_data(client, url, **changes) -> dict[str, str]:
    """What a browser would post of the form at an address, with some fields changed.

    The page is not rendered, which takes most of the time that a form with all its rows costs.
    """
    request = RequestFactory().get(url)
    request.session = client.session
    request.user = get_user(request)
    request.resolver_match = resolve(request.path)
    view, args, kwargs = request.resolver_match
    response = view(request, *args, **kwargs)
    assert response.status_code == 200
    return {**data_of(response.context_data), **changes}


def data_of(context) -> dict[str, str]:
    """What a browser would post of the form in the context of a page."""
    data = {}
    forms = [context["adminform"].form]
    for inline in context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    for form in forms:
        for field in form:
            value = field.value()
            if value is not None and value is not False:
                data[field.html_name] = "on" if value is True else str(value)
    return data


def stored(role) -> Role:
    return Role.objects.with_parts().get(pk=role.pk)
