"""What follows a verb within its claim, and whether words can be read without the sentences before.

Cuts at a new statement, a subordinate clause, an apposition, a source; keeps lists and adverbials. Knows grammar only.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from quiz.facts.clauses import Shape, VerbGroup
from quiz.facts.event_words import words
from quiz.facts.value_words import words as value_words
from quiz.facts.verbs import finite

_DAYS = value_words("weekdays") | {"1er"}
_ANOTHER = ("verb", "rel", "sub", "ger", "inf", "part", "clit")


def rest_of(seen: Shape, group: VerbGroup) -> tuple[list[int], bool]:
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
        reflexive = cat == "clit" and word in ("se", "s'") and cats[i - 1] in ("name", "noun", "adj")
        if reflexive and not any(cats[k] in ("rel", "sub") for k in keep):
            cut = True  # « assurait le vol 661 | s'est écrasé »
            break
        plainly = (
            cat == "verb"
            and word != "présente"
            and "VerbForm=Fin" in str(tokens[i].morph)
            and cats[i - 1] in ("name", "noun", "adj")
        )
        if plainly and finite(word) is not None and not any(cats[k] in ("rel", "sub") for k in keep):
            joint = next((n for n in range(len(keep) - 1, -1, -1) if cats[keep[n]] in ("and", "comma")), len(keep))
            keep, cut = keep[:joint], True  # « enseigne à Dakar et | Omar Ba enseigne », « mène au port | est barrée »
            break
        if cat == "mark" or breaking or (cat == "and" and _new_statement(seen, i)):
            cut = True
            break
        if cat == "comma":
            if not keep and (after := _behind_aside(seen, i)):
                i = after  # « a été arrêté, | sans incident, | par la police »
                continue
            stop = _enclosed(seen, i, behind=any(cats[k] == "comma" for k in keep))
            if stop is None and _only_adverbial(seen, group, keep, i):
                keep, i = keep[1:], i + 1  # « a annexé, à la suite de la guerre, | la bande de Gaza »
                continue
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
    if cut and _list_cut_off(seen, group, keep, i):
        return [], True
    bare = {"comme"}  # « considéré comme un exploit » is no clause
    that = next(
        (n for n, k in enumerate(keep)
         if cats[k] == "sub" and tokens[k - 1].lower_ != "tant" and tokens[k].lower_ not in bare),
        None,
    )  # fmt: skip
    if that is not None and not any(cats[k] == "verb" for k in keep[that:]):
        lost = that < 4 or cats[keep[that - 1]] in ("part", "inf", "verb")
        keep, cut = [] if lost else keep[:that], True  # « a confirmé que la sonde, qui … »
    whole = _without_part_of_day(seen, keep)
    keep = _closed(seen, whole)
    if any(cats[k] == "and" for k in whole[len(keep) :]) and any(cats[k] == "comma" for k in keep):
        return [], True  # « aux niveaux novices, juniors | et seniors », whose last word is taken for an adverb
    if keep and cats[keep[-1]] == "verb" and cut:
        return [], True  # « précise que les quartiers touchés sont »
    parted = next((n for n, k in enumerate(keep) if [tokens[k].lower_, *cats[k + 1 : k + 2]] == ["être", "comma"]), 0)
    if parted:
        object_ = next((n for n in range(parted - 1, 1, -1) if cats[keep[n]] in ("part", "ger")), 0)
        plain = object_ and cats[keep[0]] == "det" and not group.passive
        return (keep[:object_], True) if plain else ([], True)  # « soupçonné d'être, à divers degrés, | l'auteur … »
    told = cut and len(keep) > 1 and any(cats[k] == "rel" for k in keep)
    if told and cats[keep[-1]] == "part" and cats[keep[-2]] == "verb":
        return [], True  # « l'incendie qui a détruit, | dans la nuit, un atelier »
    return keep, cut


def _behind_aside(seen: Shape, comma: int) -> int:
    """Where the clause goes on behind a few words between commas right after its verb; 0 where it does not."""
    cats = seen.cats
    close = next((k for k in range(comma + 1, min(len(cats) - 1, comma + 7)) if cats[k] == "comma"), 0)
    inner = cats[comma + 1 : close] if close else ()
    lean = bool(inner) and inner[0] in ("adp", "adv") and not any(cat in (*_ANOTHER, "and", "mark") for cat in inner)
    dated = any(seen.tokens[k].lower_ in _DAYS or seen.tokens[k].text.isdigit() for k in range(comma + 1, close))
    return close + 1 if lean and not dated and cats[close + 1] in ("adp", "det") else 0


def _only_adverbial(seen: Shape, group: VerbGroup, keep: Sequence[int], at: int) -> bool:
    """Is what stands between the verb and the comma at `at` only one adverbial between commas?"""
    cats = seen.cats
    if not keep or cats[keep[0]] != "comma" or keep[0] > group.stop + 1 or at + 1 >= len(cats):
        return False
    return not any(cats[k] == "comma" for k in keep[1:]) and cats[at + 1] in ("det", "adp", "num", "name")


def _list_cut_off(seen: Shape, group: VerbGroup, keep: Sequence[int], at: int) -> bool:
    """Was a list cut before its last item: « devant les Maliennes Awa Sow | et Lise Roux et s'impose », « à l'ONU, à
    l'OIT, | plus récemment au Mali »?"""
    cats, tokens = seen.cats, seen.tokens
    if not keep or at >= len(tokens) or keep[-1] != at - 1:
        return False
    if cats[at] == "and" and tokens[at].lower_ in ("et", "ou"):
        if "comma" in [cats[k] for k in keep] and cats[at + 1 : at + 2] in (("adv",), ("and",)):
            return True  # « Awa Sow au conseil, Omar Ba à la mairie | et donc Lise Roux au sénat »
        if not group.auxiliary and cats[at + 1 : at + 2] == ("part",) and cats[keep[-1]] in ("noun", "adj"):
            return True  # « devant les champions en titre | et passés Omar Ba et Jean Diop »
        after = at + 1
        while after < len(cats) and cats[after] in ("det", "noun", "name", "adj", "num", "adp"):
            after += 1
        ended = after >= len(cats) or cats[after] in ("and", "stop", "comma", "part")
        several = any(tokens[k].lower_ in ("les", "des", "aux", "deux", "trois") for k in keep[-5:])
        return after > at + 1 and ended and (several or cats[after - 1] == "name" or "comma" in [cats[k] for k in keep])
    return _items_cut_off(seen, keep, at)


def _items_cut_off(seen: Shape, keep: Sequence[int], at: int) -> bool:
    """The list that a comma cut: « à l'ONU, à l'OIT, | plus récemment au Mali », « pour vol en réunion, | usurpation de
    fonctions, port d'armes »."""
    cats, tokens = seen.cats, seen.tokens
    if cats[keep[-1]] == "adv" and cats[keep[-1] - 1] == "and" and "comma" in [cats[k] for k in keep]:
        return True  # « Awa Sow au conseil, Omar Ba à la mairie et donc, | maintenant, Lise Roux au sénat »
    joined = cats[at] == "comma" and tokens[min(at + 1, len(cats) - 1)].lower_ in words("before_preposition")
    if cats[at] == "comma" and cats[at + 1 : at + 2] == ("noun",) and cats[keep[-1]] != "name" and not joined:
        coming = cats[at + 2 : at + 12]
        return tokens[at + 1].text.islower() and ("comma" in coming or "and" in coming)
    last = next((k for k in reversed(keep) if cats[k] == "comma"), None)
    if cats[at] == "comma" and last is not None and at - last < 6 and cats[last + 1] == "adp":
        return tokens[last + 1].lower_ in {tokens[k].lower_ for k in [k for k in keep if k < last][-5:]}
    return False


PARTS_OF_DAY = ("après-midi", "matin", "midi", "nuit", "soir", "soirée")


def _without_part_of_day(seen: Shape, keep: list[int]) -> list[int]:
    """The tokens without « ce matin », « hier soir », « jeudi après-midi »: the topic line has the day, and nobody asks
    for the hour. « jusqu'à dimanche soir » stays, for what would be left says something else."""
    tokens = seen.tokens
    for n, k in enumerate(keep[1:], start=1):
        first = keep[n - 1]
        part = tokens[k].lower_ in PARTS_OF_DAY and k == first + 1
        if part and (tokens[first].lower_ in ("ce", "cet", "cette", "hier") or tokens[first].lower_ in _DAYS):
            start = n - 1
            while start and tokens[keep[start - 1]].lower_ in ("ce", "hier") and keep[start - 1] == keep[start] - 1:
                start -= 1
            if start and seen.cats[keep[start - 1]] in ("adp", "inf", "part"):
                return keep
            if start and seen.cats[keep[start - 1]] == "comma":
                start -= 1
            return keep[:start] + keep[n + 1 :]
    return keep


_ADVERBIALS = (
    ("d'", "ailleurs"), ("de", "plus"), ("en", "effet"), ("en", "outre"), ("par", "ailleurs"), ("par", "exemple"),
    ("pour", "sa", "part"), ("à", "nouveau"),
)  # fmt: skip


def _behind_adverbs(seen: Shape, i: int) -> int:
    """The first token behind adverbs that only join the sentence to the one before: « s'est | en effet | exilé »."""
    said = [token.lower_ for token in seen.tokens[i : i + 3]]
    for adverbial in _ADVERBIALS:
        if tuple(said[: len(adverbial)]) == adverbial and said[len(adverbial) : len(adverbial) + 1] not in (
            ["en"],
            ["de"],
        ):
            return i + len(adverbial)
    after = said[1] if len(said) > 1 else ""
    dated = after in _DAYS or after in PARTS_OF_DAY or after == "," or (said[:1] == ["hier"] and after[:1].isdigit())
    today = (
        bool(said) and said[0] in ("actuellement", "aujourd'hui", "hier") and not dated
    )  # the topic line has the day
    return i + 1 if said and (said[0] in words("empty_adverbs") or today) else i


def _closed(seen: Shape, keep: list[int]) -> list[int]:
    """The tokens without what hangs at their end: a preposition, « en affichant », « en tant »; « ne suffit pas » and
    « deux heures après » hang on nothing."""
    cats, tokens = seen.cats, seen.tokens
    hanging = ("adp", "det", "and", "comma", "rel", "sub", "mark", "adv", "pron", "clit", "ger")
    while keep:
        last, before = tokens[keep[-1]].lower_, tokens[keep[-1] - 1].lower_
        if before == "en" and last.endswith("ant") and cats[keep[-1]] not in ("det", "name"):
            keep = keep[:-1]  # « en tweetant : … »
            continue
        timed = last in ("après", "avant", "plus", "tard", "tôt") and before in value_words("time_units") | {"plus"}
        after = cats[keep[-1] + 1] if keep[-1] + 1 < len(cats) else "stop"
        adverb = last in words("adverbs_too") and after in ("comma", "stop")
        whole = last not in ("tant", "lors") and cats[keep[-1]] not in hanging
        unit = tokens[keep[-1]].i and not tokens[keep[-1] - 1].whitespace_ and before.isdigit()  # « sur 200m »
        if whole or timed or adverb or unit or last in words("fit_to_end"):
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
    end = i + 1
    while end < len(cats) and cats[end] in ("det", "adj", "noun", "name"):
        end += 1
    apposed = cats[i + 1 : i + 2] == ("det",) and cats[end - 1] == "name" and cats[end : end + 1] == ("comma",)
    if apposed and any(group.first > end and cats[group.first - 1] == "comma" for group in seen.groups):
        return True  # « bat le record d'Océanie et | la Malienne Awa Sow, sixième, descend … »
    start = i - 1
    while start and cats[start] == "name":
        start -= 1
    placed = start < i - 1 and seen.tokens[start].lower_ in ("à", "en", "au", "aux", "dans")
    if placed and cats[i + 1 : i + 2] == ("det",) and any(group.first > i for group in seen.groups):
        return True  # « se sont courus en Autriche et | les champions se sont présentés »
    said = {token.lower_ for token in seen.tokens[:i] if finite(token.lower_) is not None}
    if any(cats[k - 1] == "name" and seen.tokens[k].lower_ in said for k in range(i + 2, min(len(cats), i + 6))):
        return True  # « enseigne à Dakar et | Omar Ba enseigne à Thiès », whatever the tagger says
    if any(token.lower_ == "entre" for token in seen.tokens[max(0, i - 3) : i]):
        return False  # « entre 2013 | et 2016 »
    if cats[i - 1] == "name" and end > i + 1 and cats[end - 1] == "name" and cats[end : end + 1] == ("and",):
        return False  # « devant Awa Sow | et Lise Roux et s'impose »
    if any(token.text == "%" for token in seen.tokens[i + 1 : i + 6]):
        return True  # « et 26 % le ministre », « et la ligue 28 % »
    if cats[i - 1] != "name" and any(
        cats[k] == "name" and all(cats[j] in ("det", "noun", "adj") for j in range(i + 1, k))
        for k in range(i + 1, min(len(cats), i + 5))
    ):
        return True  # « finit par réagir et | la Malienne Awa Sow flanche »
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
    date = comma + 2 < len(tokens) and (tokens[comma + 2].text.isdigit() or tokens[comma + 2].lower_ in _DAYS)
    if first == "le" and not date:
        return None  # « la deuxième place, | le jeune Omar Ba monte … »
    faced = first in words("before_preposition") and tokens[min(comma + 2, len(cats) - 1)].lower_ in ("à", "au", "aux")
    if (faced or first in words("opening_adverbials")) and not any(cats[k] == "and" for k in inner):
        return nxt
    if cats[comma + 1] == "num" and any(token.lower_ == "ans" for token in tokens[comma + 2 : comma + 3]):
        return None  # « Awa Sow, | 26 ans et ancienne élève »
    counted = cats[comma + 1] == "num" or first in ("plusieurs", "quelques", "certains", "certaines")
    if counted and not any(cats[k] == "num" for k in range(max(0, comma - 8), comma)):
        return None  # « ont défilé dans le calme, | plusieurs centaines à Thiès et 650 à Dakar »
    joined = next((k for k in range(comma + 1, min(len(cats), comma + 16)) if cats[k] == "and"), None)
    if joined is None or tokens[joined].lower_ not in ("et", "ou") or _new_statement(seen, joined):
        return None
    if any(cats[k] in (*_ANOTHER, "stop") for k in range(comma + 1, joined)):
        return None
    return joined + 1


_PARTING = frozenset(
    ("afin", "après", "avant", "dans", "durant", "en", "grâce", "lors", "malgré", "pendant", "pour", "sur")
)
"""Prepositions whose complement a claim can mostly do without."""


def shortened(seen: Shape, tokens: Sequence[int], owner: str = "") -> list[int]:
    """The tokens without the last adverbial, where only that leans on another sentence: « est revenu de son exil |
    après y être resté onze jours », « a condamné l'attentat | dans ce message »; [] where nothing whole is left."""
    for n in range(len(tokens) - 1, 1, -1):
        k = tokens[n]
        parting = seen.cats[k] == "comma" or (seen.cats[k] == "adp" and seen.tokens[k].lower_ in _PARTING)
        if not parting or not stands_apart(seen, tokens, n):
            continue
        said = [seen.tokens[i].lower_ for i in tokens[n:]]
        spans = value_words("time_units") | {"période", "saison"}
        if any(a in value_words("demonstratives") and b in spans for a, b in pairwise(said)):
            continue  # « a touché un million | durant cette période »: the figure is that of those days
        kept = _closed(seen, list(tokens[:n]))
        if len(kept) == n and stands(seen, kept, owner):
            return kept
    return []


def stands_apart(seen: Shape, tokens: Sequence[int], n: int) -> bool:
    """Does the adverbial that begins at the n-th token hang on nothing right before it, within no list or clause?"""
    before = tokens[:n]
    if any(seen.cats[k] in ("sub", "rel", "and", "comma", "inf") for k in before):
        return False
    nouns = [k for k in before if seen.cats[k] in ("noun", "name", "num")]
    return bool(nouns) and seen.cats[tokens[n - 1]] in ("noun", "name", "adj", "num")


def stands(seen: Shape, tokens: Sequence[int], owner: str = "", pronoun: str = "") -> bool:
    """Can the tokens be read without the sentences before? Possessives of the number `owner` belong to the subject, and
    so does its `pronoun` in a relative clause: « a perdu les terres qu'il avait prises »."""
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
        dated = word == "ce" and after.isdigit()  # « ce 16 février »
        if word in value_words("demonstratives") and after not in value_words("time_words") and not dated:
            return False
        another = after in words("owned_by_another")
        if word in value_words("possessives") and (cat == "det" or another) and (another or word not in own):
            return False
        if pronoun and word == pronoun and seen.cats[i - 1] == "rel":
            continue
        if seen.tokens[i].pos_ == "PRON" and cat in ("pron", "clit", "det", "adp") and word in words("loose"):
            return False
    return True
