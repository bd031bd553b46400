"""Headers that keep a browser from doing what nobody asked: no foreign scripts, no frames, no stored answers."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_ALWAYS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",  # with no referrer at all a browser sends the origin of a form as null
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
_HTTPS = "max-age=31536000; includeSubDomains"
_LASTING = "/static/"
Raw = tuple[bytes, bytes]


class Guarding:
    """The headers of every answer, made ready once.

    Args:
        https: the browser reaches the service over https.
    """

    def __init__(self, *, https: bool) -> None:
        named = {**_ALWAYS, **({"strict-transport-security": _HTTPS} if https else {})}
        self._lasting = [(name.encode(), value.encode()) for name, value in named.items()]
        self._passing = [*self._lasting, (b"cache-control", b"no-store")]

    def around(self, path: str, given: list[Raw]) -> list[Raw]:
        """Answer the headers of an answer with these on top; one that a route gave itself is replaced.

        Args:
            path: what was asked; only static files may be kept by a browser.
            given: headers of the answer so far.
        """
        ours = self._lasting if path.startswith(_LASTING) else self._passing
        names = {name for name, _ in ours}
        return [*(each for each in given if each[0].lower() not in names), *ours]
