"""How does Telegram say no? An error code and the description that bots match on."""

from __future__ import annotations


class ApiError(Exception):
    """A refused Bot API call; `retry_after` is in seconds."""

    def __init__(self, code: int, description: str, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after


class ReaderError(Exception):
    """Something that no reader can do, or an order that makes no sense, in one sentence."""


def bad_request(reason: str) -> ApiError:
    return ApiError(400, f"Bad Request: {reason}")


def too_many_requests(retry_after: int) -> ApiError:
    return ApiError(429, f"Too Many Requests: retry after {retry_after}", retry_after)
