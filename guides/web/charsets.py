"""The charset of requests: UTF-8, as browsers send their forms."""

from collections.abc import Callable, Iterable

from django.utils.http import parse_header_parameters


def utf8_only(application: Callable[..., Iterable[bytes]]) -> Callable[..., Iterable[bytes]]:
    """Wrap a WSGI application so that it gets only requests in UTF-8.

    Django decodes the address with the charset of the body, before any middleware, and fails if it is not for text.
    """

    def wrapped(environ: dict, start_response: Callable) -> Iterable[bytes]:
        if _is_utf8(environ.get("CONTENT_TYPE", "")):
            return application(environ, start_response)
        if environ["REQUEST_METHOD"] in ("GET", "HEAD"):  # without a body
            return application({**environ, "CONTENT_TYPE": ""}, start_response)
        start_response("415 Unsupported Media Type", [("Content-Type", "text/plain"), ("Cache-Control", "no-store")])
        return [b"Only UTF-8 is supported.\n"]

    return wrapped


def _is_utf8(content_type: str) -> bool:
    try:
        _, parameters = parse_header_parameters(content_type)
    except ValueError:
        return False
    return parameters.get("charset", "utf-8").lower() in ("utf-8", "utf8")
