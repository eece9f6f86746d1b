"""Who and what an article is about: names gathered into people, bodies, products, works and places.

Every place a name stands in votes for what it names, since the parser's own labels are too often wrong. Knows nothing
of who says what; refuses to guess where two people share a surname.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from quiz.facts.context import Votes, votes_of
from quiz.facts.event_words import known_places
from quiz.facts.lexicon import bag, countries, first_name_gender, is_first_name, phrases
from quiz.facts.marks import Marked, marks_in
from quiz.facts.names import NameSpan, acronym, capital, name_spans, without_a_stranger
from quiz.facts.parsing import Doc, Token
from quiz.facts.sentences import Sentence
from quiz.facts.verbs import is_adjective, is_noun, verb_forms
from quiz.facts.within import places
from quiz.typography import fold

Kind = Literal["person", "organisation", "product", "work", "place", "event", "other"]
Gender = Literal["m", "f", ""]


@dataclass(frozen=True, slots=True)
class HeldRole:
    """A role said of a person: the noun's masculine, the phrase as written, and where."""

    noun: str
    text: str
    at: int


@dataclass(slots=True)
class Entity:
    """Somebody or something named. `name` is the fullest form; `aliases` the other forms in the article."""

    name: str
    kind: Kind
    gender: Gender = ""
    aliases: tuple[str, ...] = ()
    acronym: str = ""
    """The short form given in brackets (« OMS »), "" where there is none."""
    roles: tuple[HeldRole, ...] = ()
    nouns: frozenset[str] = frozenset()
    """The nouns for a body said of it: « l'association X » gives « association »."""
    firm: bool = True
    """False for a person that only the parser's label vouches for: no first name, title, role or speech."""

    @property
    def full_name(self) -> str:
        """The name with its acronym: « Organisation mondiale de la santé (OMS) »."""
        return f"{self.name} ({self.acronym})" if self.acronym and self.acronym != self.name else self.name


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a name stands. `subject`: it is the subject of its clause; `depends`: it hangs on another noun
    (« la mère de X »); `quoted`: it stands inside a quotation."""

    start: int
    end: int
    text: str
    entity: Entity
    sentence: int
    subject: bool = False
    depends: bool = False
    quoted: bool = False
    listed: bool = False
    """One of several names in a row: « Anne, Luc et Paul »."""


@dataclass(frozen=True, slots=True)
class Entities:
    """All entities of an article and where they stand."""

    all: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    _by_name: dict[str, Entity] = field(default_factory=dict, repr=False)

    def lookup(self, name: str) -> Entity | None:
        """The entity a name or alias stands for."""
        return self._by_name.get(_key(name))

    def at(self, start: int, end: int) -> Entity | None:
        """The entity whose mention overlaps the stretch; the longest, if there are several."""
        found = self.within(start, end)
        return max(found, key=lambda m: min(m.end, end) - max(m.start, start)).entity if found else None

    def name_at(self, start: int, end: int) -> str | None:
        """The full name of the entity at the stretch."""
        entity = self.at(start, end)
        return entity.name if entity else None

    def within(self, start: int, end: int) -> tuple[Mention, ...]:
        """The mentions that overlap a stretch, in order."""
        first = bisect_left(self.mentions, start - 120, key=lambda m: m.start)
        out: list[Mention] = []
        for mention in self.mentions[first:]:
            if mention.start >= end:
                break
            if mention.end > start:
                out.append(mention)
        return tuple(out)

    def people(self) -> tuple[Entity, ...]:
        """The people of the article."""
        return tuple(e for e in self.all if e.kind == "person")

    def focus_before(self, offset: int, kinds: Iterable[str] = ("person",), gender: str = "") -> Entity | None:
        """The entity that a pronoun at `offset` most likely stands for, or None where the two best are close.

        Mentions inside quotations do not count; what is plainly of the other gender does not either.
        """
        ranked = self.ranked_before(offset, kinds, gender)
        if not ranked:
            return None
        if len(ranked) > 1 and ranked[0][1] - ranked[1][1] < 1.0:
            return None
        return ranked[0][0]

    def ranked_before(self, offset: int, kinds: Iterable[str], gender: str = "") -> list[tuple[Entity, float]]:
        """Candidates for a pronoun at `offset` with their scores, best first."""
        wanted = set(kinds)
        before = [m for m in self.mentions[: bisect_left(self.mentions, offset, key=lambda m: m.start)] if not m.quoted]
        if not before:
            return []
        here = max((m.sentence for m in self.mentions if m.start < offset), default=0)
        scores: dict[str, float] = {}
        chosen: dict[str, Entity] = {}
        for mention in before[-40:]:
            entity = mention.entity
            if entity.kind not in wanted or (gender and entity.gender and entity.gender != gender):
                continue
            score = 10.0 - 2.0 * (here - mention.sentence)
            score += 3.0 if mention.subject else 0.0
            score -= (2.5 if mention.depends else 0.0) + (2.0 if mention.listed else 0.0)
            score += 0.5 if gender and entity.gender == gender else 0.0
            if score > scores.get(entity.name, float("-inf")):
                scores[entity.name] = score
                chosen[entity.name] = entity
        return sorted(((chosen[n], s) for n, s in scores.items() if s > -6), key=lambda pair: -pair[1])


_LINKS = bag("de d' du des par avec contre à au aux chez pour sur entre et vers selon sous")


@dataclass(slots=True)
class _Found:
    """A name in its place, before it is known what it names."""

    span: NameSpan
    sentence: Sentence
    start: int
    end: int


def find_entities(flat: str, sentences: Sequence[Sentence], marked: Sequence[Marked]) -> Entities:
    """Gathers the names of an article into entities."""
    common = _common_words(flat)
    found: list[_Found] = []
    for sentence in sentences:
        found += [_placed(span, sentence) for span in name_spans(sentence, common)]
    alone = {each.span.text for each in found}
    whole = [(each, without_a_stranger(each.sentence, each.span, alone)) for each in found]
    found = [each if span is each.span else _placed(span, each.sentence) for each, span in whole]
    inside = {f.span.text for f in found if not _opens(f)}
    inside |= {word for f in found for word in f.span.text.split() if " " in f.span.text}
    found = [f for f in found if not _a_word_with_a_capital(f, inside)]
    forms = Counter(f.span.text for f in found)
    votes: dict[str, Votes] = defaultdict(Votes)
    for f in found:
        votes[f.span.text].add(votes_of(f.span, f.sentence))
    groups = _group(forms, votes)
    short_forms = _acronyms(flat)
    by_form: dict[str, Entity] = {}
    made: list[Entity] = []
    for members in groups:
        entity = _entity(members, votes)
        made.append(entity)
        for form in members:
            by_form[form] = entity
    _join_acronyms(short_forms, by_form, made)
    mentions = [_mention(f, by_form[f.span.text], marked) for f in found if f.span.text in by_form]
    mentions += _quoted_mentions(flat, by_form, marked, mentions)
    mentions.sort(key=lambda m: (m.start, -m.end))
    by_name: dict[str, Entity] = {}
    for form, entity in by_form.items():
        by_name.setdefault(_key(form), entity)
    return Entities(tuple(made), tuple(mentions), by_name)


def _placed(span: NameSpan, sentence: Sentence) -> _Found:
    start, end = sentence.span(list(sentence.doc[span.first : span.after]))
    return _Found(span, sentence, start, end)


def _opens(found: _Found) -> bool:
    """Does the name open its sentence, behind a dash or a quotation mark at most?"""
    return all(not token.text[:1].isalnum() for token in found.sentence.doc[: found.span.first])


def _a_word_with_a_capital(found: _Found, inside: Collection[str]) -> bool:
    """« Sollicité, il n'a rien dit », « Prochaine séance le 15 mai »: one word with the capital of its sentence, which
    stands nowhere inside a sentence, does nothing there, and which French has for a word of its own."""
    span, doc = found.span, found.sentence.doc
    word = span.text
    if span.after - span.first != 1 or word in inside or not _opens(found):
        return False
    if span.title or acronym(word) or is_first_name(word) or not word[1:].islower():
        return False
    nxt = doc[span.after] if span.after < len(doc) else None
    if word in countries() or word in known_places() or word in phrases("media"):
        return False
    if nxt is not None and ("VerbForm=Fin" in str(nxt.morph) or nxt.text in ("(", "et")):
        return False
    small = word.lower()
    one = small.removesuffix("s")
    adjective = any(is_adjective(form) for form in (small, one, one.removesuffix("e")))
    return is_noun(small) or is_noun(one) or adjective or bool(verb_forms(small))


def _key(name: str) -> str:
    return re.sub(r"\s+", " ", name.replace("’", "'")).strip().casefold()


def _common_words(flat: str) -> frozenset[str]:
    return frozenset(re.findall(r"(?<![\w'-])[a-zà-ÿœ][\w'-]+", flat))


def _group(forms: Counter[str], votes: dict[str, Votes]) -> list[list[str]]:
    """Forms of one name together: a person's surname with the one full name it ends."""
    groups: dict[str, list[str]] = {}
    by_word: dict[str, set[str]] = defaultdict(set)
    for form in sorted(forms, key=lambda f: (-len(f.split()), -forms[f], f)):
        parts = form.split()
        near = by_word[fold(parts[-1])] | by_word[fold(parts[0])]
        wholes = sorted(whole for whole in near if _short_for(form, whole, votes))
        if len(wholes) == 1:
            groups[wholes[0]].append(form)
        elif not wholes:
            groups[form] = [form]
            for word in (parts[0], parts[-1]):
                by_word[fold(word)].add(form)
    return [[whole, *(m for m in members if m != whole)] for whole, members in groups.items()]


def _short_for(form: str, whole: str, votes: dict[str, Votes]) -> bool:
    """Is `form` a shorter way to write the name `whole`?"""
    a, b = form.split(), whole.split()
    if len(a) > len(b) or form == whole:
        return len(a) == len(b) and _key(form) == _key(whole)
    person = votes[whole].kind == "person"
    if person:
        if len(b) < 2:
            return False
        tail = [fold(word) for word in b[-len(a) :]] == [fold(word) for word in a]  # « Erdogan » for « Erdoğan »
        first = len(a) == 1 and a[0] == b[0] and (votes[form].kind in ("person", "other") or is_first_name(form))
        return tail or first or (len(a) >= 2 and a[0] == b[0] and a[-1] == b[-1])
    return False


def _entity(members: Sequence[str], votes: dict[str, Votes]) -> Entity:
    total = Votes()
    for form in members:
        total.add(votes[form])
    name = members[0]
    whole = votes[name]
    if whole.firm and whole.kind == "person" and " " in name:  # « offrait trois points à Vilan » makes no town of him
        total.kinds["place"] = min(total.kinds["place"], whole.kinds["place"])
    kind = total.kind
    gender: Gender = total.gender if kind == "person" else ""
    if kind == "person" and not gender:
        gender = first_name_gender(name)  # type: ignore[assignment]
    roles = tuple(HeldRole(*role) for role in total.roles) if kind == "person" else ()
    aliases = tuple(sorted(m for m in members if m != name))
    return Entity(
        name, kind, gender, aliases, roles=roles, nouns=frozenset(total.nouns), firm=kind != "person" or total.firm
    )


_BRACKET = re.compile(r"\( ?(?P<short>[^\W\d_][\w.-]{1,9}) ?\)")
_BEFORE_BRACKET = re.compile(r"(?:[\w'-]+ ){0,9}[\w'-]+ ?$")


def _acronyms(flat: str) -> dict[str, str]:
    """Short form -> long form, where brackets tell: « l'Office national des forêts (ONF) »."""
    out: dict[str, str] = {}
    for match in _BRACKET.finditer(flat):
        short = match["short"]
        if not acronym(short):
            continue
        before = _BEFORE_BRACKET.search(flat[max(0, match.start() - 140) : match.start()])
        tail = before.group().replace("'", "' ").split() if before else []
        for size in range(1, len(tail) + 1):
            part = tail[-size:]
            if part[0][:1].isupper() and _initials(part, short):
                out[short] = " ".join(part).replace("' ", "'")
                break
    return out


def _initials(part: Sequence[str], short: str) -> bool:
    """Do the words begin with the letters of the short form, small words optional?"""
    letters = short.replace(".", "").replace("-", "").casefold()
    full = [w[0].casefold() for w in part]
    main = [
        w[0].casefold()
        for w in part
        if w.casefold()
        not in (
            "de",
            "du",
            "des",
            "d'",
            "la",
            "le",
            "les",
            "l'",
            "et",
            "pour",
            "en",
            "à",
            "aux",
            "au",
            "of",
            "the",
            "sur",
        )
    ]
    plain = str.maketrans("éèêàâîïôûç", "eeeaaiiouc")
    return letters in ("".join(full).translate(plain), "".join(main).translate(plain))


def _join_acronyms(short_forms: dict[str, str], by_form: dict[str, Entity], made: list[Entity]) -> None:
    for short, long in short_forms.items():
        small, big = by_form.get(short), by_form.get(long)
        if big is None:
            big = next((e for form, e in by_form.items() if long.startswith(form) and len(form.split()) >= 2), None)
            if big is not None and big is not small:
                big.aliases = (*big.aliases, big.name)
                big.name = long
                by_form[long] = big
        if small is None or small is big:
            continue
        if big is None:
            small.acronym, small.aliases = short, (*small.aliases, short)
            small.name = long
            small.kind = "organisation" if small.kind in ("other", "person") else small.kind
            by_form[long] = small
            continue
        big.acronym = short
        big.aliases = (*big.aliases, small.name, *small.aliases)
        big.kind = "organisation" if "organisation" in (big.kind, small.kind) or big.kind == "person" else big.kind
        for form, entity in list(by_form.items()):
            if entity is small:
                by_form[form] = big
        if small in made:
            made.remove(small)


def _mention(found: _Found, entity: Entity, marked: Sequence[Marked]) -> Mention:
    doc = found.sentence.doc
    head = _head(list(doc[found.span.first : found.span.after]))
    before = doc[found.span.first - 1].text.lower() if found.span.first else ""
    hangs = before in _LINKS and not (before == "et" and head.dep_ == "conj")
    linked = hangs or head.dep_ in ("obl:mod", "obl:arg", "obl:agent", "iobj")
    top = head
    while top.dep_ in ("appos", "flat:name", "nmod", "flat:foreign", "conj") and top.head.i < top.i and not linked:
        top = top.head
    subject = top.dep_ in ("nsubj", "nsubj:pass") and not linked and top.i <= head.i
    following = doc[found.span.after] if found.span.after < len(doc) else None
    if (
        following is not None
        and not linked
        and before not in ("le", "la", "l'", "les")
        and not (found.span.first and "VerbForm=Inf" in str(doc[found.span.first - 1].morph))  # « tenait à garder | X »
        and "VerbForm=Fin" in str(following.morph)
    ):
        subject = subject or following.i - found.span.first < 8
    depends = before in _LINKS and before not in ("par", "à") and not subject
    quoted = bool(marks_in(marked, found.start, found.start + 1))
    listed = _in_a_row(doc, found.span.first - 1, -1) or _in_a_row(doc, found.span.after, 1)
    number = found.sentence.number
    return Mention(found.start, found.end, found.span.text, entity, number, subject, depends, quoted, listed)


def _in_a_row(doc: Doc, at: int, step: int) -> bool:
    """Does another person's name stand behind the comma or « et » at token `at`?"""
    if not (0 <= at < len(doc) and 0 <= at + step < len(doc)) or doc[at].text not in (",", "et", "ou"):
        return False
    beyond = doc[at + step]
    return beyond.ent_type_ == "PER" and capital(beyond.text)


def _head(tokens: Sequence[Token]) -> Token:
    inside = {t.i for t in tokens}
    return next((t for t in tokens if t.head.i not in inside), tokens[0])


def _quoted_mentions(
    flat: str, by_form: dict[str, Entity], marked: Sequence[Marked], mentions: Sequence[Mention]
) -> list[Mention]:
    """Names known from the article, inside the quotations the parser did not see."""
    if not marked:
        return []
    taken = {m.start for m in mentions}
    found = sorted((at, -len(name), name) for name in by_form if len(name) > 2 for at in places(name, flat, "-"))
    out: list[Mention] = []
    for mark in marked:
        free = mark.start
        for number in range(bisect_left(found, (mark.start,)), len(found)):
            at, _, name = found[number]
            if at >= mark.end:
                break
            if at < free or at + len(name) > mark.end:
                continue
            free = at + len(name)
            if at not in taken:
                out.append(Mention(at, free, name, by_form[name], -1, quoted=True))
    return out
