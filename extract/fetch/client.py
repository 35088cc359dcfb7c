"""One page from the network, bounded in size and time, its body never decoded by the client.

httpx is imported here and nowhere else.
"""

import time
from datetime import date, datetime
from urllib.parse import urljoin, urlsplit

import httpx
from protego import Protego

from extract.page import RawPage, UnreadPage
from extract.rejection import Reason, Rejection, Stage
from extract.warc import CHINA

MAX_REDIRECTS = 5
DEADLINE_SECONDS = 30.0
"""For a page as a whole: httpx's own timeouts never end a server that sends a byte a second."""
ROBOTS_BYTES = 500 * 1024
"""RFC 9309: so much of a robots.txt is to be read, at least."""


class _RefusedError(Exception):
    """The page is not to be had; carries what the rejection says."""

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason


def fetch(url: str, *, max_bytes: int, user_agent: str) -> RawPage | UnreadPage:
    """Fetch one page, robots.txt permitting, following at most five redirects to http(s) addresses."""
    try:
        with httpx.Client(headers={"User-Agent": user_agent}, timeout=10.0, follow_redirects=False) as client:
            _ask_robots(client, url, user_agent)
            return _get_page(client, url, max_bytes, user_agent)
    except _RefusedError as refused:
        return _unread(url, refused.reason, str(refused))
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError) as error:
        return _unread(url, Reason.UNREADABLE, f"{type(error).__name__}: {error}")


def _get_page(client: httpx.Client, url: str, max_bytes: int, user_agent: str) -> RawPage:
    address = url
    for _ in range(MAX_REDIRECTS + 1):
        response, body = _get(client, address, max_bytes)
        if not response.has_redirect_location:
            if not response.is_success:
                raise _RefusedError(
                    Reason.HTTP_ERROR, f"The site answered with status {response.status_code}."
                )
            return RawPage(
                source=url,
                path=address,
                body=body,
                url=address,
                content_type=response.headers.get("Content-Type"),
                seen_on=_today(),
            )
        was, address = address, _join(address, response.headers["Location"])
        if urlsplit(address).scheme not in ("http", "https"):
            raise _RefusedError(Reason.REFUSED, f"A redirect leads to {address}.")
        if urlsplit(address).netloc != urlsplit(was).netloc:
            _ask_robots(client, address, user_agent)
    raise _RefusedError(Reason.HTTP_ERROR, f"More than {MAX_REDIRECTS} redirects.")


def _get(
    client: httpx.Client, url: str, max_bytes: int, *, may_cut: bool = False
) -> tuple[httpx.Response, bytes]:
    """The response and its body. Asked for without compression, so that what is counted is what arrives."""
    ends = time.monotonic() + DEADLINE_SECONDS
    body = bytearray()
    with client.stream("GET", url, headers={"Accept-Encoding": "identity"}) as response:
        if response.headers.get("Content-Encoding", "identity").lower() not in ("", "identity"):
            raise _RefusedError(Reason.UNREADABLE, "The site sends compressed pages though asked not to.")
        for chunk in response.iter_raw():
            body += chunk
            if len(body) > max_bytes and may_cut:
                return response, bytes(body[:max_bytes])
            if len(body) > max_bytes:
                raise _RefusedError(Reason.TOO_BIG, f"More than {max_bytes} bytes.")
            if time.monotonic() > ends:
                raise _RefusedError(Reason.UNREADABLE, f"The page took over {DEADLINE_SECONDS:.0f} seconds.")
        stated = response.headers.get("Content-Length")
        if stated and stated.isdigit() and len(body) < int(stated) and not response.is_redirect:
            raise _RefusedError(
                Reason.UNREADABLE, f"The body breaks off after {len(body)} of {stated} bytes."
            )
    return response, bytes(body)


def _ask_robots(client: httpx.Client, url: str, user_agent: str) -> None:
    """RFC 9309: no robots.txt allows all, one that the server fails to give forbids all for now."""
    robots_url = _join(url, "/robots.txt")
    response, body = _get(client, robots_url, ROBOTS_BYTES, may_cut=True)
    for _ in range(MAX_REDIRECTS):
        if not response.has_redirect_location:
            break
        robots_url = _join(robots_url, response.headers["Location"])
        response, body = _get(client, robots_url, ROBOTS_BYTES, may_cut=True)
    if response.is_server_error:
        raise _RefusedError(
            Reason.REFUSED, f"robots.txt answered with status {response.status_code}; try later."
        )
    if response.is_success and not Protego.parse(body.decode("utf-8", "replace")).can_fetch(url, user_agent):
        raise _RefusedError(Reason.REFUSED, "robots.txt forbids this address.")


def _join(base: str, reference: str) -> str:
    try:
        return urljoin(base, reference)
    except ValueError as error:
        raise _RefusedError(Reason.UNREADABLE, f"No valid address: {error}") from error


def _today() -> date:
    return datetime.now(CHINA).date()


def _unread(url: str, reason: Reason, detail: str) -> UnreadPage:
    return UnreadPage(source=url, path=url, url=url, rejection=Rejection(Stage.READ, reason, detail))
