"""User groups: editors write; publishers also decide what the public sees."""

PARTS = (
    "source",
    "occupationlink",
    "license",
    "provenance",
    "roleindustry",
    "section",
    "responsibility",
    "educationrequirement",
    "roleskill",
    "step",
    "salarylevel",
    "otherpay",
    "careerstep",
    "specialization",
    "procon",
    "faq",
    "resource",
    "relatedrole",
    "interviewquestion",
    "sampleresume",
    "sampleletter",
    "jobad",
    "glossaryterm",
)
ALL = ("add", "change", "delete", "view")
EDITOR = {
    **dict.fromkeys(("role", "skillalias", *PARTS), ALL),
    **dict.fromkeys(("skill", "industry"), ("add", "change", "view")),
    "revision": ("view",),
}
PUBLISHER = {**EDITOR, "role": (*ALL, "publish")}
GROUPS = {"Editor": EDITOR, "Publisher": PUBLISHER}
# Permissions added later, each by the migration that creates its models.
SITE = {
    "Editor": dict.fromkeys(("jobsearch", "correction"), ("view",)),
    "Publisher": dict.fromkeys(("jobsearch", "correction"), ALL),
}
JOB_DESCRIPTIONS = {name: {"jobdescription": ("view",)} for name in GROUPS}


def make_groups(apps, groups: dict[str, dict[str, tuple[str, ...]]] = GROUPS) -> None:
    """Create the groups and grant them at least these permissions, by model and action.

    Migrations call this with their own app registry, which may lack newer models: the migrations that create those call
    it again. Missing permissions are created here, because Django creates them only after all migrations have run.
    """
    known = apps.all_models["guides"]
    for name, models in groups.items():
        group, _ = apps.get_model("auth", "Group").objects.get_or_create(name=name)
        for model, actions in ((model, actions) for model, actions in models.items() if model in known):
            group.permissions.add(*(_permission(apps, model, action) for action in actions))


def _permission(apps, model: str, action: str):
    kind, _ = apps.get_model("contenttypes", "ContentType").objects.get_or_create(app_label="guides", model=model)
    options, codename = apps.get_model("guides", model)._meta, f"{action}_{model}"
    name = dict(options.permissions).get(codename, f"Can {action} {options.verbose_name_raw}")
    permissions = apps.get_model("auth", "Permission").objects
    return permissions.get_or_create(content_type=kind, codename=codename, defaults={"name": name})[0]
