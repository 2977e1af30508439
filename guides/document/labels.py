"""Fields and lists in words."""

# What editors read in the form, where it is not the name of the field.
LABELS = {
    "faqs": "Questions",
    "related": "Related roles",
    "pay": "All pay figures",
    "median_salary": "Median pay a year",
    "salary_range": "Pay range a year",
    "salary_low": "Pay range a year, lower end",
    "salary_high": "Pay range a year, upper end",
    "salary_high_is_open": "Pay range a year, and more",
    "growth_percent": "Growth",
    "annual_openings": "Openings a year",
    "annual_openings_is_approximate": "Openings a year, approximately",
    "career_path": "Career steps",
    "url": "Address",
    "interview": "Interview questions",
    "resumes": "Sample resumes",
    "letters": "Sample letters",
    "must_haves": "Must-haves",
    "nice_to_haves": "Nice-to-haves",
    "sample": "Sample answer",
}


def label_of(path: str) -> str:
    """The label of the field or list at a path, without the part that holds it."""
    name = path.rpartition(".")[2]
    return LABELS.get(name) or name.replace("_", " ").capitalize()
