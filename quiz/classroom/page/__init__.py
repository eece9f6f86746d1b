"""The page for pupils without Python: one file that asks nothing of other machines and runs no script but its own."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import cache
from pathlib import Path

from starlette.responses import Response

from quiz.language import catalogue

_PLACE = "/*WORDS*/{}"


def page(host: str = "") -> Response:
    """The page as it is sent, with a policy under which a browser runs its script, and nothing else from anywhere.
    `host` is what the browser calls this server: some do not take « self » for its sockets too."""
    text = _text()
    sockets = f" ws://{host}" if re.fullmatch(r"[\w.-]+(:\d+)?|\[[0-9a-fA-F:.]+\](:\d+)?", host, re.ASCII) else ""
    policy = (
        f"default-src 'none'; script-src {_digests(text, 'script')}; style-src {_digests(text, 'style')}; "
        f"connect-src 'self'{sockets}; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
    headers = {
        "Content-Security-Policy": policy,
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }
    return Response(text, media_type="text/html; charset=utf-8", headers=headers)


@cache
def _text() -> str:
    """The page with the words of both languages in it, from the catalogues that the terminal uses too."""
    words = {
        lang: {
            re.sub(r"^page\.|^refused\.", lambda found: "refused-" if "refused" in found[0] else "", key): sentence
            for key, sentence in catalogue(lang, "classroom").items()
            if key.startswith(("page.", "refused."))
        }
        for lang in ("fr", "en")
    }
    text = (Path(__file__).parent / "index.html").read_text(encoding="utf-8")
    return text.replace(_PLACE, json.dumps(words, ensure_ascii=False, sort_keys=True).replace("</", "<\\/"))


def _digests(page: str, tag: str) -> str:
    blocks = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.DOTALL)
    digests = (base64.b64encode(hashlib.sha256(block.encode()).digest()).decode() for block in blocks)
    return " ".join(f"'sha256-{digest}'" for digest in digests)
