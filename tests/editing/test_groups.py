"""The groups that the migrations create."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group

from guides.editing.groups import make_groups
from guides.models import RolePart

pytestmark = pytest.mark.django_db


def codenames(group):
    return set(Group.objects.get(name=group).permissions.values_list("codename", flat=True))


def test_publishers_may_publish_and_editors_may_not():
    make_groups(apps)
    assert "publish_role" in codenames("Publisher")
    assert "publish_role" not in codenames("Editor")
    assert codenames("Editor") < codenames("Publisher")


def test_editors_may_write_every_part_of_a_role():
    make_groups(apps)
    parts = {part._meta.model_name for part in RolePart.__subclasses__()}
    assert {f"{action}_{part}" for part in parts for action in ("add", "change", "delete")} <= codenames("Editor")


def test_making_the_groups_again_changes_nothing():
    make_groups(apps)
    before = codenames("Editor")
    make_groups(apps)
    assert codenames("Editor") == before
