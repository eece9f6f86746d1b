"""Clauses that a participle tells behind its noun: « Awa Sow, | élue en 2014, », « le pont Volute | construit par Omar
Ba ».

Knows grammar and no names; where two nouns may be meant by the participle it gives nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from quiz.facts.clause_pieces import gender_of
from quiz.facts.clauses import Shape, VerbGroup
from quiz.facts.event_clause import Clause, shown
from quiz.facts.event_rests import rest_of
from quiz.facts.event_subjects import HANGING, antecedent
from quiz.facts.event_words import words
from quiz.facts.verbs import participle

_FARTHEST = 6
"""Tokens between a participle and its « par »."""
_ENDS = ("comma", "and", "rel", "sub", "stop", "close", "open", "verb", "ger", "part", "mark", "clit", "neg", "inf")
"""What ends the complements of a participle."""
_ARTICLES = {"le": "", "la": "", "l'": "", "les": "", "du": "le ", "au": "le ", "des": "les ", "aux": "les "}
"""Definite articles, with the one that a contraction hides."""


def participial(seen: Shape) -> Iterator[Clause]:
    """The clauses that participles tell, short enough to be asked."""
    return filter(shown, chain(_behind_a_name(seen), _done_by(seen)))


def _behind_a_name(seen: Shape) -> Iterator[Clause]:
    """« Awa Sow, | élue en 2014, », « le duo Volute, | formé par Awa Sow, »: a participle behind the name it is said of
    tells what was done to it, or what it did."""
    cats = seen.cats
    for i in range(2, len(seen.tokens) - 2):
        if cats[i] not in ("part", "adj") or cats[i - 1] != "comma" or cats[i - 2] != "name":
            continue
        word = seen.tokens[i].lower_
        form = participle(word)
        if form is None or form.lemma not in words("told_participles"):
            continue
        named = cats[i + 1] == "noun" and form.lemma in ("classer", "désigner", "nommer", "élire")
        dated = cats[i + 1 : i + 3] == ("det", "num")  # « inaugurée | le 30 juillet »
        if cats[i + 1] not in ("adp", "num", "adv") and not named and not dated:
            continue
        if any(cats[k] == "sub" for k in range(i)):
            continue
        subject = antecedent(seen, i - 1)
        plural = word.endswith("s") and not word.endswith(("is", "us"))
        if subject is None or plural:
            continue
        went = form.lemma in words("verbs_of_going")
        placed = form.lemma in words("placing_verbs")
        said = ("est", word) if went or placed else ("a", f"été {word}")
        group = VerbGroup(i - 1, i - 1, i, i + 1, form.lemma, "s", "être", False, "ind", "pres")
        rest, cut = rest_of(seen, group)
        comma = next((n for n, k in enumerate(rest) if cats[k] == "comma"), len(rest))
        rest, cut = rest[:comma], cut or comma < len(rest)
        if not _closed_off(seen, rest):
            continue  # « située à Volmont | a été vandalisée »
        yield Clause(seen, group, (), subject, i - 2, tuple(rest), cut, relative=True, said=said)


def _closed_off(seen: Shape, rest: Sequence[int]) -> bool:
    """Does a comma or the end of the sentence follow some words, brackets aside?"""
    end = rest[-1] + 1 if rest else len(seen.cats)
    if seen.cats[end : end + 1] == ("open",):
        end = next((k + 1 for k in range(end, len(seen.cats)) if seen.cats[k] == "close"), end)
    return seen.cats[end : end + 1] in (("comma",), ("stop",), ())


def _done_by(seen: Shape) -> Iterator[Clause]:
    """« le programme Volute, | mis en place par Awa Sow », « la loi sur le lait | adoptée par le Sénat »."""
    for by in range(2, len(seen.tokens) - 1):
        if seen.tokens[by].lower_ != "par" or seen.cats[by] != "adp":
            continue
        at = _participle_before(seen, by)
        noun = _noun_of(seen, at) if at is not None else None
        if at is None or noun is None:
            continue
        head, start, end = noun
        word = seen.tokens[at].lower_
        form = participle(word)
        stop = next((k for k in range(by + 1, len(seen.cats)) if seen.cats[k] in _ENDS), len(seen.cats))
        if seen.cats[stop : stop + 2] == ("and", "name"):
            stop = next((k for k in range(stop + 1, len(seen.cats)) if seen.cats[k] != "name"), len(seen.cats))
        rest = tuple(range(at + 1, stop))
        if form is None or any(seen.tokens[k].lower_ == "depuis" for k in rest):
            continue
        plural = _plural(word, seen, start)
        group = VerbGroup(at, at, at, at + 1, form.lemma, "p" if plural else "s", "être", False, "ind", "pres")
        said = ("ont" if plural else "a", f"été {word}")
        if form.lemma in words("led_by"):
            if seen.tokens[head].lower_ in ("exécutif", "gouvernement", "pays", "État"):
                continue  # a president leads it as well
            said = ("sont" if plural else "est", word)  # « la commission | présidée par Omar Ba » still is
        article = _ARTICLES.get(seen.tokens[start - 1].lower_, "") if start and seen.cats[start] != "det" else ""
        if article and seen.cats[start] == "name":
            article = ""
        yield Clause(
            seen, group, (), tuple(range(start, end)), head, rest, False, said=said, done_by=True, article=article
        )


def _participle_before(seen: Shape, by: int) -> int | None:
    """« adopté à l'unanimité par », « mis en place par »: the participle that a « par » belongs to, where it is of no
    verb group, and tells something done at one time."""
    for at in range(by - 1, max(0, by - _FARTHEST), -1):
        if seen.cats[at] in ("comma", "verb", "name", "rel", "and", "stop", "open", "close"):
            return None
        form = participle(seen.tokens[at].lower_)
        if form is None or seen.cats[at] not in ("part", "adj"):
            continue
        lasting = form.lemma in words("lasting_participles") - words("led_by") or form.lemma in words("verbs_of_going")
        alone = seen.group_of(at) is None and seen.tokens[at].text.islower()
        return at if alone and not lasting else None
    return None


def _plural(word: str, seen: Shape, start: int) -> bool:
    first = seen.tokens[start].lower_ if seen.cats[start] == "det" else seen.tokens[start - 1].lower_ if start else ""
    return first in ("les", "des", "aux") and word.endswith(("s", "x"))


def _noun_of(seen: Shape, at: int) -> tuple[int, int, int] | None:
    """The noun that the participle at `at` is said of: its head, and where its phrase begins and ends. None where two
    may be meant, or where it has no definite article."""
    end = at
    while end and seen.cats[end - 1] == "adv":
        end -= 1
    if end and seen.cats[end - 1] in ("comma", "open"):
        end -= 1  # « le Grand Prix Volute (remporté par Omar Ba) »
    if end and seen.cats[end - 1] == "close":
        end = next((k for k in range(end - 1, 0, -1) if seen.cats[k] == "open"), 0)
    start = end
    while start and seen.cats[start - 1] in ("det", "noun", "adj", "name", "adp", "num"):
        start -= 1
    heads = [k for k in range(start, end) if seen.cats[k] == "noun" and _agrees(seen, k, at)]
    if not heads and end and seen.cats[end - 1] == "name":
        first = end - 1
        while first > start and seen.cats[first - 1] == "name":
            first -= 1
        hanging = first > start and seen.tokens[first - 1].lower_ in (*_ARTICLES, *HANGING)
        return None if hanging else (end - 1, first, end)  # « Omar Ba, éliminé par Awa Sow »
    meant = seen.tokens[at].head.i
    form = participle(seen.tokens[at].lower_)
    led = form is not None and form.lemma in words("led_by")  # « une équipe de l'université | dirigée par »: which?
    if not heads or (len(heads) > 1 and (led or meant not in heads)):
        return None
    head = meant if meant in heads else heads[0]
    first = head
    while first > start and seen.cats[first - 1] in ("adj", "num"):
        first -= 1
    article = seen.tokens[first - 1].lower_ if first else ""
    if article not in _ARTICLES or (article == "des" and seen.cats[first - 1] == "det"):
        return None
    return head, first - 1 if _ARTICLES[article] == "" else first, end


def _agrees(seen: Shape, noun: int, at: int) -> bool:
    """Does a participle agree with a noun in number and gender, as far as their forms tell?"""
    word = seen.tokens[at].lower_
    k = noun
    while k and seen.cats[k - 1] in ("adj", "num"):
        k -= 1
    article = seen.tokens[k - 1].lower_ if k else ""
    plural = article in ("les", "des", "aux", "ces", "ses", "leurs", "deux", "trois")
    if plural is not word.endswith(("s", "x")) and not word.endswith(("is", "us")):
        return False
    if word.endswith(("is", "us")) and plural and article == "":
        return False
    feminine = word.removesuffix("s").endswith("e")
    gender = {"le": "m", "du": "m", "au": "m", "un": "m", "la": "f", "une": "f"}.get(article) or gender_of(seen, noun)
    return gender == "" or feminine is (gender == "f")
