"""The line above every question: what the article is about and when it was written, shortened at a word.

Also the neighbours of a sentence, to read it in. Takes articles and gives plain strings; knows nothing of cards.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from quiz.articles.article import Article, Block
from quiz.authoring.french import french_date
from quiz.authoring.lists import words
from quiz.facts.lexicon import countries, is_first_name
from quiz.facts.numerals import NUMBER_WORDS
from quiz.typography import fold, french

TITLE_LENGTH = 130
"""Characters of a title that fit two lines of a screen beside the date: with fewer, long titles lose their place."""
_LEFT_OUT = "[…]"
_DETERMINERS = frozenset({"le", "la", "les", "un", "une", "du", "au", "aux", "des", "de", "à", "et", "ce", "cette"})
_CONTEXT_LENGTH = 400
"""Characters of a neighbouring sentence worth showing."""
_NO_TITLE = frozenset({"sommaire", "accueil", "menu", "en resume", "conclusion", "introduction"})
_SENTENCE_END = re.compile(r"[.!?…][»”\"’)\]]*(?=\s)|\n\s*\n?")
_ABBREVIATED = re.compile(r"(?:\b[A-ZÀ-Ý]|\b(?:M|MM|Mme|Mlle|Dr|Pr|St|Ste|etc|cf|p|art|env|av|apr|n))\.$")


def titles_of(article: Article, at: int) -> list[str]:
    """What may stand above a question on the sentence at `at`, best first.

    The article's title; the heading above the sentence, or, with neither, its first sentence; its first heading.
    """
    found = [clean(article.title)] if article.title and fold(article.title) not in _NO_TITLE else []
    headings = [b for b in article.blocks if b.kind == "heading" and re.search(r"\w", article.text[b.start : b.end])]
    above = [b for b in headings if b.end <= at]
    prose = next((b for b in article.blocks if b.kind in ("prose", "list", "blockquote")), None)
    opening = [prose] if prose is not None and not found and not above else []
    for block in (*above[-1:], *opening, *headings[:1]):
        found.append(clean(article.text[block.start : block.end]))
    found = [title for title in found if re.search(r"[^\W\d_]{3}", title) and fold(title) not in _NO_TITLE]
    return list(dict.fromkeys(found)) or [clean(article.title or article.doc)]


def title_of(article: Article) -> str:
    """What the article is called, as far as it tells."""
    return titles_of(article, 0)[0]


@lru_cache(1024)  # each candidate of an article asks for its title
def clean(text: str) -> str:
    """One line without the marks a page puts before a title."""
    line = next((line for line in text.splitlines() if re.search(r"\w", line)), text)
    return " ".join(re.sub(r"^[\s#*•>-]+", "", line).split(" ")).strip()


def shortened(text: str, length: int = TITLE_LENGTH) -> str:
    """At most `length` characters: up to its first full stop or « : » where that leaves enough, else cut at a word, an
    article or preposition never left hanging, with an ellipsis."""
    text = text.strip()
    if len(text) <= length:
        return text.rstrip(" .")
    for mark in (". ", "\u00a0: ", " : ", " ; ", " – ", " - "):
        head = text.split(mark)[0]
        if 45 <= len(head) <= length:
            return head
    kept = text[:length].rsplit(" ", 1)[0].split(" ")
    while len(kept) > 3 and (re.split(r"['’]", kept[-1])[-1] or "l").lower().strip(",;:") in words("loose_ends"):
        kept.pop()
    head = " ".join(kept).rstrip(" ,;:.-–«(")
    whole = _BEGUN.sub("", head)
    head = whole if len(whole) >= _ENOUGH else head
    if head.count("«") > head.count("»"):
        head = head[: head.rfind("«")].rstrip(" ,;:") if head.rfind("«") > 20 else head + "\u00a0»"
    return head + "…"


_BEGUN = re.compile(r",? (?:qui|que|dont|où)(?: [^ ]+){0,3}$")
"""A relative clause that the cut leaves begun: « les dix-huit heures qui ont plongé… »."""
_ENOUGH = 45


def topic_of(article: Article, at: int = 0, avoid: str = "") -> str:
    """The topic line: « Titre raccourci (7 juin 2024) », without the date where there is none or the title has it.

    A title that names `avoid` (the answer) leaves it out, or gives way to the heading above the sentence at `at`; where
    nothing is left, the title stays and the gate `not_trivial` decides.
    """
    titles = titles_of(article, at)
    without = (line for title in titles if (line := without_answer(shortened(title), avoid)))
    line = french(next(without, shortened(titles[0])))
    day = french_date(article.date) if article.date else ""
    return f"{line} ({day})" if day and day not in line else line


def without_answer(title: str, answer: str) -> str | None:
    """The title as it stands where it does not give the answer away, else with the answer's words left out; None where
    nothing is left that says what the article is about.

    « Lens : Awa Sow remporte le marathon », asked for her: « Lens : […] remporte le marathon ». The article before the
    answer goes with it, since it tells a gender.
    """
    if not mentions(title, answer):
        return title
    told = {*_full_words(answer), fold(_initials(answer))} | _ALSO_CALLED.get(fold(answer), frozenset())
    short = set(re.findall(r"\w+", fold(answer))) - told
    line: list[str] = []
    for word in re.split(r"[ \u00a0]+", title):
        here = told | short if line and line[-1] == _LEFT_OUT else told  # « Henri IV » has a short word
        goes_on = bool(line) and line[-1] == _LEFT_OUT and " " not in answer and word[:1].isupper()
        if not goes_on and not here.intersection(_parts(word)):
            line.append(word)
            continue
        while line and _of_the_name(line[-1], short, answer):
            line.pop()
        while line and line[-1].lower() in _DETERMINERS:
            line.pop()
        if line and line[-1] == _LEFT_OUT:
            line.pop()
        line += [_LEFT_OUT, *re.findall(r"[,:;.!?…»)]$", word)]
    rest = [word for word in re.findall(r"[^\W\d_]{3,}", " ".join(line)) if word.lower() not in words("loose_ends")]
    return re.sub(r" (?=[,.…)])", "", " ".join(line)) if rest else None


def _of_the_name(word: str, short: set[str], answer: str) -> bool:
    """« Jo » before « Sow » where Jo Sow is asked for, « Awa » where the answer is « A. Sow »: both give it away."""
    if not word[:1].isupper():
        return False
    if fold(word) in short:
        return True
    initial = re.match(r"(?P<letter>[A-ZÀ-Þ])\. ?[A-ZÀ-Þ]", answer)
    return initial is not None and word.startswith(initial["letter"]) and is_first_name(word)


@lru_cache(4096)
def mentions(text: str, answer: str) -> bool:
    """Whether a text gives an answer away: all its full words, or a person's surname, or the name that a company or a
    body opens with, stand in it."""
    full = _full_words(answer)
    if not full:
        return False
    within = set(_parts(text))
    if set(full) <= within:
        return True
    if len(full) == 1 or not answer[:1].isupper():
        return False
    if _initials(answer) in re.findall(r"\b[A-ZÀ-Ý]{2,}\b", text):
        return True
    if within & _ALSO_CALLED.get(fold(answer), frozenset()):
        return True
    if full[-1] in within and full[-1] not in _country_names():
        return True
    return full[0] in within and full[0] not in words("shared_heads") and not _given(answer)


_ALSO_CALLED = {
    "daech": frozenset({"ei"}),
    "etat islamique": frozenset({"daech", "ei", "daesh"}),
    "organisation des nations unies": frozenset({"onu"}),
    "nations unies": frozenset({"onu"}),
    "onu": frozenset({"nations"}),
}
"""Names by which everybody knows a body beside its own."""


def _initials(name: str) -> str:
    """« ONU » of « Organisation des Nations unies », « UE » of « Union européenne »; "" for two letters that may be a
    person's."""
    full = [word for word in re.split(r"[ \u00a0'’-]", name) if len(word) > 3]
    letters = "".join(word[0] for word in full).upper()
    common = len(full) == 2 and full[1][0].islower()
    return letters if len(letters) > 2 or common else ""


@cache
def _country_names() -> frozenset[str]:
    """« Business France » is not told by « France : … »."""
    return frozenset(fold(name) for name in countries())


def _full_words(answer: str) -> list[str]:
    return [w for w in _parts(answer) if len(w) > 2 or w.isdigit()]


def _parts(text: str) -> list[str]:
    """The folded words of a text, names parted at their hyphens and numbers left whole: « dix-huit » does not tell
    « dix »."""
    found: list[str] = []
    for word in re.findall(r"\w+(?:-\w+)*", fold(text)):
        parts = word.split("-")
        found += [word] if len(parts) > 1 and frozenset(parts) <= NUMBER_WORDS else parts
    return found


def _given(name: str) -> bool:
    """« Jean Dupont » is not told by a title on another Jean."""
    return is_first_name(re.split(r"[ \u00a0]", name)[0])


def neighbours(article: Article, start: int, end: int) -> tuple[str, str]:
    """The sentences before and after `text[start:end]`, verbatim, within the prose; "" where there is none.

    An item of a list has the end of what leads the list in before it, and no other item beside it.
    """
    text = article.text
    block = next((b for b in article.blocks if b.start <= start < b.end), None)
    blocks = [b for b in article.blocks if b.kind in ("prose", "list", "blockquote")]
    if block is None:
        return "", ""
    listed = block.kind == "list"
    before = text[_unmarked(article, block) : start].strip()
    if not before:
        earlier = [b for b in blocks if b.end <= start and not (listed and b.kind == "list")]
        before = text[_unmarked(article, earlier[-1]) : earlier[-1].end].strip() if earlier else ""
    after = text[end : block.end].strip()
    if not after and not listed:
        later = [b for b in blocks if b.start >= end]
        after = text[_unmarked(article, later[0]) : later[0].end].strip() if later else ""
    sentences_before, sentences_after = sentences(before), sentences(after)
    return (
        _clipped(sentences_before[-1], from_end=True) if sentences_before else "",
        _clipped(sentences_after[0], from_end=False) if sentences_after else "",
    )


_MARK = re.compile(r"(?:>[ \t]*)*(?:(?:[-*+•]|\d{1,2}[.)])[ \t]+)?")


def _unmarked(article: Article, block: Block) -> int:
    """Where a block begins behind the mark of its item or quotation."""
    if block.kind not in ("list", "blockquote"):
        return block.start
    mark = _MARK.match(article.text, block.start, block.end)
    return mark.end() if mark is not None else block.start


def sentences(text: str) -> list[str]:
    """A stretch of prose cut into sentences, roughly: only for showing context, never for finding facts."""
    out: list[str] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if text[match.start()] == "." and _ABBREVIATED.search(text[max(0, match.start() - 8) : match.start() + 1]):
            continue
        piece = text[start : match.end()].strip()
        if piece:
            out.append(piece)
        start = match.end()
    rest = text[start:].strip()
    return [*out, rest] if rest else out


def _clipped(sentence: str, *, from_end: bool) -> str:
    if len(sentence) <= _CONTEXT_LENGTH:
        return sentence
    if from_end:
        return sentence[-_CONTEXT_LENGTH:].split(" ", 1)[-1]
    return sentence[:_CONTEXT_LENGTH].rsplit(" ", 1)[0]
