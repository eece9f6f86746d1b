"""The clauses of a sentence in pieces: what leads in, the subject, the verb, what follows it.

Takes main clauses and those coordinated with them. Cuts only where the claim stays whole: asides, second statements and
subordinate clauses go, complements stay. Knows grammar and no names; where the parse and the word order disagree it
gives nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quiz.facts.clause_pieces import text_of
from quiz.facts.clauses import Shape, VerbGroup
from quiz.facts.event_clause import Clause, asserts, shown
from quiz.facts.event_relatives import relative
from quiz.facts.event_rests import PARTS_OF_DAY, rest_of, stands
from quiz.facts.event_subjects import subject_of
from quiz.facts.event_words import words
from quiz.facts.speech import speech_form
from quiz.facts.value_words import phrases
from quiz.facts.value_words import words as value_words
from quiz.facts.verbs import finite

_ASIDE = frozenset(
    ("afin", "après", "avec", "de", "depuis", "face", "grâce", "malgré", "outre", "par", "pour", "suite")
)
"""What opens an adverbial that a claim can do without, where it points at another sentence; « lors de ce match » it
cannot do without."""
_OPENERS = value_words("lead_openers") | value_words("weekdays")
_CONNECTORS = frozenset(
    (
        "au final", "au total", "en clair", "en guise de consolation", "pour l'anecdote", "pour l'instant",
        "en plus", "en revanche", "pour leur part", "pour rappel", "pour sa part",
        "à noter",
    )
)  # fmt: skip


_ANAPHORIC = frozenset(("de nouveau", "là", "là encore", "là aussi", "malgré cela", "malgré tout", "à nouveau"))
"""What opens a clause that leans on the sentence before: where is « là »?"""


_BASES = ("chez", "dans", "parmi", "pour", "sur")
_DISTANCES = ("centimètres", "kilomètre", "kilomètres", "km", "mètre", "mètres", "pas")


def clauses(seen: Shape) -> Iterator[Clause]:
    """The clauses of a sentence that stand on their own, in order."""
    last: Clause | None = None
    for group in seen.groups:
        found = _coordinated(seen, group, last) or relative(seen, group) or _clause(seen, group)
        if found is None:
            last = _silent(seen, group) or last
            continue
        last = found
        if shown(found):
            yield found


def _silent(seen: Shape, group: VerbGroup) -> Clause | None:
    """« Awa Sow le double | et remporte son titre »: a clause that is not asked of, for the sake of the next, whose
    subject is the same."""
    if group.inverted or group.mood not in ("ind", "cnd") or finite(seen.tokens[group.finite].text) is None:
        return None
    return _clause(seen, group, asserting=False)


def _clause(seen: Shape, group: VerbGroup, *, asserting: bool = True) -> Clause | None:
    if asserting and not asserts(seen, group):
        return None
    found = subject_of(seen, group)
    if found is None:
        return None
    head, subject, aside, left = found
    if _says_more(seen, aside):
        return None
    rest, cut = rest_of(seen, group)
    if _told_that(seen, left):
        return Clause(seen, group, (), tuple(subject), head, tuple(rest), cut, tuple(aside), reported=True)
    if _told_when(seen, group, left):
        return Clause(seen, group, (), tuple(subject), head, tuple(rest), cut, tuple(aside))
    opening = _behind_remark(seen)
    first = next((g for g in seen.groups if g.first >= opening), group)
    if not _free(seen, left, opening):
        return None
    lead = _lead(seen, left, opening) if first is group else _late_lead(seen, left)
    if lead is None:
        return None
    whole = first is not group or _nothing_points(seen, left, opening)
    return Clause(seen, group, tuple(lead), tuple(subject), head, tuple(rest), cut, tuple(aside), led_off=not whole)


_REMARKS = re.compile(
    r"(?:(?:rappel|not|signal|précis|soulign)ons|(?:à|il est à|il faut) (?:noter|rappeler|signaler|savoir)"
    r"|on (?:note|rappelle|apprend|sait|constate)|il (?:apparaît|s'avère)|c'est (?:ainsi|alors|là)) "
    r"(?:enfin |aussi |également )?qu(?:e |')"
)
"""« Rappelons que », « À noter que »: what follows is a plain statement."""


def _behind_remark(seen: Shape) -> int:
    """The token behind a remark that opens the sentence; 0 without one."""
    match = _REMARKS.match(seen.seen.lower().replace("’", "'"))
    if match is None:
        return 0
    return next((i for i, token in enumerate(seen.tokens) if token.idx >= match.end()), 0)


def _told_that(seen: Shape, left: int) -> bool:
    """« Awa Sow a annoncé que | la mairie ouvrira … »: a clause that opens right behind the « que » of a verb of
    saying, which is the first of its sentence."""
    if left < 3 or seen.tokens[left - 1].lower_ not in ("que", "qu'") or seen.cats[left - 1] != "sub":
        return False
    verb = next((group for group in reversed(seen.groups) if group.stop <= left - 1), None)
    between = range(verb.stop, left - 1) if verb is not None else range(0)
    if any(_of_time(seen.tokens[i].lower_) is False and seen.cats[i] not in ("adv", "det") for i in between):
        return False  # « a annoncé | jeudi 3 mai | que »
    unnamed = seen.tokens[0].lower_ in ("des", "certains", "certaines", "plusieurs", "un", "une", "d'", "on", "il")
    if verb is None or verb is not seen.groups[0] or verb.negated or unnamed:
        return False
    form = speech_form(seen.tokens[verb.main].text)
    return (
        form is not None
        and form.strength == "strong"
        and not any(cat in ("sub", "mark") for cat in seen.cats[: left - 1])
    )


_WHEN = frozenset(("car", "lorsque", "lorsqu'", "puisque", "puisqu'", "quand"))


def _told_when(seen: Shape, group: VerbGroup, left: int) -> bool:
    """« … lorsqu'| un autobus a foncé dans la foule », « alors que | le maire a démissionné »: what a main clause
    explains itself by is told for a fact as well, if it is told as past."""
    if left < 2 or group.tense == "fut":
        return False
    word, before = (seen.tokens[i].lower_ for i in (left - 1, left - 2))
    if not (group.auxiliary or group.tense == "past" or before == "tandis"):
        return False
    joined = word in ("que", "qu'") and before in ("alors", "tandis", "parce")
    start = left - 2 if joined else left - 1
    if not joined and word not in _WHEN:
        return False
    return not any(cat in ("sub", "rel", "mark") for cat in seen.cats[:start])


def _nothing_points(seen: Shape, left: int, opening: int) -> bool:
    """Is there nothing before the subject that leans on another sentence?"""
    return stands(seen, range(opening, left), "s")


def _says_more(seen: Shape, aside: Sequence[int]) -> bool:
    """« Awa Sow, la ministre, | a annoncé qu'un homme, blessé à Nice, | a succombé »: between a subject and its verb
    stands no other verb but that of one « qui »."""
    if not aside:
        return False
    inside = [group for group in seen.groups if aside[0] <= group.first and group.stop - 1 <= aside[-1]]
    told = [group for group in inside if finite(seen.tokens[group.finite].text) is not None]
    return len(told) > (1 if seen.cats[aside[0]] == "rel" else 0)


def _coordinated(seen: Shape, group: VerbGroup, last: Clause | None) -> Clause | None:
    """« La Lune a battu l'Étoile | et a remporté le titre »: a second verb of the same subject."""
    if last is None or not group.first or not asserts(seen, group):
        return None
    joint = group.first - 1
    if seen.cats[joint] == "adv":
        joint -= 1
    if seen.cats[joint] != "and" or seen.tokens[joint].lower_ != "et":
        return None
    between = range(last.group.stop, joint)
    if any(seen.cats[i] in ("rel", "sub", "stop", "open", "verb", "mark") for i in between):
        return None
    if group.number != last.group.number:
        return None
    rest, cut = rest_of(seen, group)
    return replace(last, group=group, lead=(), rest=tuple(rest), cut=cut, shared=True)


def _free(seen: Shape, left: int, start: int = 0) -> bool:
    """Is what begins at `left` a clause of its own, no subordinate one?

    After « alors que la pluie tombait, » it is; after « alors que » it is not.
    """
    cats = seen.cats
    opened = next((i for i in range(left - 1, start - 1, -1) if cats[i] in ("rel", "sub")), None)
    if opened is None:
        return True
    closed = any(opened < group.first and group.stop <= left for group in seen.groups)
    return closed and cats[left - 1] in ("comma", "stop", "close")


def _late_lead(seen: Shape, left: int) -> list[int] | None:
    """Of a clause behind another one nothing is taken along; it must follow a comma, a stop or « et »."""
    based = seen.tokens[0].lower_ in _BASES and seen.groups and seen.cats[seen.groups[0].first - 1] == "rel"
    if based and not any(g.stop <= left and seen.cats[g.first - 1] != "rel" for g in seen.groups):
        return None  # « Pour la saison qui s'ouvre, | l'office table sur deux millions »
    return [] if seen.cats[left - 1] in ("comma", "stop", "and", "close") else None


def _lead(seen: Shape, left: int, opening: int = 0) -> list[int] | None:
    """The adverbials before the subject that the claim may need; None where it cannot stand without what it points at.

    « Le 3 mai, à Dakar, » stays, « Cependant, » and « Selon la police, » go (the stem says the source), « Si …, » and
    « Lors de ce match, » spoil it.
    """
    cats, tokens = seen.cats, seen.tokens
    start = max(opening, next((i + 1 for i in range(left - 1, -1, -1) if cats[i] == "stop"), 0))
    segments: list[list[int]] = [[]]
    inside = False
    for i in range(start, left):
        inside = cats[i] == "open" or (inside and cats[i - 1] != "close")
        if inside and any(cats[k] == "close" for k in range(i, left)):
            continue  # « À Volmont | (Somme) | , »
        if inside and cats[i] == "close":
            continue
        if cats[i] == "comma":
            segments.append([])
        else:
            segments[-1].append(i)
    kept: list[int] = []
    opposed = False
    for segment, coming in zip(segments, [*segments[1:], []], strict=True):
        if not segment:
            continue
        counted = tokens[segment[-1]].lower_ in value_words("time_units") and bool(coming) and cats[coming[0]] == "num"
        if counted:
            opposed = True  # « Après dix jours, | quatre heures et deux minutes de mer, »
            continue
        text = text_of(seen, segment).lower()
        first = tokens[segment[0]].lower_
        if text in _ANAPHORIC:
            return None
        if text in phrases("connectors") or text in _CONNECTORS or all(cats[i] in ("adv", "and") for i in segment):
            continue
        if first in ("si", "s'", "que", "qu'") or any(cats[i] in ("open", "close", "mark") for i in segment):
            return None
        if text.startswith(("selon ", "d'après ", "sans ", "d'abord ")):
            continue
        if first in _BASES and any(cats[i] in ("rel", "sub") for i in segment):
            return None  # « Pour la saison qui s'ouvre, l'office table sur deux millions »
        if first == "à" and any(tokens[i].lower_ in _DISTANCES for i in segment):
            return None  # « À quelques mètres, »: from where?
        if any(cats[i] in ("verb", "ger", "inf", "part", "sub", "rel") for i in segment):
            opposed = True  # « Après avoir tiré, | mercredi 6 mai, | une fusée »: the day is that of the shot
            continue
        if first in words("connecting"):
            segment = segment[1:]
            first = tokens[segment[0]].lower_ if segment else ""
        if first in ("le", "la", "les", "l'") and not any(_of_time(tokens[i].lower_) for i in segment):
            continue  # « Le porte-parole du club, Awa Sow, »
        if tokens[segment[-1]].lower_ in PARTS_OF_DAY and not any(tokens[i].text.isdigit() for i in segment):
            continue  # « Ce dimanche après-midi, »: the topic line has the day
        clock = any(_CLOCK.match(tokens[i].text) for i in segment) or re.search(r"\d (?:h|heures?)\b", text)
        opposed = opposed or (cats[segment[0]] in ("noun", "adj") and first not in value_words("weekdays"))
        if first not in _OPENERS or len(segment) > 14 or clock or opposed:
            continue  # « Championne en 2008, | à Nantes, | Awa Sow … »: the place is that of the title
        if not stands(seen, segment, "s"):
            if first not in _ASIDE:
                return None
            opposed = True  # « Malgré cette défaite, à Nantes, »
            continue
        if kept:
            kept.append(segment[0] - 1)
        kept += segment
    return kept


def _of_time(word: str) -> bool:
    return word in value_words("time_words") or word in words("months") or word.isdigit()


_CLOCK = re.compile(r"\d{1,2} ?h\d{0,3}$|\d{1,2}:\d\d$")
