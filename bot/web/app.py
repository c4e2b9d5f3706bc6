"""What is there under which path?"""

from __future__ import annotations

from collections.abc import Sequence

from starlette.applications import Starlette
from starlette.routing import Route

from bot.web.webhook import PREFIX, Webhook


def create_app(pages: Sequence[Route], webhook: Webhook | None = None) -> Starlette:
    """The pages for operators, and where Telegram delivers, if it does."""
    posts = [Route(PREFIX + "{key}", webhook.take, methods=["POST"])] if webhook else []
    app = Starlette(routes=[*pages, *posts])
    app.router.redirect_slashes = False
    return app
