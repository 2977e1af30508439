"""The job description: a template from a guide that recruiters fill in, check and download."""
