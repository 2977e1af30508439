"""Read by gunicorn where it is started in this folder."""

# The address of a filled form is a document: twice the length at which the page itself says that it is too long.
limit_request_line = 8190
