"""The form of a role as a browser posts it."""

from django.urls import reverse

from guides.models import Role


def change_url(role):
    return reverse("admin:guides_role_change", args=(role.pk,))


def form_data(client, url, **changes) -> dict[str, str]:
    """What a browser would post of the form at an address, with some fields changed."""
    response = client.get(url)
    assert response.status_code == 200
    data = {}
    forms = [response.context["adminform"].form]
    for inline in response.context["inline_admin_formsets"]:
        forms += [inline.formset.management_form, *inline.formset.forms]
    for form in forms:
        for field in form:
            value = field.value()
            if value is not None and value is not False:
                data[field.html_name] = "on" if value is True else str(value)
    return {**data, **changes}


def stored(role) -> Role:
    return Role.objects.with_parts().get(pk=role.pk)
