"""The page for pupils without Python: one file that asks nothing of other machines and runs no script but its own."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

from starlette.responses import Response

_PAGE = Path(__file__).parent / "index.html"


def page() -> Response:
    """The one page, which asks nothing of any other machine and runs no script but its own."""
    text = _PAGE.read_text(encoding="utf-8")
    digests = " ".join(_hashes(text, "script"))
    styles = " ".join(_hashes(text, "style"))
    policy = (
        f"default-src 'none'; script-src {digests}; style-src {styles}; connect-src 'self'; img-src data:; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    headers = {
        "Content-Security-Policy": policy,
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }
    return Response(text, media_type="text/html; charset=utf-8", headers=headers)


def _hashes(page: str, tag: str) -> list[str]:
    blocks = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
    digests = (base64.b64encode(hashlib.sha256(block.encode()).digest()).decode() for block in blocks)
    return [f"'sha256-{digest}'" for digest in digests]
