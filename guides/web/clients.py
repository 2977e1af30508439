"""The address of a client, from the header that the proxy writes."""

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from django.conf import settings
from django.http import HttpRequest


def client_network(request: HttpRequest) -> str:
    """Return the client's IPv4 address or IPv6 network of 64 bits: the addresses that one client can choose from.

    Empty if it is unknown: behind a proxy whose header is not set, all clients have the proxy's address.
    """
    if settings.PRODUCTION and not settings.CLIENT_ADDRESS:
        return ""
    address = _parse(_written_by_proxy(request)) or _parse(request.META.get("REMOTE_ADDR", ""))
    if isinstance(address, IPv6Address) and not address.ipv4_mapped:
        return str(IPv6Network((int(address), 64), strict=False))
    return str(getattr(address, "ipv4_mapped", None) or address or "")


def _written_by_proxy(request: HttpRequest) -> str:
    """Return the last entry of the proxy's header, such as `X-Forwarded-For` or `Forwarded` (RFC 7239)."""
    header = request.headers.get(settings.CLIENT_ADDRESS, "") if settings.CLIENT_ADDRESS else ""
    entry = header.rpartition(",")[2]
    pairs = (pair.strip().partition("=") for pair in entry.split(";"))
    return next((value for name, equals, value in pairs if equals and name.lower() == "for"), entry).strip(' "')


def _parse(entry: str) -> IPv4Address | IPv6Address | None:
    """Return an address without its port and brackets; None for `unknown` and other names."""
    if entry.startswith("["):
        entry = entry[1:].partition("]")[0]
    elif entry.count(":") == 1:
        entry = entry.partition(":")[0]
    try:
        return ip_address(entry)
    except ValueError:
        return None
