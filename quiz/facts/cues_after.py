"""Cues to the right of a quotation: « …, a-t-elle dit », « … explique M. Sow », « … », selon le parquet, (le journal).

Plain patterns, since the parser loses its way in an inserted clause; the phrase that follows is read from its tokens.
"""

from __future__ import annotations

import re

from quiz.facts.cues import (
    AUXILIARY,
    CLITICS,
    SOURCE,
    Cue,
    author_of,
    conditional,
    pronoun_of,
    source_phrase,
    speaker_like,
)
from quiz.facts.frames import Frame, Held, phrase_from, subject_after
from quiz.facts.speech import PRONOUN, speech_form

_GAP = r"[\s,.;!?…\"»”–—-]*"
_COMME = r"(?:comme |ainsi que |c'est ce qu(?:'|e )|ce qu(?:'|e )|tel qu(?:'|e ))?"
_INVERTED_AUX = re.compile(
    rf"{_GAP}{_COMME}(?P<c>{CLITICS}{AUXILIARY})-(?:t-)?(?P<p>{PRONOUN})\b(?P<mid>(?:,? ?[\w'-]+){{0,7}})", re.IGNORECASE
)
_INVERTED = re.compile(rf"{_GAP}{_COMME}(?P<c>{CLITICS}(?P<v>\w+))-(?:t-)?(?P<p>{PRONOUN})\b", re.IGNORECASE)
_COMPOUND = re.compile(rf"{_GAP}{_COMME}(?P<c>{CLITICS}(?P<aux>{AUXILIARY})\b)")
_SIMPLE = re.compile(rf"{_GAP}{_COMME}(?P<c>{CLITICS}(?P<v>\w+))\b")
_PHRASAL = re.compile(
    r" (?:savoir|valoir|remarquer|observer|noter|état de|part de|entendre|en garde|à (?:préciser|souligner|rappeler|dire))\b"
)
_AFTER_SOURCE = re.compile(rf"{_GAP}\(?\s*(?P<c>{SOURCE})(?: |(?<='))", re.IGNORECASE)
_UNINVERTED = re.compile(
    rf"\s*,?\s*(?P<p>{PRONOUN}) (?P<c>{CLITICS}(?:(?:a|ont|avait|avaient) (?:\w+ )?)?(?P<v>\w+))\b"
)
_BRACKETED = re.compile(r"\s*\(\s*(?:dixit |source : |selon )?(?P<n>[^()]{3,60}?)\s*\)")
_NO_NAME = re.compile(r"\d{4}|traduction|sic|ndlr|ndr", re.IGNORECASE)
_JUDGED = re.compile(
    r"(?:décri|qualifi|jug|trait|dénonc|salu|accus|présent|considér|critiqu|condamn|perçu|désign|annonc|défini)\w*"
    r"(?: comme| de| d'| pour)?(?: une?| des?| d'une?| l[ea]s?| l')?\s*$"
)
_READ = frozenset("lire entendre voir découvrir apprendre".split())
_NO_INVERSION = frozenset("est a y faut peut fait sera serait ait avait ont sont était".split())


def after(frame: Frame, held: Held) -> Cue | None:
    """The cue to the right of a quotation, up to the next one."""
    tail = frame.text_after(held)
    last = frame.doc[held.after - 1]
    base = last.idx + len(last.text)
    limit = frame.token_at(base + len(tail) - 1) + 1 if tail else held.after
    for rule in (_inverted, _source, _verb, _agent, _bracket, _uninverted):
        cue = rule(frame, held, tail, base, limit)
        if cue is not None:
            return cue
    return None


def later(frame: Frame, held: Held) -> Cue | None:
    """A cue that ends the sentence and covers all of it: il aurait « … » en public, a indiqué le préfet."""
    tail = frame.text_after(held)
    if not tail or any(h.first >= held.after for h in frame.held):
        return None
    last = frame.doc[held.after - 1]
    for comma in re.finditer(r",\s|\s(?=selon |d'après )", tail):
        rest = tail[comma.start() :]
        if re.match(r",?\s*pour\b", rest):
            continue
        for rule in (_inverted, _source, _verb):
            cue = rule(frame, held, rest, last.idx + len(last.text) + comma.start(), len(frame.doc))
            if cue is not None and cue.weight >= 0.9:
                return Cue("closing-" + cue.rule, cue.word, cue.phrase, cue.pronoun, cue.weight - 0.15, cue.at, cue.hearsay)
    return None


def _new_sentence(tail: str, start: int) -> bool:
    """Does the clause begin a sentence of its own (« … ». A-t-il raison ?)?"""
    return tail[start : start + 1].isupper() and "." in tail[:start]


def _inverted(frame: Frame, held: Held, tail: str, base: int, limit: int) -> Cue | None:
    """« … », a-t-elle également reconnu. « … », poursuit-il. A pronoun turned round right after a quotation is a cue
    whatever the verb."""
    match = _INVERTED_AUX.match(tail)
    if match and not _new_sentence(tail, match.start("c")):
        verb = next((w for w in re.findall(r"\w+", match["mid"]) if speech_form(w, "participle", "infinitive")), "")
        at = frame.token_at(base + match.start("c"))
        if match["p"].lower() == "on":
            return _read_somewhere(frame, match["mid"], at, limit)
        word = f"{match['c']} {verb}".strip()
        return Cue("incise-pronoun", word, None, match["p"].lower(), 1.0 if verb else 0.8, at, conditional(match["c"]))
    match = _INVERTED.match(tail)
    if match is None or _new_sentence(tail, match.start("c")):
        return None
    at = frame.token_at(base + match.start("c"))
    if match["p"].lower() == "on":
        return _read_somewhere(frame, match["v"] + tail[match.end() :], at, limit)
    known = speech_form(match["v"], "finite")
    if known or (match["v"].lower() not in _NO_INVERSION and "," in tail[: match.start("c")]):
        return Cue("incise-pronoun", match["c"].strip(), None, match["p"].lower(), 1.0 if known else 0.8, at)
    return None


def _read_somewhere(frame: Frame, mid: str, at: int, limit: int) -> Cue | None:
    """« … », peut-on lire dans un communiqué de l'université: the document's author speaks, where it is said."""
    if not any(w in _READ for w in re.findall(r"\w+", mid)) and not re.match(r"(?:lit|lisait)", mid):
        return None
    for i in range(at, min(limit, at + 14)):
        if frame.doc[i].text.lower() in ("dans", "sur", "sous") and i + 1 < limit:
            phrase = phrase_from(frame, i + 1, limit)
            if phrase is not None:
                return author_of(frame, phrase, "peut-on lire", at)
    return None


def _source(frame: Frame, held: Held, tail: str, base: int, limit: int) -> Cue | None:
    """« … » selon le parquet; « … » (dixit le journal); « … », pour l'avocate."""
    match = _AFTER_SOURCE.match(tail)
    if match is None or _new_sentence(tail, match.start("c")):
        return None
    first = frame.token_at(base + match.end())
    return source_phrase(frame, match["c"], first, limit, frame.token_at(base + match.start("c")), "incise-source")


def _verb(frame: Frame, held: Held, tail: str, base: int, limit: int) -> Cue | None:
    """« … », a déclaré mardi la ministre; « … » explique M. Sow; « … », comme le note l'auteur."""
    for pattern in (_COMPOUND, _SIMPLE):
        match = pattern.match(tail)
        if match is None or tail[match.start("c")].isupper():
            continue
        end = _participle_end(tail, match) if pattern is _COMPOUND else _finite_end(tail, match)
        if end is None:
            continue
        phrase = subject_after(frame, frame.token_at(base + end - 1) + 1, limit)
        if phrase is None:
            continue
        if pattern is _SIMPLE and not tail[: match.start("c")].strip() and not speaker_like(frame, phrase):
            continue
        word, at = tail[match.start("c") : end], frame.token_at(base + match.start("c"))
        return Cue("incise-verb", word, phrase, pronoun_of(frame.words(phrase)), 1.0, at, conditional(word))
    return None


def _finite_end(tail: str, match: re.Match[str]) -> int | None:
    """Where the finite verb of saying ends: « explique », « fait valoir », « met en garde »."""
    if match["v"] in ("fait", "faisait", "laisse", "laissait", "met", "mettait", "tient", "tenait"):
        phrasal = _PHRASAL.match(tail, match.end("v"))
        if phrasal:
            return phrasal.end()
    return match.end("v") if speech_form(match["v"], "finite") else None


def _participle_end(tail: str, match: re.Match[str]) -> int | None:
    """Where the verb group ends: « a déclaré », « a tenu à préciser », « s'est dite ravie », « a fait savoir »."""
    start = match.end("aux")
    for found in re.finditer(r"[\w'-]+", tail[start : start + 80]):
        word = found.group()
        gap = tail[start : start + found.start()]
        if re.search(r"[.;:«(]", gap) or word[:1].isupper() or gap.count(",") > 2:
            return None
        if word in ("fait", "laissé", "mis"):
            phrasal = _PHRASAL.match(tail, start + found.end())
            if phrasal:
                return phrasal.end()
        if speech_form(word, "participle"):
            return start + found.end()
        modal = match["aux"] in ("vient", "viennent", "venait", "va", "vont", "doit", "devait", "veut", "aime") or "à" in gap
        if modal and speech_form(word, "infinitive"):
            return start + found.end()
    return None


def _agent(frame: Frame, held: Held, tail: str, base: int, limit: int) -> Cue | None:
    """Elle est décrite comme une « … » par son biographe."""
    match = re.match(r"\s*,?\s*par (?=\w)", tail)
    before = frame.doc[max(0, held.first - 12) : held.first].text
    if match is None or not _JUDGED.search(before):
        return None
    phrase = phrase_from(frame, frame.token_at(base + match.end()), limit)
    return Cue("agent", "par", phrase, weight=0.9, at=held.after) if phrase else None


def _bracket(frame: Frame, held: Held, tail: str, base: int, limit: int) -> Cue | None:
    """« … » (Le Courrier du soir)."""
    match = _BRACKETED.match(tail)
    if match is None or not re.match(r"(?:le |la |l')?[A-ZÀ-Ý]", match["n"]) or _NO_NAME.search(match["n"]):
        return None
    phrase = phrase_from(frame, frame.token_at(base + match.start("n")), limit)
    return Cue("bracket", "", phrase, weight=0.6, at=held.after) if phrase else None


def _uninverted(frame: Frame, held: Held, tail: str, base: int, limit: int) -> Cue | None:
    """« …, il a insisté. : the writer forgot to close the quotation and to turn the verb round."""
    match = _UNINVERTED.match(tail)
    if match is None or not speech_form(match["v"], "participle", "finite"):
        return None
    if held.mark.certain and "," not in tail[: match.start("p")]:
        return None
    at = frame.token_at(base + match.start("p"))
    return Cue("incise-pronoun", match["c"], None, match["p"].lower(), 0.8, at)
