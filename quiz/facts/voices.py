"""Who speaks, as a value, and the small readings of a phrase that finding a speaker rests on.

Knows phrases and names; the order in which they are tried is the ladder of `speakers`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from quiz.facts.entities import Entity, HeldRole, Mention
from quiz.facts.frames import Frame, Phrase
from quiz.facts.lexicon import bag, demonyms, first_name_gender, lines, phrases, words
from quiz.facts.name_ends import regional
from quiz.facts.names import TITLES, capital, person_noun
from quiz.facts.reading import Reading

Gender = Literal["m", "f", ""]
SpeakerKind = Literal["person", "organisation", ""]
_LINKS = bag("de d' du des à et pour par chez")
DETERMINED = re.compile(
    r"(?:L['’]|(?:Le|La|Les|Un|Une|Des|Ce|Cet|Cette|Son|Sa|Ses|Leurs?|Plusieurs|Certaine?s|Quelques|Deux|Trois)(?!\w))"
)
_NO_ROLE = re.compile(r"^(?:de|du|des|d')\b|\b(?:qui|que|qu'|dont|où|a|est|avait)\b")


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks. `name` is the full name or the phrase; `written` what stands at the cue; `place` its offsets."""

    name: str
    written: str
    place: tuple[int, int] | None
    step: str
    confidence: float
    role: str = ""
    gender: Gender = ""
    kind: SpeakerKind = ""
    entity: Entity | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """Somebody has spoken: where, and who. `brief`: only a few words were quoted."""

    offset: int
    sentence: int
    passage: int
    voice: Voice
    brief: bool = False


@cache
def kin() -> dict[str, frozenset[str]]:
    """Person noun -> nouns that an article uses in turn for the same person."""
    table: dict[str, set[str]] = {}
    for row in lines("person_kin"):
        group = row.split()
        table.setdefault(group[0], set()).update(group[1:])
    return {noun: frozenset(others) for noun, others in table.items()}


@cache
def epithets() -> frozenset[str]:
    """Nouns that name again somebody already named, nationalities among them."""
    return words("epithets") | demonyms()


def is_epithet(word: str) -> bool:
    """« attaquante », « Uruguayenne », « Bordelais »: does the noun name again somebody already named?"""
    return word.lower() in epithets() or regional(word)


def lower_first(text: str) -> str:
    """A phrase as it stands inside a sentence: « Le maire de Lyon » -> « le maire de Lyon »; names keep capitals."""
    return text[:1].lower() + text[1:] if DETERMINED.match(text) else text


def tidy_role(role: str) -> str:
    """A role without its article, "" where there is none: « la ministre du Travail » -> « ministre du Travail »."""
    role = re.sub(r"^(?:(?:le|la|les|un|une|son|sa|du|au) |l['’])", "", role.strip(" ,"), flags=re.IGNORECASE).strip(
        " ,"
    )
    return "" if _NO_ROLE.search(role) or len(role.split()) > 16 else role


def gender_of(frame: Frame, phrase: Phrase) -> Gender:
    """What the noun or the determiner tells of the gender."""
    noun = person_noun(frame.doc[phrase.head].text)
    if noun and noun.gender:
        return "f" if noun.gender == "f" else "m"
    first = frame.doc[phrase.first].text.lower()
    return "f" if first in ("la", "une", "sa", "cette") else "m" if first in ("le", "un", "ce") else ""


def text_of(reading: Reading, frame: Frame, phrase: Phrase) -> str:
    """The phrase verbatim, spaces single."""
    start, end = frame.span(phrase)
    return re.sub(r"\s+", " ", reading.article.text[start:end])


def mentions_in(reading: Reading, frame: Frame, first: int, after: int) -> tuple[Mention, ...]:
    """The names among some tokens."""
    start, end = frame.sentence.span(list(frame.doc[first:after]))
    return reading.entities.within(start, end)


def voice_of(entity: Entity) -> Voice:
    """An entity as a speaker that a pronoun may stand for."""
    role = entity.roles[0].text if entity.roles else ""
    if entity.kind == "person":
        return Voice(entity.name, "", None, "pronoun", 0.7, tidy_role(role), entity.gender, "person", entity)
    return Voice(entity.full_name, "", None, "pronoun", 0.7, "", "", "organisation", entity)


@dataclass(frozen=True, slots=True)
class Beside:
    """A person's name in a phrase or right after it: who, the role that stands with the name, where the name ends."""

    mention: Mention
    role: str
    apposed: bool


def name_beside(reading: Reading, frame: Frame, phrase: Phrase) -> Beside | None:
    """« la ministre Awa Diop », « le préfet de l'Aude, Jean Roy »: the person that the phrase names.

    A name after « de » is a complement: « l'avocat de Jean Roy » does not name him.
    """
    doc = frame.doc
    noun_at = next((i for i in range(phrase.first, phrase.after) if _noun(frame, phrase, i)), None)
    if noun_at is not None and _an_office(frame, phrase, noun_at):
        return None
    for mention in reversed(mentions_in(reading, frame, phrase.first, phrase.after)):
        tokens = frame.sentence.tokens(mention.start, mention.end)
        if mention.entity.kind != "person" or not tokens:
            continue
        at = tokens[0].i
        link = at - 1
        while link > phrase.first and (doc[link].text in (*TITLES, ".", "Le", "La", "Van", "Von")):
            link -= 1  # « le cabinet de M. Roy », « de M. Le Roy » names its body, not him
        if at > phrase.first and doc[link].text.lower() in _LINKS:
            continue
        role = doc[phrase.first : at].text if noun_at is not None and noun_at < at else ""
        return Beside(mention, role, False)
    after = _past_field(frame, _past_coordination(frame, phrase.after))
    follows = after + 1 < len(doc) and doc[after].text in (",", "(", "-", "–")
    several = doc[phrase.first].text.lower() in ("les", "des", "ses", "deux", "trois")
    if not follows or several or (noun_at is None and not is_epithet(doc[phrase.head].text)):
        return None
    start = _past_title(frame, after + 1)
    for mention in mentions_in(reading, frame, start, start + 1):
        tokens = frame.sentence.tokens(mention.start, mention.end)
        if mention.entity.kind == "person" and tokens and tokens[0].i == start and _agree(frame, phrase, mention):
            return Beside(mention, doc[phrase.first : after].text, True)
    return None


def _an_office(frame: Frame, phrase: Phrase, noun_at: int) -> bool:
    """« le cabinet du ministre de la Culture, Luc Roy », « l'entourage du président Roy »: others speak than he."""
    return any(token.text.lower() in _OFFICES for token in frame.doc[phrase.first : noun_at])


_OFFICES = bag("bureau cabinet défense entourage équipe famille parti secrétariat services")


def _past_title(frame: Frame, at: int) -> int:
    """Where a name begins behind « M. », « le Dr », « la professeure »: its first token."""
    doc = frame.doc
    first = at
    if doc[at].text in ("le", "la", "l'") and at + 2 < len(doc) and _titles(doc[at + 1].text):
        at += 1
    while at + 1 < len(doc) and (_titles(doc[at].text) or (doc[at].text == "." and at > first)):
        at += 1
    return at


def _titles(word: str) -> bool:
    return word in TITLES or word in _ADDRESSED


_ADDRESSED = bag("docteur docteure professeur professeure maître monsieur madame général colonel capitaine")


def _past_field(frame: Frame, after: int) -> int:
    """« le président de l'Association des spécialistes | en médecine d'urgence, le Dr Luc Roy »: the rest of a body's
    name, up to the comma before a name."""
    doc = frame.doc
    if after + 2 >= len(doc) or doc[after].text not in ("en", "pour", "contre", "sur", "sans"):
        return after
    for at in range(after + 1, min(after + 9, len(doc) - 1)):
        if doc[at].text == ",":
            begins = _past_title(frame, at + 1)
            return at if begins < len(doc) and capital(doc[begins].text) else after
        if doc[at].pos_ in ("VERB", "AUX", "PRON", "SCONJ", "CCONJ") or (capital(doc[at].text) and at == after + 1):
            break
    return after


def _past_coordination(frame: Frame, after: int) -> int:
    """« la ministre du Travail | et de l'emploi, Awa Diop »: the second half of a post, up to the name's comma."""
    doc = frame.doc
    if after + 2 >= len(doc) or doc[after].text != "et" or doc[after + 1].pos_ not in ("ADP", "DET"):
        return after
    for at in range(after + 1, min(after + 9, len(doc) - 1)):
        if doc[at].text == ",":
            return at if capital(doc[at + 1].text) else after
        if doc[at].pos_ not in ("ADP", "DET", "NOUN", "ADJ", "PROPN"):
            break
    return after


def _noun(frame: Frame, phrase: Phrase, at: int) -> bool:
    """Is the token a person's noun, and not a word of a name (« Jean Boulanger »)?"""
    word = frame.doc[at].text
    return person_noun(word) is not None and not (capital(word) and at > phrase.first + 1)


def _agree(frame: Frame, phrase: Phrase, mention: Mention) -> bool:
    """« adjoint à la maire, Marc Petit »: a feminine noun is not a man's."""
    noun = person_noun(frame.doc[phrase.head].text)
    known = mention.entity.gender or first_name_gender(mention.entity.name)
    return not (noun and noun.gender == "f" and known == "m")


def role_near(roles: tuple[HeldRole, ...], start: int, end: int) -> str:
    """The role said in this place, else the first one said."""
    near = [role for role in roles if -8 <= role.at - end <= 8 or 0 <= start - role.at <= 160]
    return (near or list(roles))[0].text if roles else ""


def heads_a_state(role: str) -> bool:
    """« président de la République », « président turc », « Premier ministre », no president of a club."""
    words = tidy_role(role).lower().split()
    first = " ".join(words[:2])
    national = bool(set(words) & demonyms()) or "république" in words or "états-unis" in words or len(words) == 1
    return first in ("premier ministre", "première ministre") or (
        words[:1] in (["président"], ["présidente"]) and national
    )


def fit(role: HeldRole, noun: str, complement: set[str]) -> int:
    """How well a role said of somebody fits a role noun with its complement: 0 not at all, 3 in both."""
    same = role.noun == noun
    if not same and noun not in kin().get(role.noun, ()):
        return 0
    said = {word.lower() for word in re.findall(r"[\w-]+", role.text)}
    shared = bool(complement & said)
    if complement and not shared:
        named = re.search(r"[ '’](?:[dl]['’])?[A-ZÀ-Ý]", role.text)
        if named or not same:
            return 0  # « la patronne de l'usine voisine » is no president
    return 3 if same and (shared or not complement) else 2 if same else 1


_FOR_ANOTHER = bag("porte-parole avocat avocate conseiller conseillère représentant représentante")


def speaks_for_another(frame: Frame, phrase: Phrase) -> bool:
    """« le porte-parole de la famille »: somebody else than the family, and than whoever was in view."""
    doc = frame.doc
    behind = doc[phrase.head + 1].text.lower() if phrase.head + 1 < phrase.after else ""
    return doc[phrase.head].text.lower() in _FOR_ANOTHER and behind in ("de", "d'", "du", "des")


@cache
def _papers() -> tuple[str, ...]:
    """Newspapers whose name has more than one word, in small letters, the longest first."""
    return tuple(sorted((name.lower() for name in phrases("media") if " " in name), key=len, reverse=True))


def known_paper(reading: Reading, frame: Frame, phrase: Phrase) -> str:
    """« Le Journal du dimanche affirme », « Le Canard enchaîné révèle »: the whole name of a known newspaper, of which
    the parser saw the first word only; "" elsewhere."""
    head = frame.doc[phrase.head]
    if not head.text[:1].isupper() or phrase.head - phrase.first > 1:
        return ""
    start = frame.sentence.at(head)
    said = reading.flat[start : start + 40]
    name = next((name for name in _papers() if said.lower().startswith(name)), "")
    whole = bool(name) and not said[len(name) : len(name) + 1].isalpha()
    return said[: len(name)] if whole and name.startswith(head.text.lower()) else ""
