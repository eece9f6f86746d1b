"""The subject of a verb: as the parse has it where the word order agrees, else the noun phrase before the verb, else
the name before what is said of it between commas.

Knows grammar and no names; where the readings differ it gives nothing.
"""

from __future__ import annotations

from quiz.facts.clauses import Shape, VerbGroup
from quiz.facts.event_openers import opening_subject
from quiz.facts.event_phrases import subject_by_place
from quiz.facts.event_words import words
from quiz.facts.names import person_noun
from quiz.facts.noun_phrases import subject_head
from quiz.facts.verbs import is_noun

HANGING = ("de", "d'", "du", "des", "et", "ou", "chez")
"""Words behind which a name is only part of a phrase."""
_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:caus", "expl:subj")
_NOMINAL = ("noun", "name", "adj", "det", "adp", "num", "other")

Subject = tuple[int, list[int], list[int], int]
"""Its head, its tokens without asides, the aside behind it, and where it begins."""


def subject_of(seen: Shape, group: VerbGroup) -> Subject | None:
    """The subject of a verb group that has one of its own; None where it cannot be told for sure."""
    readings = (_pronoun_before, _parsed_subject, _subject_by_place, _described, subject_by_place, opening_subject)
    found = next((one for read in readings if (one := read(seen, group)) is not None and not _of_time(seen, one)), None)
    if found is not None and (_last_of_three(seen, found) or _a_title(seen, found)):
        return None
    if found is not None and seen.tokens[found[0]].lower_ == "ans":
        return _of_an_age(seen, found)
    return _behind_its_name(seen, group, found) if found is not None else None


def _pronoun_before(seen: Shape, group: VerbGroup) -> Subject | None:
    """« Chevalier du mérite, | il a légué son atelier »: a pronoun right before its verb, whatever the parse says."""
    at = group.first - 1
    if at < 0 or seen.tokens[at].lower_ not in ("elle", "elles", "il", "ils") or seen.cats[at] != "pron":
        return None
    behind = seen.tokens[at - 1].lower_ if at else ""
    return (at, [at], [], at) if behind not in ("-", "et", "que", "qu'", "ou", "chez", "pour", "avec") else None


def _of_time(seen: Shape, found: Subject) -> bool:
    """« Le 1er avril, Omar Ba, 66 ans, | remettra les clés »: a day does nothing."""
    head, tokens = found[0], found[1]
    dated = seen.cats[head] == "num" and any(seen.tokens[i].lower_ in words("months") for i in tokens)
    return dated or seen.tokens[head].lower_ in words("months")


def _of_an_age(seen: Shape, found: Subject) -> Subject | None:
    """« Le 3 mai, Omar Ba, | 66 ans, | remettra les clés »: the name before the age."""
    cats, comma = seen.cats, found[1][0] - 1
    if comma < 1 or cats[comma] != "comma" or cats[comma - 1] != "name":
        return None
    start = comma
    while start and cats[start - 1] == "name":
        start -= 1
    if start and cats[start - 1] not in ("comma", "stop"):
        return None
    return comma - 1, list(range(start, comma)), found[1], start


def _a_title(seen: Shape, found: Subject) -> bool:
    """« Chevalier du mérite, | il a légué son atelier »: a title without an article is said of the subject."""
    first = found[1][0] if found[1] else 0
    word, after = seen.tokens[first], seen.tokens[first + 1 : first + 2]
    bare = (seen.cats[first] == "noun" or not first) and is_noun(word.lower_)
    if seen.cats[first] not in ("noun", "name", "adj") or (person_noun(word.lower_) is None and not bare):
        return False
    return bool(after) and after[0].lower_ in ("de", "d'", "du", "des", "à", "au")


def _last_of_three(seen: Shape, found: Subject) -> bool:
    """« Lise Roux, | Awa Sow et Omar Ba ont »: half a list; « À Thiès, | Awa Sow et Omar Ba ont » is whole."""
    cats, left = seen.cats, found[3]
    joined = any(cats[i] == "and" for i in found[1])
    if not joined or left < 2 or cats[left - 1] != "comma" or cats[left - 2] not in ("name", "close"):
        return False
    start = left - 2
    while start and cats[start - 1] in ("name", "close", "open", "num"):
        start -= 1
    return cats[start - 1] not in ("adp", "det") if start else True


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
        if cats[i] == "rel" and core and (stop := _restriction(seen, i, group)):
            core += range(i, stop)
            i = stop
            continue
        if cats[i] in ("stop", "sub", "mark", "close", "verb", "rel"):
            return None
        core.append(i)
        i += 1
    while core and cats[core[-1]] == "adv" and seen.tokens[core[-1] - 1].lower_ != "au":
        core.pop()  # not « sept personnes au | moins »
    bare = not core or (head.text.islower() and cats[head.i] == "noun" and cats[core[0]] not in ("det", "num"))
    return (head.i, core, aside, left) if head.i in core and cats[core[0]] != "adp" and not bare else None


def _restriction(seen: Shape, i: int, group: VerbGroup) -> int:
    """« Les navires | qui croisaient au large | ont été interceptés »: where a relative clause of one verb, without
    commas, ends, right before its main verb; 0 for any other."""
    inside = [other for other in seen.groups if i < other.first < group.first]
    plain = not any(cat in ("comma", "stop", "mark", "sub", "open") for cat in seen.cats[i : group.first])
    if len(inside) != 1 or not plain or seen.tokens[i].lower_ != "qui" or inside[0].first != i + 1:
        return 0
    return group.first if group.first - i < 10 and seen.cats[i - 1] in ("noun", "adj", "name") else 0


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


def _described(seen: Shape, group: VerbGroup) -> Subject | None:
    """« Awa Sow, première adjointe du maire, | a réagi », « Omar Ba, député du Mali | a réagi »: the name before what
    is said of it, which has no article and no verb."""
    cats = seen.cats
    end = group.first - 1 if cats[group.first - 1] == "comma" else group.first
    comma = next((i for i in range(end - 1, max(0, end - 25), -1) if cats[i] == "comma"), 0)
    if comma < 1 or cats[comma - 1] not in ("name", "close") or end - comma < 3:
        return None
    inner = cats[comma + 1 : end]
    aged = inner[0] == "num" and seen.tokens[comma + 2].lower_ == "ans"
    if (inner[0] not in ("noun", "adj", "det") and not aged) or any(
        c not in (*_NOMINAL, "and", "open", "close") for c in inner
    ):
        return None
    if end == group.first and inner[0] == "det":
        return None  # « Omar Ba, la France | a réagi »
    if inner[0] == "det" and seen.tokens[comma + 1].lower_ not in ("le", "la", "l'"):
        return None
    stop = comma
    if cats[stop - 1] == "close":
        stop = next((i for i in range(stop - 1, 0, -1) if cats[i] == "open"), 0)
    start = stop
    while start and cats[start - 1] == "name" and seen.tokens[start - 1].text[:1].isupper():
        start -= 1
    head = stop - 1
    if start == stop or group.number == "p":
        return None
    while start and cats[start - 1] in ("noun", "adj", "det"):
        start -= 1
    if start and cats[start - 1] not in ("comma", "stop", "and"):
        return None
    if _listed(seen, start) or (start and cats[start - 1] == "comma" and cats[start] == "noun"):
        return None
    return head, list(range(start, stop)), list(range(comma + 1, end)), start


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
    if start == end or cats[start] == "adp" or (start and cats[start - 1] not in ("comma", "stop", "and", "sub")):
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


def antecedent(seen: Shape, end: int) -> tuple[int, ...] | None:
    """The name that ends before `end`, with the article and noun before it: « le duo Volute », « Awa Sow »; None where
    something stands before it that the participle may be said of."""
    cats, start = seen.cats, end
    while start and cats[start - 1] == "name" and seen.tokens[start - 1].text[:1].isupper():
        start -= 1
    before = start
    while before and cats[before - 1] in ("det", "noun", "adj"):
        before -= 1
    if start == end or (start and cats[start - 1] == "num"):
        return None
    if before and (
        seen.tokens[before - 1].lower_ in HANGING or cats[before - 1] not in ("comma", "stop", "verb", "part", "adp")
    ):
        return None
    if before and cats[before - 1] == "adp":
        return tuple(range(start, end))
    return tuple(range(before, end))
