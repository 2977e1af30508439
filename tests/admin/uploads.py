"""Uploads of texts in the admin, and their confirmation."""

from django.urls import reverse

from guides.models import Upload

ADD = "admin:guides_upload_add"


def upload(client, *files):
    return client.post(reverse(ADD), {"files": list(files)}, follow=True)


def confirm(client, **data):
    return client.post(reverse("admin:guides_upload_confirm", args=(Upload.objects.get().pk,)), data, follow=True)
