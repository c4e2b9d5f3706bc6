"""Who may look, where others reach the page, too? Whoever has the token; their browser keeps a cookie."""

from __future__ import annotations

import hashlib
import hmac
import re
from pathlib import Path

from starlette.requests import HTTPConnection, Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.errors import SettingsError
from bot.review.forms import Fields, taking_form
from bot.review.look import Look

COOKIE = "talks_review"
KEPT_SECONDS = 30 * 24 * 3600
_TOKEN = re.compile(r"[!-~]{16,200}")
_OPEN = ("/login", "/static/")
_PURPOSE = b"talks review session"


def read_token(path: Path) -> str:
    """SettingsError where the file holds nothing that is hard to guess."""
    try:
        token = path.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise SettingsError(f"The token file {path} can't be read: {reason}") from error
    if not _TOKEN.fullmatch(token):
        raise SettingsError(f"The token in {path} must be 16 to 200 ASCII characters without blanks")
    return token


class Gate:
    """Lets those in who showed the token once. The cookie is derived from it: a new token ends all sessions."""

    def __init__(self, token: str, look: Look) -> None:
        self._token = token.encode()
        self._cookie = hmac.new(self._token, _PURPOSE, hashlib.sha256).hexdigest()
        self._look = look

    def guarding(self, app: ASGIApp) -> ASGIApp:
        """ASGI middleware."""

        async def guarded(scope: Scope, receive: Receive, send: Send) -> None:
            if scope["path"].startswith(_OPEN) or self._is_known(HTTPConnection(scope)):
                await app(scope, receive, send)
                return
            await RedirectResponse("/login", 303)(scope, receive, send)

        return guarded

    def routes(self) -> list[Route]:
        return [
            Route("/login", self._ask),
            Route("/login", taking_form(self._log_in), methods=["POST"]),
        ]

    def _ask(self, request: Request) -> Response:
        """A link may bring the token along."""
        token = request.query_params.get("token")
        return self._look.page(request, "login.html") if token is None else self._check(request, token)

    def _log_in(self, request: Request, fields: Fields) -> Response:
        return self._check(request, fields.get("token", ""))

    def _check(self, request: Request, token: str) -> Response:
        if not hmac.compare_digest(token.strip().encode(errors="replace"), self._token):
            return self._look.page(request, "login.html", 403, problem="That is not the token.")
        # A page that goes on by itself, no redirect: after one from a link elsewhere, a strict cookie is not sent.
        response = self._look.page(request, "entered.html")
        response.set_cookie(COOKIE, self._cookie, KEPT_SECONDS, httponly=True, samesite="strict")
        return response

    def _is_known(self, request: HTTPConnection) -> bool:
        return hmac.compare_digest(request.cookies.get(COOKIE, "").encode(), self._cookie.encode())
