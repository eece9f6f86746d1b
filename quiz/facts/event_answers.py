"""What a name in a clause is as an answer: a person, a country, a club, a town, and what else of its sort the article
names. Refuses names whose sort nothing tells.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from quiz.facts.entities import Entity, Kind
from quiz.facts.event import ValueKind
from quiz.facts.event_words import families, known_bodies, known_places, nations, words
from quiz.facts.lexicon import bag, countries, is_first_name, phrases
from quiz.facts.names import TITLES, person_noun
from quiz.facts.reading import Reading
from quiz.facts.spec_kinds import Kinds
from quiz.facts.spec_scene import Name, Scene, gender_of
from quiz.facts.within import around, everywhere

_RENAMED = re.compile("vrai nom|alias|née?|dit")
_AT = re.compile(r"\bà \Z")
_BRACKET = re.compile(r" ?\( ?([\w'’ -]{3,30}?) ?[,)]")
_TOWN_OF = re.compile(r"\b(?:la ville|la commune|la municipalité) d(?:e |['’]) ?\Z")
_CALLED = 24
"""Characters that « la municipalité de » takes, and some more."""
_LONGER = re.compile(r" [A-ZÀ-Þ]|[\w-]")
_ONE_OR_TWO = re.compile(r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+)?")


@dataclass(frozen=True, slots=True)
class Answer:
    """A name as an answer. `family` is the noun one can ask for it by ("club"), "" where nothing tells."""

    entity: Entity | None
    value: str
    kind: ValueKind
    gender: Literal["m", "f", ""] = ""
    family: str = ""
    sort_gender: Literal["m", "f", ""] = ""
    """The gender of a noun that is in no list."""


@dataclass
class Sorts:
    """The sorts of an article's names, worked out once."""

    reading: Reading
    known: Kinds

    def of(self, entity: Entity) -> Answer | None:
        """An entity as an answer, None where its sort is not known well enough."""
        kind, family = self._sort(entity)
        if kind is None:
            return None
        value = _whole_town(entity.name) if kind == "place" else _whole_title(entity.name)
        return Answer(entity, value, kind, self.gender(entity) if kind == "person" else "", family)

    def gender(self, entity: Entity) -> Literal["m", "f", ""]:
        """A person's gender."""
        return gender_of(entity) or self.nationals.get(entity.name, "")

    def team(self, answer: Answer) -> Answer:
        """A town that plays: « Nantes s'est imposé » is a team, and so are the other towns of the article."""
        return replace(answer, kind="thing", family="équipe", sort_gender="f")

    def country(self, name: str) -> Answer:
        """A country that an adjective names."""
        return Answer(self.reading.entities.lookup(name), name, "country")

    def _sort(self, entity: Entity) -> tuple[ValueKind | None, str]:
        if entity.name in countries():
            return (None, "") if entity.name in words("no_countries") else ("country", "")
        kind = self.known.of.get(entity.name, entity.kind)
        if _is_club(entity.name):
            return "organisation", "club"
        if kind == "organisation" and entity.name in known_places() and entity.name not in known_bodies():
            kind = "place"  # « la reprise de Palmyre, l'organisation … »
        if kind == "person" and entity.name in known_places() and not is_first_name(entity.name):
            kind = "place"  # « À Nantes, … »
        family = self.family(entity)
        if kind in ("organisation", "product", "other") and _whole_title(entity.name) in known_bodies():
            return "organisation", known_bodies()[_whole_title(entity.name)].family.noun
        place = known_places().get(_whole_town(entity.name))
        if place is not None and kind in ("place", "other", "work", "product", "event"):
            return "place", place.family.noun
        if entity.name in self.located and kind in ("place", "other", "work", "product", "event"):
            return "place", "ville"
        if kind == "person":
            parts = entity.name.split()
            two = len(parts) > 3 and is_first_name(parts[0]) and is_first_name(parts[2])  # two people run together
            letters = parts[0].isupper() and len(parts[0]) > 2 and "." not in parts[0]  # « WTS Leeds »
            initial = re.fullmatch(r"[A-ZÀ-Þ]\.", parts[0]) is not None  # « A. Sow »
            full = (
                entity.kind == "person"
                and bool(_FULL.fullmatch(entity.name))
                and not two
                and not letters
                and not initial
            )
            return ("person" if full else None), ""
        named = entity.kind == "person" and bool(_FULL.fullmatch(entity.name)) and entity.name[1:2] != "."
        named = named and not self.known.nouns.get(entity.name)
        if kind == "other" and (entity.name in self.nationals or named):
            return "person", ""
        if kind in ("work", "product", "event") and entity.name in self.nationals and _FULL.fullmatch(entity.name):
            return "person", ""  # « La Malienne | Awa Sow »
        if kind == "organisation" and re.fullmatch(r"[A-Z]{1,2}-?\d+", entity.name):
            return None, ""  # the road A9
        if kind == "organisation" and (entity.name in self.known.sure or family):
            return "organisation", family
        if kind == "place" and entity.kind == "place":
            return "place", "ville" if entity.name in self.towns else ""
        noun = self.known.nouns.get(entity.name)
        if noun is not None and kind == "product":
            return "product", noun.noun
        return ("work", noun.noun) if noun is not None and kind == "work" else (None, "")

    def family(self, entity: Entity) -> str:
        """The family of a body: from its name's first word, else from the nouns said of it; "" where they disagree."""
        table = families()
        first = entity.name.split()[0].lower()
        if first in table and entity.kind != "person":
            return table[first].noun
        said = self.known.nouns.get(entity.name)
        nouns = entity.nouns | ({said.noun} if said is not None and said.kind == "organisation" else frozenset())
        found = {table[noun].noun for noun in nouns if noun in table}
        return found.pop() if len(found) == 1 else ""

    def _another_person(self, entity: Entity, answer: Answer) -> bool:
        """Surely somebody, and somebody else: not « Pointe Rouge » of a race, nor « Awa Sow » where the answer is « Awa
        Sow Diop », nor either name in « Awa Sow, de son vrai nom Aïda Fall »."""
        if not entity.firm and not is_first_name(entity.name.split()[0]) and entity.name not in self.nationals:
            return False
        if not is_first_name(entity.name.split()[0]) and not self.gender(entity):
            return False  # « Wars Story »
        if entity.name in known_places() or _may_be_one(entity.name, answer.value):
            return False
        if answer.entity is not None and entity.name in answer.entity.aliases:
            return False
        near = [window for window in around(entity.name, self.reading.article.text, 30) if _RENAMED.search(window)]
        if not near:
            return True
        name = re.escape(entity.name)
        renamed = re.compile(rf"\b(?:{_RENAMED.pattern}) {name}|{name},? (?:alias|dit|de son vrai nom)\b")
        return not any(map(renamed.search, near))

    @cached_property
    def nationals(self) -> dict[str, Literal["m", "f", ""]]:
        """Full names behind a noun of nationality (« l'Américaine | Lauren Brandon »), with the gender it tells."""
        out: dict[str, Literal["m", "f", ""]] = {}
        for sentence in self.reading.sentences:
            for mention in self.reading.entities.within(sentence.start, sentence.end):
                before = sentence.tokens(max(sentence.start, mention.start - 30), mention.start)[-2:]
                if len(before) < 2 or before[-1].lower_ not in nations() or " " not in mention.entity.name:
                    continue
                if before[0].lower_ in ("le", "la", "l'", "un", "une", "du", "au"):
                    word = before[-1].lower_
                    plainly = before[0].lower_ in ("la", "une") or word.endswith(("aise", "oise", "enne", "aine"))
                    out[mention.entity.name] = "f" if plainly else "m" if before[0].lower_ != "l'" else ""
        return out

    @cached_property
    def located(self) -> frozenset[str]:
        """Names of towns by what stands beside them: « Volmont (Somme) », « la ville de Volmont »."""
        text, out = self.reading.article.text, set()
        for entity in self.reading.entities.all:
            if entity.kind == "person" or not _ONE_OR_TWO.fullmatch(entity.name):
                continue
            for at in everywhere(entity.name, text):
                before, end = text[max(0, at - _CALLED) : at], at + len(entity.name)
                beside = _BRACKET.match(text, end) if _AT.search(before) else None
                inside = beside and (_whole_town(beside[1]) in known_places() or beside[1] in countries())
                if inside or (_TOWN_OF.search(before) and not _LONGER.match(text, end)):
                    out.add(entity.name)
                    break
        return frozenset(out)

    @cached_property
    def towns(self) -> frozenset[str]:
        """Places that stand behind « à » somewhere in the article."""
        out = set()
        for sentence in self.reading.sentences:
            for mention in self.reading.entities.within(sentence.start, sentence.end):
                before = sentence.tokens(max(sentence.start, mention.start - 2), mention.start)
                if before and before[-1].lower_ == "à":
                    out.add(mention.entity.name)
        return frozenset(out)

    def like(self, answer: Answer) -> tuple[str, ...]:
        """Wrong choices of the answer's sort: those the article names, in its order, then its neighbours on the map."""
        if answer.kind == "thing" and answer.family == "équipe":
            towns = [m.entity for m in self.reading.entities.mentions if self._sort(m.entity) == ("place", "ville")]
            names = dict.fromkeys(_whole_town(e.name) for e in towns if e.name.lower() not in _NO_NAMES)
            return tuple(name for name in names if name != answer.value)[:8]
        out: dict[str, None] = {}
        late: dict[str, None] = {}
        for mention in self.reading.entities.mentions:
            entity = mention.entity
            if self._sort(entity) != (answer.kind, answer.family):
                continue
            sure = entity.name in self.known.sure and _shape(entity.name) == _shape(answer.value)
            if answer.kind == "organisation" and not answer.family and not sure:
                continue
            if entity.name.lower() in _NO_NAMES:
                continue
            if answer.kind == "person" and not self._another_person(entity, answer):
                continue
            if answer.gender and self.gender(entity) not in ("", answer.gender):
                continue
            unsure = answer.gender and not self.gender(entity)  # after those whose gender is known
            (late if unsure else out).setdefault(
                _whole_town(entity.name) if answer.kind == "place" else _whole_title(entity.name)
            )
        out |= late
        table = {"place": known_places, "organisation": known_bodies}.get(answer.kind)
        known = table().get(answer.value) if table is not None else None
        if known is not None and known.family.noun == answer.family:
            at = known.neighbours.index(answer.value)
            near = sorted(range(len(known.neighbours)), key=lambda i: (abs(i - at), i))
            for i in near[1:6]:
                out.setdefault(known.neighbours[i])
        out.pop(answer.value, None)
        return tuple(out)[:8]


def _is_club(name: str) -> bool:
    """« AC Ajaccio » and « Montpellier HSC » are clubs, « AC Morin » is somebody: letters beside a town's name."""
    letters = [word for word in name.split() if word in words("club_letters")]
    town = " ".join(word for word in name.split() if word not in letters)
    return bool(letters) and (town in known_places() or name in known_bodies())


def _whole_title(name: str) -> str:
    """« Monde » (from « selon le Monde ») is « Le Monde »."""
    whole = (article + name for article in ("Le ", "La ", "Les ", "L'"))
    return next((title for title in whole if title in phrases("media") or title in known_bodies()), name)


def _may_be_one(one: str, other: str) -> bool:
    """Two spellings of one person: the same surname, or the same first name with a surname that begins alike."""
    a, b = one.split(), other.split()
    held = set(a) <= set(b) or set(b) <= set(a)  # « Valéry Fall » in « Valéry Fall de Thiès »
    return held or a[-1] == b[-1] or (a[0] == b[0] and a[1][:1] == b[1][:1]) or a[0][:3] + a[-1] == b[0][:3] + b[-1]


def _shape(name: str) -> tuple[bool, bool]:
    """Letters or words, one or several: « CGT » is no choice beside « Haut Conseil de la magistrature »."""
    return name.isupper(), " " in name


def _whole_town(name: str) -> str:
    """« Caire » (from « au Caire ») is « Le Caire »."""
    for article in ("Le", "La", "Les"):
        if f"{article} {name}" in known_places() and name not in known_places():
            return f"{article} {name}"
    return name


@dataclass
class Place:
    """Names at their places in one sentence."""

    scene: Scene
    sorts: Sorts

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """The names of the sentence, the widest where several overlap."""
        out: list[Name] = []
        for name in sorted(self.scene.names, key=lambda n: (n.start, -n.end)):
            if not out or name.start >= out[-1].end:
                out.append(self._in_full(name))
        return tuple(out)

    def _in_full(self, name: Name) -> Name:
        """« Guinée | équatoriale », « Le Canard | enchaîné »: a name that goes on in small letters, as a list has
        it."""
        doc, article = self.scene.doc, self.scene.doc[name.start - 1].text if name.start else ""
        for end in range(min(name.end + 3, len(doc)), name.end, -1):
            text = doc[name.start : end].text
            titled = f"{article} {text}" if article in ("Le", "La", "Les") else text
            known = next((said for said in (titled, text) if said in countries() or said in known_bodies()), None)
            if known is None or text == name.text:
                continue
            kind: Kind = "other" if known in countries() else "organisation"
            entity = self.scene.reading.entities.lookup(known) or Entity(known, kind)
            return replace(name, end=end, text=text, entity=entity, kind=entity.kind)
        return name

    def noun_before(self, name: Name) -> tuple[str, str] | None:
        """The noun a name stands behind and its gender: « l'ouragan | Maria », « la sonde américaine | Volute »."""
        at = name.start - 1
        doc = self.scene.doc
        while at > 0 and (doc[at].pos_ == "ADJ" or doc[at].lower_ in nations()) and doc[at].lower_ not in ("grand",):
            at -= 1
        noun, determiner = doc[at], self.scene.word(at - 1)
        if at > 1 and doc[at - 1].text == "-":
            return None  # « la station-service | Volute »
        common = noun.pos_ in ("NOUN", "PROPN") and noun.text.islower() and not noun.text.endswith("ième")
        body = noun.lower_ in families() and not is_first_name(name.text.split()[0])  # « l'opérateur | Volute »
        if (
            at < 1
            or not common
            or (person_noun(noun.text) and not body)
            or len(noun.text) < 3
            or _DWELLER.fullmatch(noun.lower_)
        ):
            return None
        gender = {"le": "m", "la": "f", "un": "m", "une": "f", "du": "m", "au": "m"}.get(determiner, "")
        if determiner == "l'":
            told = "f" if "Gender=Fem" in str(noun.morph) else "m" if "Gender=Masc" in str(noun.morph) else ""
            gender = "m" if noun.lower_ in words("elided_m") else "f" if noun.lower_ in words("elided_f") else told
        return (noun.lower_, gender) if gender and noun.lower_ not in words("no_sorts") else None

    def answer(self, name: Name) -> Answer | None:
        """A name in its place as an answer: what its kind tells, else what the noun before it calls it."""
        answer = self.sorts.of(name.entity)
        before = self.scene.doc[name.start - 1 : name.start].text
        if before == "-" or before.lower() in words("not_asked"):
            return None  # « le comité-Awa », « la rue Awa Sow », « le couple Diop »
        if before in ("Le", "La", "Les") and name.start > 2 and answer is not None and answer.kind == "organisation":
            family = families().get(self.scene.word(name.start - 2))
            whole = replace(answer, value=f"{before} {name.text}")  # « le journal | Le Matin »
            return replace(whole, family=family.noun) if family is not None else whole
        noun = self.noun_before(name)
        if answer is not None and answer.kind == "person" and self._in_a_title(name):
            return None
        if answer is not None and answer.kind == "country":
            return answer
        if answer is not None and answer.kind == "organisation" and name.text.lower() in families():
            return None  # « le Conseil », « la Cour »: short for one that another sentence names
        if answer is not None and answer.kind == "person" and _FULL.fullmatch(name.text):
            answer = replace(answer, value=name.text)  # the sentence's own « Omar Ba », not « Omar Cissé Ba »
        if answer is not None and answer.kind == "place":
            answer = replace(answer, value=_whole_town(name.text))  # « Lévis », though « Tournoi de Lévis » is fuller
        person = answer is not None and answer.kind == "person" and is_first_name(answer.value.split()[0])
        if person and noun is None and before.lower() in words("named_for_people"):
            return None  # « l'affaire | Awa Sow »
        if person and noun is not None and noun[0] not in words("named_for_people"):
            noun = None  # « le ministre du budget | Jean Diop », « le musher | Jean Diop »
        if answer is not None and (answer.family or answer.kind == "person") and noun is None:
            return answer
        if noun is None:
            return answer
        family = families().get(noun[0])
        if family is not None:
            return Answer(name.entity, name.entity.name, "organisation", "", family.noun)
        return Answer(name.entity, name.text, "thing", "", noun[0], "f" if noun[1] == "f" else "m")

    def _in_a_title(self, name: Name) -> bool:
        """« Le Jeune Awa Sow », « le trophée Jean Diop »: a capital before a person's name makes another name of it."""
        if not name.start:
            return False
        before = self.scene.doc[name.start - 1]
        if before.text in TITLES or before.lower_ in nations() or person_noun(before.text) is not None:
            return False
        return before.text[:1].isupper() and before.text.isalpha() and (name.start > 1 or len(before.text) > 3)

    def ending(self, tokens: tuple[int, ...]) -> Name | None:
        """The name that a phrase ends with, where it is no complement: « le président Jean Diop », « la Chine »."""
        if not tokens:
            return None
        name = next((n for n in self.names if n.end == tokens[-1] + 1 and n.start >= tokens[0]), None)
        if name is None:
            return None
        if any(t.pos_ in ("VERB", "AUX", "PRON", "SCONJ") for t in self.scene.doc[tokens[0] : name.start]):
            return None  # « l'autocar appartenant à l'entreprise | Volute »
        chained = any(self.scene.word(i) in ("de", "d'", "du", "des") for i in range(tokens[0], name.start))
        first = next((t for t in self.scene.doc[tokens[0] : name.start] if t.pos_ == "NOUN"), None)
        one = first is not None and (first.lower_ in ("homme", "femme") or first.lower_ in nations())
        somebody = first is not None and (person_noun(first.text) is not None or one)
        body = self.scene.word(tokens[0] + 1) in families()  # « le parti du président | Omar Ba »
        if chained and (name.kind != "person" or not somebody or body):
            return None  # « le fondateur du groupe | Volute », « l'anniversaire de la mort du peintre | Omar Ba »
        before = name.start - 1
        if self.scene.word(before) in ("le", "la", "l'", "les"):
            before -= 1
        if before >= tokens[0] and self.scene.word(before) in _OF:
            return None
        return name


_DWELLER = re.compile(r"(?!(?:bois|marais|palais|relais|tournois)$)\w{3,}(?:aise?|oise?|ienne?|éenne?)s?")
"""« le lorientais | Ba »: somebody of a town, and no sort."""
_NO_NAMES = ("pays", "ville", "nord", "sud", "est", "ouest")
_FULL = re.compile(
    r"[A-ZÀ-Þ][\w'’.-]*(?: (?:[A-ZÀ-Þ][\w'’.-]*|de|du|d['’]|la|le|van|von|der|den|ben|bin|ibn|al|el|da|dos)){1,4}"
)
_OF = bag("de d' du des et ou à au aux en chez par pour contre avec ,")
