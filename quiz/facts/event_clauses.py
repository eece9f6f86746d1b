"""The clauses of a sentence in pieces: what leads in, the subject, the verb, what follows it.

Takes main clauses and those coordinated with them. Cuts only where the claim stays whole: asides, second statements and
subordinate clauses go, complements stay. Knows grammar and no names; where the parse and the word order disagree it
gives nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from quiz.facts.clause_pieces import text_of
from quiz.facts.clauses import Shape, VerbGroup
from quiz.facts.event_rests import PARTS_OF_DAY, rest_of, stands
from quiz.facts.event_words import nations, words
from quiz.facts.noun_phrases import subject_head
from quiz.facts.value_words import phrases
from quiz.facts.value_words import words as value_words
from quiz.facts.verbs import finite, is_noun, participle

LONGEST_REST = 30
"""Tokens after the verb: a question of more is not read."""
_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:caus", "expl:subj")
_HANGING = ("de", "d'", "du", "des", "et", "ou", "chez")
_REFLEXIVE = ("se", "s'")
_OPENERS = value_words("lead_openers") | value_words("weekdays")
_NOMINAL = ("noun", "name", "adj", "det", "adp", "num", "other")
_CONNECTORS = frozenset(
    (
        "au final", "au total", "en clair", "en guise de consolation", "pour l'anecdote", "pour l'instant",
        "de nouveau", "en plus", "en revanche", "là", "là encore", "pour leur part", "pour rappel", "pour sa part",
        "à noter", "à nouveau",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Clause:
    """Token numbers of one clause of a sentence.

    `lead` are adverbials before the subject, `subject` its phrase without asides, `head` its noun, `rest` what follows
    the verb within the claim. `cut` tells that something after `rest` was left out, `shared` that the subject is that
    of the clause before.
    """

    seen: Shape
    group: VerbGroup
    lead: tuple[int, ...]
    subject: tuple[int, ...]
    head: int
    rest: tuple[int, ...]
    cut: bool
    aside: tuple[int, ...] = ()
    """What stands between commas right behind the subject, without the commas."""
    shared: bool = False
    relative: bool = False
    """A relative clause: its subject is the name before « qui »."""

    @property
    def clitics(self) -> str:
        """The reflexive pronoun before the verb, with what follows it: "s'", "se "."""
        before = [self.seen.tokens[i] for i in range(self.group.first, self.group.finite)]
        return "".join(token.text.lower() + token.whitespace_ for token in before)

    @property
    def finite(self) -> str:
        """The form that agrees with the subject."""
        return str(self.seen.tokens[self.group.finite].text)

    @property
    def tail(self) -> str:
        """The rest of the verb: participles, and what adverbs say something."""
        inner = range(self.group.finite + 1, self.group.stop)
        empty = words("empty_adverbs") | {"aujourd'hui", "depuis", "hier"}  # the topic line has the day
        text = text_of(self.seen, [i for i in inner if self.seen.tokens[i].lower_ not in empty])
        return re.sub(r"\b(?:par exemple|en effet|d'ailleurs|par ailleurs|à nouveau) ?", "", text).strip()


def clauses(seen: Shape) -> Iterator[Clause]:
    """The clauses of a sentence that stand on their own, in order."""
    last: Clause | None = None
    for group in seen.groups:
        found = _coordinated(seen, group, last) or _relative(seen, group) or _clause(seen, group)
        if found is None:
            continue
        last = found
        tokens = (*found.rest, *found.subject, *found.lead)
        if len(found.rest) <= LONGEST_REST and not any(seen.sentence.masks(seen.tokens[i]) for i in tokens):
            yield found


def _asserts(seen: Shape, group: VerbGroup) -> bool:
    """A plain statement: no negation, no conditional, no pronoun before the verb but « se »: « s'est imposé » needs
    nothing before it, « l'a battu » and « y a vécu » do."""
    word = seen.tokens[group.finite].text
    if finite(word) is None or word.lower() in nations():
        return False  # no verb, whatever the tagger says
    plain = group.main == group.finite and group.first == group.finite
    behind, ahead = seen.cats[group.first - 1 : group.first], seen.cats[group.stop : group.stop + 1]
    noun = plain and is_noun(seen.tokens[group.finite].text)
    if noun and (behind == ("comma",) or seen.tokens[group.finite].pos_ not in ("VERB", "AUX")):
        return False  # « Awa Sow, figure du club, », « Omar Ba, forfait, »
    if plain and group.lemma in ("avoir", "être") and ahead == ("comma",):
        return False  # « a, jeudi, présenté »
    coming = next((cat for cat in seen.cats[group.stop :] if cat != "adv"), "stop")
    if plain and group.lemma == "aller" and coming == "inf":
        return False  # « va donner »: nothing has happened
    own = all(seen.tokens[i].lower_ in _REFLEXIVE for i in range(group.first, group.finite))
    return own and not group.inverted and not group.negated and group.mood == "ind" and not _misformed(seen, group)


def _misformed(seen: Shape, group: VerbGroup) -> bool:
    """« a brandit le drapeau », « a du se rendre », « est allé cherché »: no form of the verb, and a question would
    repeat the slip."""
    said = [token.lower_ for token in seen.tokens[group.finite : group.stop + 3]]
    for place, (here, after) in enumerate(pairwise(said)):
        behind = said[place + 2 : place + 4]
        if here in ("a", "ont", "avait", "avaient"):
            present = after.endswith("it") and finite(after) is not None and participle(after) is None
            if present or (after == "du" and any(word.endswith(("er", "ir", "re")) for word in behind)):
                return True
        if here in ("allé", "allée", "allés", "allées", "venu", "venue") and after.endswith("é"):
            return True
    return False


def _clause(seen: Shape, group: VerbGroup) -> Clause | None:
    if not _asserts(seen, group):
        return None
    found = _parsed_subject(seen, group) or _subject_by_place(seen, group)
    if found is None:
        return None
    found = _behind_its_name(seen, group, found)
    head, subject, aside, left = found
    if _says_more(seen, aside):
        return None
    first = next((g for g in seen.groups), group)
    if not _free(seen, left):
        return None
    lead = _lead(seen, left) if first is group else _late_lead(seen, left)
    if lead is None:
        return None
    rest, cut = rest_of(seen, group)
    return Clause(seen, group, tuple(lead), tuple(subject), head, tuple(rest), cut, tuple(aside))


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
    if last is None or not group.first or not _asserts(seen, group):
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


def _relative(seen: Shape, group: VerbGroup) -> Clause | None:
    """« Ousmane Ba, qui a signé à Nantes, … »: a relative clause behind a name says a thing of its own."""
    cats = seen.cats
    who = group.first - 1
    if who < 1 or seen.tokens[who].lower_ != "qui" or not _asserts(seen, group):
        return None
    if any(cats[i] == "sub" for i in range(who)):
        return None  # « affirme que l'Irlande, qui … »: he says that too
    end = who - 1 if cats[who - 1] == "comma" else who
    start = end
    while start and cats[start - 1] == "name" and seen.tokens[start - 1].text[:1].isupper():
        start -= 1
    if start and cats[start - 1] == "num":
        return None  # « la Coupe 2016 Volute, qui … »
    before = start
    while before and cats[before - 1] in ("det", "noun", "adj"):
        before -= 1  # « le beau-père de | la chanteuse | Awa Sow, qui … » may be either
    if start == end or (before and seen.tokens[before - 1].lower_ in _HANGING):
        return None
    if before and seen.tokens[before - 1].lower_ == "par":
        return None  # « un groupe emmené par Awa Sow qui … », « la loi votée par le Sénat, qui … »: the law does
    rest, cut = rest_of(seen, group)
    return Clause(seen, group, (), tuple(range(start, end)), end - 1, tuple(rest), cut, relative=True)


def _free(seen: Shape, left: int) -> bool:
    """Is what begins at `left` a clause of its own, no subordinate one?

    After « alors que la pluie tombait, » it is; after « alors que » it is not.
    """
    cats = seen.cats
    opened = next((i for i in range(left - 1, -1, -1) if cats[i] in ("rel", "sub")), None)
    if opened is None:
        return True
    closed = any(opened < group.first and group.stop <= left for group in seen.groups)
    return closed and cats[left - 1] in ("comma", "stop", "close")


Subject = tuple[int, list[int], list[int], int]
"""Its head, its tokens without asides, the aside behind it, and where it begins."""


def _parsed_subject(seen: Shape, group: VerbGroup) -> Subject | None:
    """The subject as the parse has it, where the word order agrees."""
    head = subject_head(seen, group)
    if head is None and group.lemma == "être":
        noun = seen.tokens[group.finite].head
        head = next((c for c in noun.children if c.dep_ in _SUBJECTS and c.i < group.finite), None)
    if head is None:
        return None
    cats = seen.cats
    left = head.subtree[0].i
    walls = [i for i in range(left, head.i) if cats[i] in ("comma", "stop", "close", "sub", "rel", "verb", "and")]
    if walls:
        left = walls[-1] + 1
    while left and cats[left - 1] in ("det", "num"):
        left -= 1
    if left > head.i or (left and cats[left - 1] == "adp") or _listed(seen, left):
        return None
    core: list[int] = []
    aside: list[int] = []
    i = left
    while i < group.first:
        if cats[i] == "open":
            i = next((k for k in range(i, group.first) if cats[k] == "close"), group.first) + 1
            continue
        if cats[i] == "comma":
            if cats[group.first - 1] != "comma" and not _adverbs(seen, i, group.first):
                return None
            aside = [k for k in range(i + 1, group.first) if cats[k] != "comma" or k != group.first - 1]
            break
        if cats[i] in ("stop", "sub", "mark", "close", "verb", "rel"):
            return None
        core.append(i)
        i += 1
    while core and cats[core[-1]] == "adv":
        core.pop()
    bare = not core or (head.text.islower() and cats[head.i] == "noun" and cats[core[0]] not in ("det", "num"))
    return (head.i, core, aside, left) if head.i in core and cats[core[0]] != "adp" and not bare else None


def _behind_its_name(seen: Shape, group: VerbGroup, found: Subject) -> Subject:
    """« Awa Sow, la mairesse de Thiès, | a … »: the subject is the name before the commas."""
    cats, left = seen.cats, found[3]
    if left < 2 or cats[left - 1] != "comma" or cats[left - 2] != "name" or cats[group.first - 1] != "comma":
        return found
    start = left - 1
    while start and cats[start - 1] == "name":
        start -= 1
    while start and cats[start - 1] in ("noun", "adj", "det"):
        start -= 1
    if start and cats[start - 1] not in ("comma", "stop"):
        return found
    return left - 2, list(range(start, left - 1)), list(range(left, group.first - 1)), start


def _listed(seen: Shape, left: int) -> bool:
    """« Awa Sow et | Omar Ba ont signé »: what begins at `left` is the second of two subjects."""
    if not left or seen.cats[left - 1] != "and":
        return False
    return not any(group.stop <= left - 1 for group in seen.groups)


def _subject_by_place(seen: Shape, group: VerbGroup) -> Subject | None:
    """The noun phrase right before the verb, where the parse has lost it: « …, la France | a voté »."""
    cats = seen.cats
    end = group.first
    while end and cats[end - 1] == "adv":
        end -= 1
    start = end
    while start and cats[start - 1] in _NOMINAL:
        start -= 1
    if start == end or cats[start] == "adp" or (start and cats[start - 1] not in ("comma", "stop", "and")):
        return None
    if _listed(seen, start):
        return None
    head = next((i for i in range(start, end) if cats[i] in ("noun", "name")), None)
    if head is None or any(cats[i] not in ("det", "adj", "num") for i in range(start, head)):
        return None
    if cats[head] == "noun" and seen.tokens[head].text.islower() and cats[start] not in ("det", "num"):
        return None  # « Awa Sow, première adjointe du maire | a réagi »
    return head, list(range(start, end)), [], start


def _adverbs(seen: Shape, start: int, stop: int) -> bool:
    return all(seen.cats[i] in ("adv", "comma") for i in range(start, stop))


def _late_lead(seen: Shape, left: int) -> list[int] | None:
    """Of a clause behind another one nothing is taken along; it must follow a comma, a stop or « et »."""
    return [] if seen.cats[left - 1] in ("comma", "stop", "and", "close") else None


def _lead(seen: Shape, left: int) -> list[int] | None:
    """The adverbials before the subject that the claim may need; None where it cannot stand without what it points at.

    « Le 3 mai, à Dakar, » stays, « Cependant, » and « Selon la police, » go (the stem says the source), « Si …, » and
    « Lors de ce match, » spoil it.
    """
    cats, tokens = seen.cats, seen.tokens
    start = next((i + 1 for i in range(left - 1, -1, -1) if cats[i] == "stop"), 0)
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
    for segment in segments:
        if not segment:
            continue
        text = text_of(seen, segment).lower()
        first = tokens[segment[0]].lower_
        if text in phrases("connectors") or text in _CONNECTORS or all(cats[i] in ("adv", "and") for i in segment):
            continue
        if first in ("si", "s'", "que", "qu'") or any(cats[i] in ("open", "close", "mark") for i in segment):
            return None
        if text.startswith(("selon ", "d'après ", "sans ", "d'abord ")):
            continue
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
            return None
        if kept:
            kept.append(segment[0] - 1)
        kept += segment
    return kept


def _of_time(word: str) -> bool:
    return word in value_words("time_words") or word in words("months") or word.isdigit()


_CLOCK = re.compile(r"\d{1,2} ?h\d{0,3}$|\d{1,2}:\d\d$")
