"""What a page puts around its article, told by fixed phrases and by markup left over in the text.

The phrases are in `data/furniture.toml`. Refuses to judge by meaning: a sentence that merely sounds like a page stays.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from quiz.typography import fold

_EMBEDDED = re.compile(
    r"\[(?P<bb>tweet|video|vidéo|embed|gallery|caption|audio|youtube|iframe|instagram|facebook|image|img)\b[^\]\n]{0,200}\]"
    r"|<(?P<tag>script|style|iframe|blockquote|figure|noscript|svg|form|video|audio|object|nav|footer|aside)\b[^>\n]{0,2000}>"
    r"|<!--",
    re.IGNORECASE,
)
_TAG = re.compile(r"</?[a-zA-Z][^<>\n]{0,500}>|&[a-z]{2,8};|&#\d{1,6};")
_LINK = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w{2,}", re.IGNORECASE)
_NO_LETTERS = re.compile(r"[\W_]*")
_CREDIT = re.compile(
    r"(?:©|\(c\)\s|™)|(?:\((?:photo|crédit|image|ph\.|illustration)\b[^)]*\)|(?:photo|crédits?|image)\s*:?\s*(?:©|AFP|Reuters|Getty|DR\b)[^.]*)\.?$",
    re.IGNORECASE,
)
_COUNTERS = re.compile(
    r"(?:\d[\d\s.,]*[km]?\s*)?(?:vues?|j[’']aime|likes?|partages?|commentaires?|réponses?|avis|abonnés|lectures?)\s*:?\s*\(?\d*\)?"
    r"|(?:temps de )?lecture\s*:?\s*\d+\s*min(?:utes?)?\.?|\d+\s*min(?:utes?)?\s+de\s+lecture",
    re.IGNORECASE,
)
_BREADCRUMB = re.compile(r"(?:accueil|home|actualites?|vous etes ici)\s*[:>»›/|]\s*\w[^.!?]{0,100}$")
LONGEST_SENTENCE = 6000
"""More characters than this without the end of a sentence are no prose."""
_SENTENCE_ENDS = re.compile(r"[.!?…;:][\s»”\"')\]]")
_FOOTNOTE = re.compile(r"(?:\[\d{1,3}\]|\(\d{1,3}\)|↑|\^)\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class _Phrases:
    to_the_end: frozenset[str]
    sections: frozenset[str]
    questions: frozenset[str]
    lines: frozenset[str]
    openings: tuple[str, ...]
    links: tuple[str, ...]
    kickers: frozenset[str]


@cache
def _phrases() -> _Phrases:
    with (Path(__file__).parent / "data" / "furniture.toml").open("rb") as file:
        lists = tomllib.load(file)
    return _Phrases(
        frozenset(lists["to_the_end"]),
        frozenset(lists["sections"]),
        frozenset(lists["questions"]),
        frozenset(lists["lines"]),
        tuple(lists["openings"]),
        tuple(lists["links"]),
        frozenset(lists["kickers"]),
    )


def embedded_spans(text: str) -> list[tuple[int, int]]:
    """Sorted spans of what is embedded in the text: `[Tweet]…[/Tweet]`, `<script>…</script>`, comments. One that is
    never closed ends with its line."""
    spans: list[tuple[int, int]] = []
    lowered = text.lower()
    missing: set[str] = set()
    at = 0
    while match := _EMBEDDED.search(text, at):
        if match["bb"]:
            closing = f"[/{match['bb'].lower()}]"
        elif match["tag"]:
            closing = f"</{match['tag'].lower()}>"
        else:
            closing = "-->"
        end = -1 if closing in missing else lowered.find(closing, match.end())
        if end < 0:
            missing.add(closing)
            newline = text.find("\n", match.end())
            at = len(text) if newline < 0 else newline
            if closing[0] == "[":  # "[image]" alone is a word in brackets, and the line goes on
                at = match.end()
        else:
            at = end + len(closing)
        spans.append((match.start(), at))
    return spans


def _bare(line: str) -> str:
    return fold(line).strip(' .:?!*#_-–—•|»>«"')


def opens_comments(line: str) -> bool:
    """« Laisser un commentaire », « 12 commentaires »: nothing of the article comes after."""
    bare = re.sub(r"^\d+ | \(\d+\)$", "", _bare(line))
    return len(line) <= 80 and bare in _phrases().to_the_end


def opens_links(line: str) -> bool:
    """« Sur le même sujet : le Tour », a line of the page that titles of other articles follow."""
    return len(line) <= 160 and fold(line).startswith(_phrases().links)


def opens_section(line: str) -> bool:
    """« Voir aussi », « Sources » alone on a line: links and names follow."""
    return len(line) <= 80 and _bare(line) in _phrases().sections


def opens_questions(line: str) -> bool:
    """« Et vous ? »: questions to the readers follow."""
    return len(line) <= 80 and _bare(line) in _phrases().questions


def is_furniture(line: str) -> bool:
    """Whether a line is furniture by itself: a share button, a source line, a caption's credit, tags, an address,
    markup, signs without a letter or digit."""
    if _NO_LETTERS.fullmatch(line):
        return True
    if len(line) > 400:
        return _mostly_markup(line) or is_noise(line)
    folded = fold(line)
    phrases = _phrases()
    if folded.strip(" .,:!|·•>»") in phrases.lines:
        return True
    if len(line) <= 300 and folded.lstrip("*_-–—•>[( ").startswith(phrases.openings):
        return True
    if _BREADCRUMB.match(folded):
        return True
    if _COUNTERS.fullmatch(line) or (len(line) <= 200 and _CREDIT.search(line)):
        return True
    return _mostly_markup(line) or _mostly_links(line) or _licence(folded)


def is_noise(line: str) -> bool:
    """Whether a long paragraph is no language: a word without end, few letters, a heap of quotation marks, the same few
    words over and over, or thousands of characters without the end of a sentence. Reading it on would take for ever and
    find nothing."""
    if len(line) < 1000:
        return False
    words = line.split()
    letters = sum(map(str.isalpha, line))
    marks = sum(map(line.count, '«»“”"‘'))
    return (
        max(map(len, words)) > 500
        or letters < 0.5 * sum(map(len, words))
        or marks > 0.05 * len(line)
        or (len(words) > 500 and len(set(words)) < 0.04 * len(words))
        or max(map(len, _SENTENCE_ENDS.split(line))) > LONGEST_SENTENCE
    )


def is_kicker(line: str) -> bool:
    """« COMMUNIQUÉ DE PRESSE », « Société »: what stands above a title and is none."""
    return len(line) <= 40 and _bare(line) in _phrases().kickers


def is_reference(line: str) -> bool:
    """A footnote or an entry of a list of references: « [3] Rapport annuel, p. 12 », « ↑ Voir le communiqué »."""
    return bool(_FOOTNOTE.match(line))


def _mostly_markup(line: str) -> bool:
    if "<" not in line and "&" not in line:
        return False
    taken = sum(len(match.group()) for match in _TAG.finditer(line))
    return taken >= 0.3 * len(line)


def _mostly_links(line: str) -> bool:
    if "/" not in line and "@" not in line and "www" not in line:
        return False
    taken = sum(len(match.group()) for match in _LINK.finditer(line))
    return taken >= 0.5 * len(line)


def _licence(folded: str) -> bool:
    """« Cette dépêche est publiée sous licence Creative Commons » is about the page, not of the article."""
    if len(folded) <= 120 and re.match(
        r"(?:ce |cet )?(?:texte|article|contenu|billet)s? (?:est |sont )?(?:publie|place|diffuse)", folded
    ):
        return "licence" in folded or "domaine public" in folded
    return len(folded) <= 300 and bool(
        re.search(
            r"\b(?:sous (?:la )?licence (?:creative|cc)|licence creative commons|tous droits reserves|cc[ -]by)\b",
            folded,
        )
        and re.search(r"\b(?:article|texte|depeche|contenu|page|billet|photo|image|droits|cc by|©)\b", folded)
    )
