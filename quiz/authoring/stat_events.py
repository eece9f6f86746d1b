"""The event of an article, as its title tells it, put into a question that would else be about any event: « Combien de
personnes ont été blessées dans l'attentat de Vaugris ? ».

Knows titles and a list of nouns for events. Refuses sentences that tell of an earlier event or name one themselves.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path

from quiz.authoring.french import elide, in_place, lower_first, of, place_article, the_place
from quiz.facts.fact import Frame

_FILE = Path(__file__).parent / "data" / "stat_events.toml"


@cache
def _events() -> dict[str, tuple[str, str]]:
    """Nouns for events: singular or plural form -> (gender and number "f", "m" or "p", preposition)."""
    table = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {
        noun: (kind, preposition)
        for preposition, kinds in table.items()
        for kind, nouns in kinds.items()
        for noun in nouns.split()
    }


_PLACE = re.compile(
    r"(?P<how> (?:à|au|aux|en|dans|de|du|d['’]|près de)) ?"
    r"(?P<where>(?:l['’]|la |le |les )?[A-ZÀ-Þ][\w'’-]*(?:[ -][A-ZÀ-Þ][\w'’-]*)*)"
)


def event_of(title: str | None) -> str | None:
    """« Inde : dix morts dans un attentat à Vaugris » is « dans l'attentat de Vaugris »; None where the title has no
    event, or several."""
    told = _event(title)
    if told is None:
        return None
    preposition, phrase = told
    return f"lors {of(phrase)}" if preposition == "lors de" else f"{preposition} {phrase}"


def with_bilan(text: str, title: str | None) -> str:
    """« Le bilan s'élève à sept morts » under « Attentat à Vaugris » is the toll of « l'attentat de Vaugris »."""
    told = _event(title)
    if told is None:
        return text
    return _BILAN.sub(lambda m: f"{m.group()} {of(told[1])}", text, count=1)


_BILAN = re.compile(
    r"\b(?:[Ll]e|[Uu]n) (?:premier |dernier |nouveau )?bilan(?: provisoire| définitif| officiel)?"
    r"(?= (?:s['’]|est|fait|fais|a\b|avait|était)|$)"
)


@lru_cache(256)
def _event(title: str | None) -> tuple[str, str] | None:
    """(« dans », « l'attentat de Vaugris »)."""
    if not title:
        return None
    found = [m for m in re.finditer(r"\w+(?:-\w+)?", title.lower()) if m.group() in _events()]
    if not found:
        return _acted(title)
    if len({m.group() for m in found}) != 1:
        return None
    noun = found[0].group()
    kind, preposition = _events()[noun]
    rest = title[found[0].end() :]
    whole = re.match(r" (?:de terre|de boue|de terrain|d['’]otages|de neige)\b", rest)
    if whole:
        noun, rest = noun + whole.group(), rest[whole.end() :]
    article = {"f": "la", "m": "le", "p": "les"}[kind]
    phrase = f"{article} {noun}" if kind == "p" else elide(article, noun)
    own = re.match(r" (?P<name>[A-ZÀ-Þ][\w'’-]+)", rest)
    place = _PLACE.search(rest)
    if own:
        phrase += own.group()
    elif place is not None and (place.start() == 0 or not place["how"].strip().startswith("d")):
        how, where = place["how"].strip(), place["where"]
        phrase += f" {of(where)}" if how == "à" else f" {how}{'' if how.endswith(chr(39)) else ' '}{where}"
    return preposition, phrase


_ACTS = (
    (re.compile(r"\bs['’](?:effondr|écroul)\w+"), "l'effondrement"),
    (re.compile(r"\bdéraill\w+"), "le déraillement"),
    (re.compile(r"\bexplose(?:nt)?\b"), "l'explosion"),
    (re.compile(r"\bs['’]écrase(?:nt)?\b"), "l'accident"),
    (re.compile(r"\bchavir\w+|\bfait naufrage\b"), "le naufrage"),
)
"""What a title tells with a verb: « Metz : trois immeubles s'écroulent »."""


def _acted(title: str) -> tuple[str, str] | None:
    """(« dans », « l'effondrement de Metz ») of a title whose verb says what has happened."""
    acts = [noun for verb, noun in _ACTS if verb.search(title)]
    if len(acts) != 1:
        return None
    head = re.match(r"(?P<place>[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)*) ?: ", title)
    place = _PLACE.search(title)
    if place is not None:
        how = place["how"].strip()
        return "dans", f"{acts[0]} {how}{'' if how.endswith(chr(39)) else ' '}{place['where']}"
    if head is not None and place_article(head["place"]) is None:
        return "dans", f"{acts[0]} {of(head['place'])}"
    return "dans", acts[0]


_TOLL = re.compile(
    r"\b(?:mort|morte|tué|blessé|victime|péri|disparu|décédé|évacué|hospitalisé|arrêté|interpellé"
    r"|affecté|touché|sinistré|endommagé|détruit|privé"
    r"|mobilisé|déployé|transporté|secouru|per(?:du|dent|d) la vie|intervention)(?:e|s|es)?\b"
)
_PLACED = re.compile(
    r"(?<=[ '’(])(?!UTC)[A-ZÀ-Þ]|\b(?:1[89]|20)\d\d\b|\b(?:avai(?:t|ent)|venai(?:t|ent))\b|\b(?:dans|lors|après|par) "
)


def with_event(question: str, title: str | None) -> str:
    """The question with the event its title tells of, where it counts people or things an event has hit and names
    neither place nor day: « Combien de personnes ont été blessées ? »."""
    body = question.removesuffix("?").strip()
    if not _TOLL.search(body) or _PLACED.search(body):
        return question
    told = _event(title)
    if told is None or told[1].split()[-1] in body:
        return question
    if any(m.group() in _events() for m in re.finditer(r"\w+(?:-\w+)?", body.lower())) or _OWN_EVENT.search(body):
        return question
    event = event_of(title) if _VICTIMS.search(body) else f"à la suite {of(told[1])}"
    return f"{body} {event}"


_OWN_EVENT = re.compile(r"\bdéraillement\b|\b(?:fait|faisait)(?:-\w+)* (?:état|mention)\b|\b(?:mention|état)$")
"""« Combien de passagers le déraillement a-t-il blessés ? » names its event itself."""
_VICTIMS = re.compile(r"\b(?:mort|tué|blessé|péri|disparu|décédé|per(?:du|dent|d) la vie|victime)(?:e|s|es)?\b")
"""Who was hit in the event; others were arrested, evacuated, sent there or cut off because of it."""


def made_definite(subject: str, title: str | None) -> str:
    """« une explosion » under a title that has it is « l'explosion »; « des attaques perpétrées à Metz » are « les
    attaques perpétrées à Metz »."""
    found = re.match(r"(?P<article>une?|des) (?P<noun>\w+)", subject)
    if found is None or not title:
        return subject
    told = re.search(rf"\b{re.escape(found['noun'][:6])}", title, re.IGNORECASE)
    if told is None or found["noun"].lower() in ("homme", "femme", "personne", "personnes", "hommes"):
        return subject
    rest = subject[found.start("noun") :]
    article = {"une": "la", "un": "le", "des": "les"}[found["article"]]
    return f"les {rest}" if article == "les" else elide(article, rest)


_POINTED = re.compile(r"\b(?P<how>[Cc]et|[Cc]e|[Cc]ette|[Cc]es) (?P<noun>[a-zà-ÿ]{5,}(?:-[a-zà-ÿ]+)?)\b")


_TIME = re.compile(
    r"(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|janvier|février|avril|juin|juillet|septembre|octobre|novembre"
    r"|décembre|année|matin|soir|semaine|saison|week|période|moment|heure|trimestre|semestre|printemps|hiver|automne"
)


def pointed(frame: Frame, title: str | None) -> Frame:
    """A frame with « ces inondations » as « les inondations » where the title has them, and with « cet attentat » as
    the one attack that the title tells of, « l'attentat de Vaugris »."""
    if not title:
        return frame
    told = _event(title)

    def definite(found: re.Match[str]) -> str:
        noun = found["noun"]
        if _TIME.match(noun):
            return found.group()
        if told is not None and re.search(rf"\b{re.escape(noun)}\b", told[1]):
            return told[1]
        if not re.search(rf"\b{re.escape(noun.rstrip('s'))}", title, re.IGNORECASE):
            return found.group()
        article = {"ces": "les", "cette": "la"}.get(found["how"].lower(), "le")
        return f"les {noun}" if article == "les" else elide(article, noun)

    year = re.search(r"\b(?:19|20)\d\d\b", title)

    def mended(text: str) -> str:
        if "«" in text:
            return text
        text = _NUMBERED.sub("la ", text)
        if year is not None:
            text = _EDITION.sub(f"l'édition {year.group()}", text)
        return _POINTED.sub(definite, text)

    said = replace(frame, subject=mended(frame.subject), rest=mended(frame.rest), lead=mended(frame.lead))
    return replace(said, rest=_CONTRACTED.sub(lambda m: _CONTRACTIONS[m.group().lower()], said.rest))


_NUMBERED = re.compile(r"\b[Cc]ette (?=\d+ ?(?:e|ème|re) édition\b)")
_EDITION = re.compile(r"\b[Cc]ette édition\b(?! d)")
"""« cette 62e édition du concours » is told by its number, « cette édition » by the year of the title."""
_CONTRACTIONS = {"de le": "du", "à le": "au", "de les": "des", "à les": "aux"}
_CONTRACTED = re.compile(r"\b(?:de|à) les?(?= [a-zà-ÿ]{5,})", re.IGNORECASE)


_PLACE_LEAD = re.compile(r"^(?P<place>(?:[Àà]|[Aa]ux?|[Ee]n) [A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)*)(?: \([^()]*\))?,")


def once_placed(text: str) -> str:
    """« À Metz (Moselle), 300 marcheurs à Metz étaient réunis » names the place once, where it opens."""
    lead = _PLACE_LEAD.match(text)
    if lead is None:
        return text
    place = lower_first(lead["place"])
    again = re.compile(rf" {re.escape(place)}(?![\w'’-]| [A-ZÀ-Þ])")
    return text[: lead.end()] + again.sub("", text[lead.end() :], count=1)


def with_country(text: str, title: str | None) -> str:
    """« dans le nord du pays » under « Inde : … » is « dans le nord de l'Inde »."""
    head = re.match(r"([^:]{3,30}?)\s*:", title or "")
    if head is None or place_article(head[1].strip()) is None:
        return text
    country = head[1].strip()
    text = re.sub(r"\bdu pays\b(?! (?:de|qui|où|d'))", of(the_place(country)), text)
    text = re.sub(r"\bdans le pays\b(?! (?:de|qui|où|d'))", in_place(country), text)
    return re.sub(r"(?<!dans )\ble pays\b(?! (?:de|qui|où|d'))", the_place(country), text)
