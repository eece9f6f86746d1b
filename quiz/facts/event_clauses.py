"""The clauses of a sentence in pieces: what leads in, the subject, the verb, what follows it.

Takes main clauses and those coordinated with them. Cuts only where the claim stays whole: asides, second statements and
subordinate clauses go, complements stay. Knows grammar and no names; where the parse and the word order disagree it
gives nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quiz.facts.clause_pieces import text_of
from quiz.facts.clauses import Shape, VerbGroup
from quiz.facts.event_words import words
from quiz.facts.noun_phrases import subject_head
from quiz.facts.value_words import phrases
from quiz.facts.value_words import words as value_words
from quiz.facts.verbs import finite

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
        "pour leur part", "pour rappel", "pour sa part", "à noter",
    )
)  # fmt: skip
_ANOTHER = ("verb", "rel", "sub", "ger", "inf", "part", "clit")


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
    if finite(seen.tokens[group.finite].text) is None:
        return False  # no verb, whatever the tagger says
    if (
        group.main == group.finite
        and group.lemma in ("avoir", "être")
        and seen.cats[group.stop : group.stop + 1] == ("comma",)
    ):
        return False  # « a, jeudi, présenté »
    own = all(seen.tokens[i].lower_ in _REFLEXIVE for i in range(group.first, group.finite))
    return own and not group.inverted and not group.negated and group.mood == "ind"


def _clause(seen: Shape, group: VerbGroup) -> Clause | None:
    if not _asserts(seen, group):
        return None
    found = _parsed_subject(seen, group) or _subject_by_place(seen, group)
    if found is None:
        return None
    found = _behind_its_name(seen, group, found)
    head, subject, aside, left = found
    first = next((g for g in seen.groups), group)
    if not _free(seen, left):
        return None
    lead = _lead(seen, left) if first is group else _late_lead(seen, left)
    if lead is None:
        return None
    rest, cut = _rest(seen, group)
    return Clause(seen, group, tuple(lead), tuple(subject), head, tuple(rest), cut, tuple(aside))


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
    rest, cut = _rest(seen, group)
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
    before = start - 1 if start and seen.tokens[start - 1].lower_ in ("le", "la", "les", "l'") else start
    if start == end or (before and seen.tokens[before - 1].lower_ in _HANGING):
        return None
    rest, cut = _rest(seen, group)
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
    left = head.left_edge.i
    walls = [i for i in range(left, head.i) if cats[i] in ("comma", "stop", "close", "sub", "rel", "verb", "and")]
    if walls:
        left = walls[-1] + 1
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
    for i in range(start, left):
        if cats[i] == "comma":
            segments.append([])
        else:
            segments[-1].append(i)
    kept: list[int] = []
    for segment in segments:
        if not segment:
            continue
        text = text_of(seen, segment).lower()
        first = tokens[segment[0]].lower_
        if text in phrases("connectors") or text in _CONNECTORS or all(cats[i] in ("adv", "and") for i in segment):
            continue
        if first in ("si", "s'", "que", "qu'") or any(cats[i] in ("open", "close", "mark") for i in segment):
            return None
        if text.startswith(("selon ", "d'après ")):
            continue
        if any(cats[i] in ("verb", "ger", "inf", "part", "sub", "rel") for i in segment):
            continue
        if first in words("connecting"):
            segment = segment[1:]
            first = tokens[segment[0]].lower_ if segment else ""
        if first in ("le", "la", "les", "l'") and not any(_of_time(tokens[i].lower_) for i in segment):
            continue  # « Le porte-parole du club, Awa Sow, »
        if first not in _OPENERS or len(segment) > 14 or any(_CLOCK.match(tokens[i].text) for i in segment):
            continue
        if not stands(seen, segment, "s"):
            return None
        if kept:
            kept.append(segment[0] - 1)
        kept += segment
    return kept


def _of_time(word: str) -> bool:
    return word in value_words("time_words") or word in words("months") or word.isdigit()


def _rest(seen: Shape, group: VerbGroup) -> tuple[list[int], bool]:
    """What follows the verb within its claim, and whether something was cut off."""
    cats, tokens = seen.cats, seen.tokens
    keep: list[int] = []
    i, cut = group.stop, False
    i = _behind_adverbs(seen, i)
    while i < len(tokens):
        cat, word = cats[i], tokens[i].lower_
        if cat in ("stop", "close"):
            cut = cut or word in (";", ":")
            break
        if cat == "open":
            i = next((k for k in range(i, len(cats)) if cats[k] == "close"), len(cats) - 1) + 1
            continue
        breaking = (cat == "sub" and word in words("breaking")) or word == "selon"
        if cat == "rel" and keep and cats[keep[-1]] == "name":
            breaking = True  # a name needs no clause to say which
        if seen.sentence.masks(tokens[i]):
            return [], True
        if cat == "mark" or breaking or (cat == "and" and _new_statement(seen, i)):
            cut = True
            break
        if cat == "comma":
            stop = _enclosed(seen, i, behind=any(cats[k] == "comma" for k in keep))
            if stop is None:
                cut = True
                break
            keep.extend(range(i, stop))
            i = stop
            continue
        keep.append(i)
        i += 1
    for n, k in enumerate(keep):
        if tokens[k].lower_ == "où" or (cats[k] == "rel" and not any(cats[j] == "verb" for j in keep[n:])):
            keep, cut = keep[:n] if cats[k] != "rel" or n > 3 else [], True  # its verb is in a quotation
            break
    that = next((n for n, k in enumerate(keep) if cats[k] == "sub"), None)
    if that is not None and not any(cats[k] == "verb" for k in keep[that:]):
        keep, cut = keep[:that] if that > 3 else [], True  # « a confirmé que la sonde, qui … »
    keep = _closed(seen, keep)
    if keep and cats[keep[-1]] == "verb" and cut:
        return [], True  # « précise que les quartiers touchés sont »
    return keep, cut


_ADVERBIALS = (
    ("d'", "ailleurs"), ("en", "effet"), ("par", "ailleurs"), ("par", "exemple"), ("pour", "sa", "part"),
    ("à", "nouveau"),
)  # fmt: skip


def _behind_adverbs(seen: Shape, i: int) -> int:
    """The first token behind adverbs that only join the sentence to the one before: « s'est | en effet | exilé »."""
    said = [token.lower_ for token in seen.tokens[i : i + 3]]
    for adverbial in _ADVERBIALS:
        if tuple(said[: len(adverbial)]) == adverbial:
            return i + len(adverbial)
    return i + 1 if said and said[0] in words("empty_adverbs") else i


def _closed(seen: Shape, keep: list[int]) -> list[int]:
    """The tokens without what hangs at their end: a preposition, « en affichant », « en tant »; « ne suffit pas » and
    « deux heures après » hang on nothing."""
    cats, tokens = seen.cats, seen.tokens
    hanging = ("adp", "det", "and", "comma", "rel", "sub", "mark", "adv", "pron", "clit", "ger")
    while keep:
        last, before = tokens[keep[-1]].lower_, tokens[keep[-1] - 1].lower_
        timed = last in ("après", "avant", "plus", "tard", "tôt") and before in value_words("time_units") | {"plus"}
        if (
            last in ("pas", "plus", "jamais", "point")
            or timed
            or (last not in ("tant", "lors") and cats[keep[-1]] not in hanging)
        ):
            break
        keep = keep[:-1]
    return keep


def _new_statement(seen: Shape, i: int) -> bool:
    """Does « et », « mais » begin another statement, one with a verb of its own?"""
    cats = seen.cats
    if seen.tokens[i].lower_ in ("mais", "or", "car", "puis", "donc"):
        return True
    if i + 1 < len(cats) and seen.tokens[i + 1].lower_ in words("others_too"):
        return True  # « et également Brumelle »
    if any(token.text == "%" for token in seen.tokens[i + 1 : i + 6]):
        return True  # « et 26 % le ministre », « et la ligue 28 % »
    aside = False
    for j in range(i + 1, min(len(cats), i + 24)):
        aside = cats[j] == "open" or (aside and cats[j - 1] != "close")
        if aside:
            continue  # « et Awa Sow (11 points) ont »
        if cats[j] in ("verb", "clit", "neg"):
            return True
        if cats[j] == "part" and j == i + 1:
            return True  # « a battu X et éliminé Y »
        if cats[j] in ("comma", "stop", "close", "sub", "rel"):
            return False
    return False


def _enclosed(seen: Shape, comma: int, *, behind: bool) -> int | None:
    """Where the clause goes on behind a comma: after a list's end, or after an adverbial between two commas.

    None where the comma ends the claim (an apposition, a relative clause, a participle, another statement).
    """
    cats, tokens = seen.cats, seen.tokens
    nxt = next((k for k in range(comma + 1, len(cats)) if cats[k] in ("comma", "stop", "open", "mark")), len(cats))
    inner = range(comma + 1, nxt)
    if not len(inner) or any(cats[k] in _ANOTHER for k in inner):
        return None
    first = tokens[comma + 1].lower_
    if cats[comma + 1] == "and":
        return None
    if all(cats[k] == "name" for k in inner) and cats[comma - 1] in ("noun", "adj"):
        return nxt  # « devant le champion du monde, Awa Sow »
    if behind and first in ("de", "d'", "du", "des"):
        return nxt  # « la découverte, par la sonde Volute, | d'un lac »
    if first in words("opening_adverbials") and not any(cats[k] == "and" for k in inner):
        return nxt
    joined = next((k for k in range(comma + 1, min(len(cats), comma + 16)) if cats[k] == "and"), None)
    if joined is None or tokens[joined].lower_ not in ("et", "ou") or _new_statement(seen, joined):
        return None
    if any(cats[k] in (*_ANOTHER, "stop") for k in range(comma + 1, joined)):
        return None
    return joined + 1


def stands(seen: Shape, tokens: Sequence[int], owner: str = "") -> bool:
    """Can the tokens be read without the sentences before? Possessives of the number `owner` belong to the subject."""
    own = {"s": ("son", "sa", "ses"), "p": ("leur", "leurs")}.get(owner, ())
    for i in tokens:
        word, cat = seen.tokens[i].lower_, seen.cats[i]
        if word in ("même", "mêmes") and seen.tokens[i - 1].lower_ in ("le", "la", "les", "au"):
            return False
        if word == "hier" and i + 1 < len(seen.tokens) and seen.tokens[i + 1].lower_ in value_words("weekdays"):
            return False
        if word == "cela" or word in words("pointing"):
            return False
        after = seen.tokens[i + 1].lower_ if i + 1 < len(seen.tokens) else ""
        if word in value_words("demonstratives") and after not in value_words("time_words"):
            return False
        another = after in words("owned_by_another")
        if word in value_words("possessives") and (cat == "det" or another) and (another or word not in own):
            return False
        if seen.tokens[i].pos_ == "PRON" and cat in ("pron", "clit", "det", "adp") and word in words("loose"):
            return False
    return True


_CLOCK = re.compile(r"\d{1,2} ?h\d{0,3}$|\d{1,2}:\d\d$")
_YEAR = re.compile(r"1[89]\d\d|20\d\d")


def date_in(clause: Clause, tokens: Sequence[int]) -> tuple[int, ...]:
    """The tokens of an absolute date among some: « le 3 mai 2014 », « en 2012 », « en mars 2009 »; () without one."""
    seen = clause.seen
    for at in range(len(tokens)):
        run = list(tokens[at : at + 6])
        said = [seen.tokens[k].lower_ for k in run] + [""] * 6
        size = 0
        if said[0] == "en" and _YEAR.fullmatch(said[1]):
            size = 2
        elif said[0] == "en" and said[1] in words("months") and _YEAR.fullmatch(said[2]):
            size = 3
        elif said[0] == "le":
            day = 2 if said[1] in value_words("weekdays") else 1
            if re.fullmatch(r"\d{1,2}|1er", said[day]) and said[day + 1] in words("months"):
                size = (
                    day + 3 if _YEAR.fullmatch(said[day + 2]) or said[day + 2] in ("dernier", "prochain") else day + 2
                )
        if size:
            return tuple(run[:size]) if _whole(seen, run, size) else ()
    return ()


def _whole(seen: Shape, run: Sequence[int], size: int) -> bool:
    """Is the date in one piece, with no « et 2014 », « - 2014 » behind it?"""
    after = run[size - 1] + 1
    word = seen.tokens[after].lower_ if after < len(seen.tokens) else "."
    return word not in ("et", "-", "–", "ou", "à") and list(run[:size]) == list(range(run[0], run[0] + size))
