"""By which name do calendars and pages know an event again?"""

from __future__ import annotations

import hashlib

from corpus.models import Event


def event_id(event: Event) -> str:
    """The same as long as its day and its best citation are."""
    citation = event.mentions[0].citation
    content = f"{event.first} {event.last} {citation.span.start} {citation.span.end} {citation.article.id}"
    return "event-" + hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:32]
