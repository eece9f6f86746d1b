"""Dates of what a whole clause tells: « Le 24 août, la marine danoise a quitté le port de Brisk », with the clause in
pieces, ready to be turned into « Quel jour … ? ».

Starts from every date and takes the main clause around it, whatever its verb. Refuses a clause that leans on another
sentence, a second date, a date that a noun may own, and whatever is denied, wished or to come. Such facts serve
questions only: they are set aside, and no list of facts prints them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from quiz.facts.clauses import Shape, VerbGroup, shape
from quiz.facts.entities import Kind
from quiz.facts.fact import Frame, Quantity
from quiz.facts.quantities import find_quantities
from quiz.facts.roles import role_words
from quiz.facts.spec_date_joints import Dated, its_own, joined
from quiz.facts.spec_phrases import Thing, thing_of
from quiz.facts.spec_scene import Found, Name, Scene, gender_of
from quiz.facts.spec_words import event_verbs, morph, words
from quiz.facts.value_context import subject_span

_SAYING = words("dates_saying")
_LONGEST = 26
"""Words a clause may have without its date."""
_LEANING = re.compile(
    r"\b(?:il|elle|ils|elles|lui|eux|ce(?:tte|t|s|ci|la)?|ça|celui|celle|ceux|celles|y|dernier|dernière|précédente?s?"
    r"|même|autres?|mêmes|alors|notamment|ainsi|dont|lequel|laquelle|ici|où|déjà|encore|plus tard|plus tôt|hier|demain"
    r"|lendemain|veille|aujourd['’]hui|respectivement|suivante?|actuel(?:le)?s?|mais|or|car|selon|moment|fois|prochaine?)\b",
    re.IGNORECASE,
)
_OWNED = re.compile(r"\b(?:leurs?|s(?:on|a|es))\b", re.IGNORECASE)
_DROPPED = frozenset(("également", "aussi", "ensuite", "finalement", "enfin", "donc", "officiellement"))
_TENSES = {("avoir", "pres"), ("avoir", "impf"), ("être", "pres"), ("être", "impf"), ("être", "past")}


@dataclass(frozen=True, slots=True)
class _Clause:
    """A main clause: its subject's tokens, its verb group, and the tokens of what follows the verb."""

    subject: tuple[int, int]
    group: VerbGroup
    rest: tuple[tuple[int, int], ...]


def told_dates(scene: Scene) -> Iterator[Found]:
    """The dates of a sentence that date a clause told whole, at most one."""
    article = scene.reading.article
    quantities = find_quantities(article.text, scene.sentence.start, scene.sentence.end, article.id)
    dates = [q for q in quantities if q.dimension == "date"]
    if not dates or len(dates) > 2:
        return
    seen = shape(scene.sentence)
    for quantity in dates:
        if scene.reading.quoted(quantity.span.start) or not _whole_date(quantity):
            continue
        dated = joined(scene, quantity)
        clause = _clause(scene, seen, dated) if dated is not None and dated.joint in ("on", "since") else None
        found = _found(scene, seen, dated, clause) if clause is not None and dated is not None else None
        if found is not None:
            yield found
            return


def _whole_date(quantity: Quantity) -> bool:
    """A day, a month or a year, and no stretch of them."""
    return quantity.low == quantity.high and not re.search(r"[-–/]", quantity.text)


def _clause(scene: Scene, seen: Shape, dated: Dated) -> _Clause | None:
    """The main clause that the date opens (« Le 24 août, X … ») or closes (« X … le 24 août »)."""
    first = dated.first
    while first > 0 and scene.word(first - 1) in ("le", "en", "ce", "au", "la", "à", "l'"):
        first -= 1
    group = next(iter(seen.groups), None)
    if group is None or group.negated or group.mood != "ind" or group.lemma in _SAYING or group.inverted:
        return None
    span = _span(scene, seen, group)
    if span is None:
        return None
    stop = _stop(seen, group)
    lead = _connector(scene, span[0])
    if first == lead and dated.stop < span[0]:
        between = {scene.word(i) for i in range(dated.stop, span[0])}
        opened = between and not between - {",", "dernier", "prochain", "matin", "soir", "après-midi"}
        return _Clause(span, group, ((group.stop, stop),)) if opened else None
    if span[0] != lead or not group.stop <= dated.first < stop:
        return None
    begin = first if first >= group.stop else dated.first
    if begin > group.stop and seen.cats[begin - 1] in ("adp", "and"):
        return None
    inner = group.stop + (group.lemma == "devoir" and seen.cats[min(group.stop, begin)] == "inf")
    if any(seen.cats[i] in ("part", "inf", "ger", "rel", "sub", "verb") for i in range(inner, begin)):
        return None  # « a visité le pont inauguré le 24 août »: it may be the other verb's
    gap = range(group.stop, begin)
    links = sum(1 for i in gap if seen.cats[i] == "adp" and scene.word(i) not in ("de", "d'", "du", "des"))
    year = dated.quantity.low % 10000 == 0
    if links > (not year) or "and" in seen.cats[group.stop : begin] or begin - group.stop > 9:
        return None  # « a rejoint Brest en provenance d'Oslo en 1986 », « a joué Léa et Ana en 2004 »
    if not its_own(scene, seen, dated):
        return None
    after = dated.stop + 1 if scene.word(dated.stop) in ("dernier", "prochain") else dated.stop
    return _Clause(span, group, tuple(part for part in ((group.stop, begin), (after, stop)) if part[0] < part[1]))


_LEADS = frozenset(("cependant", "toutefois", "pourtant", "ainsi", "finalement", "enfin", "en effet", "de plus"))


def _connector(scene: Scene, limit: int) -> int:
    """Where the sentence begins behind a word that only ties it to the one before: « En effet, | X a … »."""
    for size in (1, 2):
        lead = " ".join(scene.word(i) for i in range(size))
        if size < limit and lead in _LEADS and scene.word(size) == ",":
            return size + 1
    return 0


def _span(scene: Scene, seen: Shape, group: VerbGroup) -> tuple[int, int] | None:
    """The subject's tokens; of « Odile Fortin, patronne de Brisk, a quitté … » the name alone."""
    before = group.first - 1
    if before >= 0 and scene.word(before) in ("il", "elle"):
        return before, group.first
    if before > 1 and scene.word(before) == ",":
        for name in scene.names:
            if scene.word(name.end) == "," and name.end < before and name.kind == "person":
                aside = seen.cats[name.end + 1 : before]
                whole = " " in name.entity.name and not {"verb", "rel", "sub", "stop"} & set(aside)
                return (name.start, name.end) if whole and "comma" not in aside else None
        return None
    span = subject_span(seen, group)
    return span if span is not None and span[0] < span[1] == group.first else None


def _stop(seen: Shape, group: VerbGroup) -> int:
    """Where the clause ends: at the sentence's end, or at a comma behind which the article adds something."""
    for i in range(group.stop, len(seen.tokens)):
        if seen.cats[i] == "stop":
            return i
        after = seen.tokens[i + 1].lower_ if i + 1 < len(seen.tokens) else ""
        if seen.cats[i] == "comma" and (
            after in ("qui", "dont", "en", "ce", "mais", "après", "alors", "tandis", "avant", "lors", "selon", "où")
            or (i + 1 < len(seen.cats) and seen.cats[i + 1] in ("part", "ger", "rel", "sub"))
        ):
            return i
    return len(seen.tokens)


def _found(scene: Scene, seen: Shape, dated: Dated, clause: _Clause) -> Found | None:
    group = clause.group
    thing = _subject(scene, seen, clause)
    if thing is None:
        return None
    verb = seen.verbatim(group.first, group.stop) if group.first < group.stop else ""
    rest = " ".join(filter(None, (scene.text(*part).strip(" ,.") for part in clause.rest)))
    rest = re.sub(r"\s+([,.])", r"\1", rest).strip(" ,.;:")
    rest = re.sub(r"^(?:donc|également|aussi|ensuite|finalement|enfin|officiellement) ", "", rest)
    told = f"{thing.text} {verb} {rest}"
    masked = any(scene.sentence.masks(seen.tokens[i]) for part in clause.rest for i in range(*part))
    if masked or len(told.split()) > _LONGEST or len(rest.split()) < 2 or told.count("(") != told.count(")"):
        return None
    if _LEANING.search(rest) or re.search(r"[«»“”\":;?]| [-–] ", told):
        return None
    if _OWNED.search(rest) and not thing.text[:1].isupper():
        return None
    inner = [g for g in seen.groups if g is not group and any(a <= g.first < b for a, b in clause.rest)]
    auxiliary = group.finite != group.main
    to_do = group.lemma == "devoir" and re.match(r"\w+(?:er|ir|re)\b", rest) is not None
    since = dated.joint == "since"
    if inner or (since and (not _lasts(group) or re.search(r"\d", rest))):
        return None
    if not auxiliary and not since and not to_do and (group.lemma in _STATES or group.tense == "impf"):
        return None  # « comptait 300 élèves »
    if re.match(r"(?:\w+ième|première?|seconde?|dernière?)s?\b", rest):
        return None  # « a fini troisième »
    if _only_people(group, thing):
        return None
    if not auxiliary and not since and group.tense == "pres" and clause.group.stop <= dated.first and not to_do:
        return None  # « L'enquête évalue en 2015 l'aide apportée »: what a present dates is hard to tell
    voice = _voice(seen, group)
    if voice is None:
        return None
    agreement = _agreement(seen, group, thing)
    start, end = dated.quantity.span.start, dated.quantity.span.end
    return Found(
        attribute="date",
        label="date",
        entity=thing.text,
        entity_kind=thing.kind,
        start=start,
        end=end,
        rule="date-told",
        certainty=0.75 if auxiliary else 0.65,
        frame=Frame(
            construction="date-told",
            subject=thing.text,
            clitics=voice[0],
            verb=group.lemma,
            finite=voice[1],
            tail=voice[2],
            rest=rest,
            lead="compound" if auxiliary else "simple",
            pronoun=agreement,
            time=dated.joint,
        ),
        quantity=dated.quantity,
        aside=True,
    )


def _lasts(group: VerbGroup) -> bool:
    """« est fermée depuis mai », « dirige le port depuis 2004 »: what goes on; « a gagné 3 % depuis mai » counts."""
    return group.tense in ("pres", "impf") and (group.finite == group.main or group.auxiliary == "être")


def _subject(scene: Scene, seen: Shape, clause: _Clause) -> Thing | None:
    """Whom the clause is about, where the sentence or a sure pronoun says it: a name, or a phrase with one."""
    first, stop = clause.subject
    text = re.sub(r"\s+", " ", scene.text(first, stop)).strip(" ,")
    if stop - first == 1 and scene.word(first) in ("il", "elle"):
        return _meant(scene, seen, first)
    names = [name for name in scene.names if first <= name.start < stop]
    nation = any(scene.word(i) in role_words().nations for i in range(first, stop))
    if (
        not (names or nation or _described(scene, seen, first, stop))
        or _LEANING.search(text)
        or _OWNED.search(text)
        or len(text.split()) > 12
    ):
        return None
    if any(seen.cats[i] in ("rel", "comma", "verb", "sub") for i in range(first, stop)):
        return None
    name = names[0] if names else None
    if name is not None and name.start == first and name.end == stop:
        return Thing(name.entity.name, name.kind, _person(name) or _said(seen, stop - 1), True)
    kind: Kind = name.kind if name is not None and len(names) == 1 and name.end == stop else "other"
    return Thing(text, kind, _said(seen, first), True)


def _described(scene: Scene, seen: Shape, first: int, stop: int) -> bool:
    """« le premier signal de ce type », « le mariage des couples de même sexe »: told by its complements which one."""
    if scene.word(first) not in ("le", "la", "l'", "les") or {"pron", "num"} & set(seen.cats[first:stop]):
        return False
    nouns = sum(1 for i in range(first, stop) if seen.cats[i] in ("noun", "adj") and len(scene.word(i)) > 3)
    return nouns > 2


def _person(name: Name) -> str:
    return gender_of(name.entity) if name.kind == "person" else ""


def _meant(scene: Scene, seen: Shape, at: int) -> Thing | None:
    """Whom « il » or « elle » stands for: the subject before, or the one person of the title where nobody else is
    named in this sentence or the two before."""
    thing = thing_of(scene, seen, seen.tokens[at])
    if thing is not None and thing.resolved:
        return thing
    reading, gender = scene.reading, "f" if scene.word(at) == "elle" else "m"
    people = [e for e in reading.entities.people() if e.name in (reading.article.title or "")]
    if len(people) != 1 or gender_of(people[0]) != gender:
        return None
    start = reading.sentences[max(0, scene.sentence.number - 2)].start
    near = {m.entity.name for m in reading.entities.within(start, scene.sentence.end) if m.entity.kind == "person"}
    return Thing(people[0].name, "person", f"{gender}s", True) if near <= {people[0].name} else None


def _said(seen: Shape, at: int) -> str:
    """The gender of a phrase that begins at a token: that of its first noun."""
    while seen.cats[at] not in ("noun", "name") and at + 1 < len(seen.tokens):
        at += 1
    token = seen.tokens[at]
    return "f" if "Fem" in morph(token, "Gender") else "m" if "Masc" in morph(token, "Gender") else ""


_STATES = frozenset(
    ("être", "avoir", "sembler", "paraître", "rester", "devoir", "pouvoir", "falloir", "vouloir", "savoir")
)


_OF_PEOPLE = frozenset(("author", "director", "performer"))


def _only_people(group: VerbGroup, thing: Thing) -> bool:
    """« Le film a interprété Ana »: what only people do, said of something else."""
    agents = {verb.agent for verb in event_verbs() if verb.infinitive == group.lemma}
    return bool(agents & _OF_PEOPLE) and thing.kind != "person" and not group.passive


def _voice(seen: Shape, group: VerbGroup) -> tuple[str, str, str] | None:
    """What leans on the verb, its finite form and the rest of it; what was to come is told from now: « rendra » is
    « devait rendre », « sera rendu » « devait être rendu »."""
    leaning = _leaning(seen, group)
    tail = " ".join(t.text for t in seen.tokens[group.finite + 1 : group.stop] if t.lower_ not in _DROPPED)
    if group.lemma == "devoir" and not tail:
        return leaning, "devaient" if group.number == "p" else "devait", ""
    if group.tense != "fut":
        return leaning, seen.tokens[group.finite].text, tail
    if group.finite != group.main and group.auxiliary != "être":
        return None
    to_do = f"être {tail}" if group.finite != group.main else f"{group.lemma} {tail}"
    return "", "devaient" if group.number == "p" else "devait", f"{leaning}{to_do}".strip()


def _leaning(seen: Shape, group: VerbGroup) -> str:
    """What leans on the verb from the left, ready to be set before it: « s' », « se  »."""
    text = seen.text(group.first, group.finite)
    return f"{text} " if text and not text.endswith("'") else text


def _agreement(seen: Shape, group: VerbGroup, thing: Thing) -> Literal["il", "elle", "ils", "elles", ""]:
    """The subject's pronoun: by a participle that agrees, by its first word, by a person; "" where that is open."""
    gender = thing.agreement[:1]
    first = thing.text.split()[0].lower()
    if first in ("la", "une"):
        gender = "f"
    elif first in ("le", "un"):
        gender = "m"
    elif group.auxiliary in ("être", "être+été"):
        gender = "f" if seen.tokens[group.main].lower_.rstrip("s").endswith("e") else "m"
    if group.number == "p":
        return "elles" if gender == "f" else "ils" if gender else ""
    return "elle" if gender == "f" else "il" if gender else ""
