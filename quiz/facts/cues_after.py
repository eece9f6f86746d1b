"""Cues to the right of a quotation: « …, a-t-elle dit », « … explique M. Sow », « … », selon le parquet, (le journal).

Plain patterns, since the parser loses its way in an inserted clause; the phrase that follows is read from its tokens.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from quiz.facts.cues import (
    AUXILIARY,
    CLITICS,
    DOCUMENTS,
    SOURCE,
    Cue,
    author_of,
    conditional,
    cue_of_subject,
    pronoun_of,
    source_phrase,
    speaker_like,
    speaker_noun,
)
from quiz.facts.frames import Frame, Held, Phrase, phrase_from, subject_after
from quiz.facts.lexicon import bag, is_first_name, phrases
from quiz.facts.marks import Marked
from quiz.facts.names import acronym, capital
from quiz.facts.speech import PRONOUN, speech_form
from quiz.facts.subjects import main_subject

_GAP = r"[\s,.;!?…\"»”–—-]*"
_COMME = r"(?:comme |ainsi que |c'est ce qu(?:'|e )|ce qu(?:'|e )|tel qu(?:'|e ))?"
_INVERTED_AUX = re.compile(
    rf"{_GAP}{_COMME}(?P<c>{CLITICS}{AUXILIARY})-(?:t-)?(?P<p>{PRONOUN})\b(?P<mid>(?:,? ?[\w'-]+){{0,7}})",
    re.IGNORECASE,
)
_INVERTED = re.compile(rf"{_GAP}{_COMME}(?P<c>{CLITICS}(?P<v>\w+))-(?:t-)?(?P<p>{PRONOUN})\b", re.IGNORECASE)
_COMPOUND = re.compile(rf"{_GAP}{_COMME}(?P<c>{CLITICS}(?P<aux>{AUXILIARY})\b)")
_SIMPLE = re.compile(rf"{_GAP}{_COMME}(?P<c>{CLITICS}(?P<v>\w+))\b")
_PHRASAL = re.compile(
    r" (?:savoir|valoir|remarquer|observer|noter|état de|part de|entendre|en garde"
    r"|à (?:préciser|souligner|rappeler|dire))\b"
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
_PAGES = bag("page pages compte site blog mur fil profil chaîne")
_READ = bag("lire entendre voir découvrir apprendre")
_NO_INVERSION = bag("est a y faut peut fait sera serait ait avait ont sont était")


@dataclass(frozen=True, slots=True)
class _Tail:
    """What follows a quotation: its text, where it begins in the parser's text, and the token it may not pass."""

    frame: Frame
    held: Held
    text: str
    base: int
    limit: int

    def token(self, index: int) -> int:
        """The token around a character of the tail."""
        return self.frame.token_at(self.base + index)


def after(frame: Frame, held: Held) -> Cue | None:
    """The cue to the right of a quotation, up to the next one."""
    text = frame.text_after(held)
    last = frame.doc[held.after - 1]
    base = last.idx + len(last.text)
    limit = frame.token_at(base + len(text) - 1) + 1 if text else held.after
    tail = _Tail(frame, held, text, base, limit)
    for rule in (_inverted, _source, _verb, _agent, _bracket, _signed, _uninverted):
        cue = rule(tail)
        if cue is not None:
            return cue
    return None


def later(frame: Frame, held: Held) -> Cue | None:
    """A cue that ends the sentence and covers all of it: il aurait « … » en public, a indiqué le préfet."""
    text = frame.text_after(held)
    if not text or any(h.first >= held.after for h in frame.held):
        return None
    last = frame.doc[held.after - 1]
    for comma in re.finditer(r",\s|\s(?=selon |d'après )", text):
        rest = text[comma.start() :]
        if re.match(r",?\s*pour\b", rest):
            continue
        tail = _Tail(frame, held, rest, last.idx + len(last.text) + comma.start(), len(frame.doc))
        for rule in (_inverted, _source, _verb):
            cue = rule(tail)
            if cue is None or cue.weight < 0.9 or (cue.rule == "incise-verb" and not _clause_before(tail, cue)):
                continue
            return replace(cue, rule="closing-" + cue.rule, weight=cue.weight - 0.15)
    return None


def later_source(frame: Frame, at: int) -> Cue | None:
    """Who tells a whole sentence, in a clause inserted after token `at`: 300 postes seront créés, dit la mairie."""
    text = frame.doc.text
    start = frame.doc[at].idx + len(frame.doc[at].text)
    held = Held(Marked(0, 0, 0, 0, "guillemets"), at, at + 1)
    for comma in re.finditer(r",\s", text[start:]):
        base = start + comma.start()
        tail = _Tail(frame, held, text[base:], base, len(frame.doc))
        for rule in (_inverted, _verb):
            cue = rule(tail)
            if cue is None or cue.weight < 0.9:
                continue
            if cue.phrase is None or (speaker_like(frame, cue.phrase) and _clause_before(tail, cue)):
                return cue
    return None


def _clause_before(tail: _Tail, cue: Cue) -> bool:
    """Is the sentence whole without the verb after the comma, so that the verb may be an inserted one?

    « Anne Roy, membre du « collectif du 2 mai », a réclamé la vérité »: « a réclamé » is the sentence's own verb.
    """
    doc = tail.frame.doc
    if cue.phrase is None or not (capital(doc[cue.phrase.head].text) or speaker_noun(doc[cue.phrase.head].text)):
        return False
    if tail.held.mark.end - tail.held.mark.start > 60:
        return True
    return any("VerbForm=Fin" in str(t.morph) and not tail.frame.within(t.i) for t in doc[: cue.at])


def _new_sentence(tail: str, start: int) -> bool:
    """Does the clause begin a sentence of its own (« … ». A-t-il raison ?)?"""
    return tail[start : start + 1].isupper() and "." in tail[:start]


def _inverted(tail: _Tail) -> Cue | None:
    """« … », a-t-elle également reconnu. « … », poursuit-il. A pronoun turned round right after a quotation is a cue
    whatever the verb."""
    match = _INVERTED_AUX.match(tail.text)
    if match and not _new_sentence(tail.text, match.start("c")):
        verb = next((w for w in re.findall(r"\w+", match["mid"]) if speech_form(w, "participle", "infinitive")), "")
        at = tail.token(match.start("c"))
        if match["p"].lower() == "on":
            return _read_somewhere(tail.frame, match["mid"], at, tail.limit)
        word = f"{match['c']} {verb}".strip()
        return Cue("incise-pronoun", word, None, match["p"].lower(), 1.0 if verb else 0.8, at, conditional(match["c"]))
    match = _INVERTED.match(tail.text)
    if match is None or _new_sentence(tail.text, match.start("c")):
        return None
    at = tail.token(match.start("c"))
    if match["p"].lower() == "on":
        return _read_somewhere(tail.frame, match["v"] + tail.text[match.end() :], at, tail.limit)
    known = speech_form(match["v"], "finite")
    if known or (match["v"].lower() not in _NO_INVERSION and "," in tail.text[: match.start("c")]):
        return Cue("incise-pronoun", match["c"].strip(), None, match["p"].lower(), 1.0 if known else 0.8, at)
    return None


def _read_somewhere(frame: Frame, mid: str, at: int, limit: int) -> Cue | None:
    """« … », peut-on lire dans un communiqué de l'université: the document's author speaks, where it is said."""
    if not any(w in _READ for w in re.findall(r"\w+", mid)) and not re.match(r"(?:lit|lisait)", mid):
        return None
    for i in range(at, min(limit, at + 14)):
        if frame.doc[i].text.lower() in ("dans", "sur", "sous") and i + 1 < limit:
            phrase = phrase_from(frame, i + 1, limit)
            if phrase is not None and frame.doc[phrase.head].text.lower() in _PAGES:
                return _owner(frame, phrase, at)
            if phrase is not None:
                return author_of(frame, phrase, "peut-on lire", at)
    if re.search(r"\by (?:lire|découvrir|apprendre)\b", mid):
        return Cue("document", "peut-on y lire", None, weight=0.8, at=at, document="y")
    return None


def _owner(frame: Frame, page: Phrase, at: int) -> Cue | None:
    """« sur la page Chantelle du musicien »: the musician's words; nobody's, where no one is told of."""
    for i in range(page.head + 1, page.after):
        if frame.doc[i].text.lower() in ("de", "d'", "du"):
            inner = phrase_from(frame, i + 1 if frame.doc[i].text.lower() != "du" else i, page.after)
            if inner is not None and speaker_like(frame, inner):
                return Cue("document", "peut-on lire", inner, weight=0.8, at=at, document="page")
    return None


def _source(tail: _Tail) -> Cue | None:
    """« … » selon le parquet; « … » (dixit le journal); « … », pour l'avocate."""
    match = _AFTER_SOURCE.match(tail.text)
    if match is None or _new_sentence(tail.text, match.start("c")):
        return None
    first = tail.token(match.end())
    cue = source_phrase(tail.frame, match["c"], first, tail.limit, tail.token(match.start("c")), "incise-source")
    if cue is not None and cue.phrase is not None and match["c"].lower().endswith("pour"):
        # « un danger » pour les riverains: those it is a danger to; « un danger », pour le maire.: who thinks so
        ends = cue.phrase.after >= tail.limit or tail.frame.doc[cue.phrase.after].is_punct
        if "," not in tail.text[: match.start("c")] or not ends:
            return None
    return cue


def _verb(tail: _Tail) -> Cue | None:
    """« … », a déclaré mardi la ministre; « … » explique M. Sow; « … », comme le note l'auteur."""
    for pattern in (_COMPOUND, _SIMPLE):
        match = pattern.match(tail.text)
        if match is None or tail.text[match.start("c")].isupper():
            continue
        end = _participle_end(tail.text, match) if pattern is _COMPOUND else _finite_end(tail.text, match)
        if end is None:
            continue
        phrase = subject_after(tail.frame, tail.token(end - 1) + 1, tail.limit)
        if phrase is None:
            continue
        if not tail.text[: match.start("c")].strip() and not speaker_like(tail.frame, phrase):
            continue
        word, at = tail.text[match.start("c") : end], tail.token(match.start("c"))
        if pattern is _COMPOUND and _one_for_many(tail.frame, phrase, match["aux"]):
            subject = main_subject(tail.frame, tail.held.first)
            return cue_of_subject(tail.frame, subject, "aside", word, 0.85, at) if subject else None
        if tail.frame.doc[phrase.head].text.lower() in DOCUMENTS:
            return author_of(tail.frame, phrase, word, at)
        return Cue("incise-verb", word, phrase, pronoun_of(tail.frame.words(phrase)), 1.0, at, conditional(word))
    return None


def _one_for_many(frame: Frame, phrase: Phrase, auxiliary: str) -> bool:
    """Les mineurs, « émus par ce geste », ont proposé de refaire la route: « la route » cannot be the subject of
    « ont », and the words are an aside on the subject before them."""
    plural = auxiliary.lower() in ("ont", "avaient", "auront", "auraient", "sont", "étaient", "viennent", "vont")
    single = frame.doc[phrase.first].text.lower() in ("le", "la", "l'", "un", "une", "ce", "cette", "son", "sa")
    follows = frame.doc[phrase.after].text if phrase.after < len(frame.doc) else ""
    return plural and single and follows not in ("et", ",", "ou", "-")


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
        if speech_form(word, "participle") or (word.endswith("it") and speech_form(word[:-1], "participle")):
            return start + found.end()  # « a réagit » is a common slip
        modal = (
            match["aux"] in ("vient", "viennent", "venait", "va", "vont", "doit", "devait", "veut", "aime")
            or "à" in gap
        )
        if modal and speech_form(word, "infinitive"):
            return start + found.end()
    return None


def _agent(tail: _Tail) -> Cue | None:
    """Elle est décrite comme une « … » par son biographe."""
    match = re.match(r"\s*,?\s*par (?=\w)", tail.text)
    before = tail.frame.doc[max(0, tail.held.first - 12) : tail.held.first].text
    if match is None or not _JUDGED.search(before):
        return None
    phrase = phrase_from(tail.frame, tail.token(match.end()), tail.limit)
    return Cue("agent", "par", phrase, weight=0.9, at=tail.held.after) if phrase else None


def _bracket(tail: _Tail) -> Cue | None:
    """« … » (Le Courrier du soir)."""
    match = _BRACKETED.match(tail.text)
    if match is None or not re.match(r"(?:le |la |l')?[A-ZÀ-Ý]", match["n"]) or _NO_NAME.search(match["n"]):
        return None
    if tail.held.mark.end - tail.held.mark.start < 40 or (acronym(match["n"]) and match["n"] not in phrases("media")):
        return None  # a long name and its initials
    phrase = phrase_from(tail.frame, tail.token(match.start("n")), tail.limit)
    return Cue("bracket", "", phrase, weight=0.6, at=tail.held.after) if phrase else None


_SIGNED = re.compile(
    r"\s*[,–—-] ?(?P<n>[A-ZÀ-Ý][\w'-]+(?: (?:de |du |d'|la |le )?[A-ZÀ-Ý][\w'-]+)+)(?:, [^.«:]{3,60}?)?"
    r"(?: ?\([^)]{1,30}\))?\s*\.?\s*$"
)


def _signed(tail: _Tail) -> Cue | None:
    """« … », Anne Roy, candidate (Parti bleu): a line that is a quotation and its signature, without a verb."""
    match = _SIGNED.match(tail.text)
    alone = not re.search(r"\w", tail.frame.doc[: tail.held.first].text)
    if match is None or not alone or not is_first_name(match["n"].split()[0]):
        return None
    phrase = phrase_from(tail.frame, tail.token(match.start("n")), tail.limit)
    return Cue("signature", "", phrase, weight=0.8, at=tail.held.after) if phrase else None


def _uninverted(tail: _Tail) -> Cue | None:
    """« …, il a insisté. : the writer forgot to close the quotation and to turn the verb round."""
    match = _UNINVERTED.match(tail.text)
    if match is None or not speech_form(match["v"], "participle", "finite"):
        return None
    if tail.held.mark.certain and "," not in tail.text[: match.start("p")]:
        return None
    at = tail.token(match.start("p"))
    return Cue("incise-pronoun", match["c"], None, match["p"].lower(), 0.8, at)
