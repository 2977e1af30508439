"""Headers that limit what a page may do and which sites may use it, on every response.

They depend on the address and not on the view, because a 304 replaces the headers that a browser has stored.
"""

from csp.decorators import csp_replace, csp_update
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.clickjacking import xframe_options_exempt

from guides.document.tools import INTERVIEW, JOB_DESCRIPTION

# All features that browsers know, except `clipboard-write`, which the copy buttons use, `unload`, which Django's admin
# uses, and client hints (`ch-…`), which browsers send only where a site asks for them.
FEATURES = (
    *("accelerometer", "aria-notify", "autoplay", "bluetooth", "browsing-topics", "camera", "captured-surface-control"),
    *("clipboard-read", "compute-pressure", "cross-origin-isolated", "deferred-fetch", "deferred-fetch-minimal"),
    *("digital-credentials-create", "digital-credentials-get", "display-capture", "encrypted-media", "fullscreen"),
    *("gamepad", "geolocation", "gyroscope", "hid", "identity-credentials-get", "idle-detection", "interest-cohort"),
    *("keyboard-map", "language-detector", "language-model", "local-fonts", "local-network", "local-network-access"),
    *("loopback-network", "magnetometer", "media-playback-while-not-visible", "microphone", "midi"),
    *("on-device-speech-recognition", "otp-credentials", "payment", "picture-in-picture"),
    *("private-state-token-issuance", "private-state-token-redemption", "publickey-credentials-create"),
    *("publickey-credentials-get", "screen-wake-lock", "serial", "speaker-selection", "storage-access", "summarizer"),
    *("sync-xhr", "translator", "usb", "web-share", "window-management", "xr-spatial-tracking"),
)
NO_FEATURES = ", ".join(f"{name}=()" for name in FEATURES)
MICROPHONE = NO_FEATURES.replace("microphone=()", "microphone=(self)")

# Data and pictures that pages of other sites may load, by the names of their addresses.
FOR_OTHER_SITES = {"guide_json", "guides_json", "openapi", "oembed", "picture", "share_image", "favicon"}


class PolicyHeaders:
    """Middleware: Permissions-Policy, Cross-Origin-Resource-Policy, and exceptions from the security policy."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        name = request.resolver_match.view_name if request.resolver_match else ""
        is_embed = name == JOB_DESCRIPTION.kind and request.GET.get("embed") == "1"
        is_shared = is_embed or name in FOR_OTHER_SITES or _is_version_data(request, name) or _is_icon(request)
        response["Permissions-Policy"] = MICROPHONE if name == INTERVIEW.kind else NO_FEATURES
        response["Cross-Origin-Resource-Policy"] = "cross-origin" if is_shared else "same-origin"
        if name == INTERVIEW.kind:
            return _with_recordings(response)
        return _in_any_frame(response) if is_embed else response


def _is_version_data(request: HttpRequest, name: str) -> bool:
    return name == "job_description_version" and request.GET.get("as") == "data"


def _is_icon(request: HttpRequest) -> bool:
    """Return whether a request is for the file that `/favicon.ico` redirects to."""
    return request.path.startswith(f"{settings.STATIC_URL}favicon.")


@csp_replace({"frame-ancestors": ["*"]})
@xframe_options_exempt
def _in_any_frame(response: HttpResponse) -> HttpResponse:
    return response


@csp_update({"media-src": ["blob:"]})
def _with_recordings(response: HttpResponse) -> HttpResponse:
    """Allow a page to play what it records, which never leaves the browser."""
    return response
