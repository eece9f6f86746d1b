"""Phrases of a sentence as labels read beside a figure: a noun with all that belongs to it, the rest of a clause, what
a verb does with a figure said as a relative clause (« durée pendant laquelle le conducteur a roulé à contresens »).

Knows the shape of the sentence; refuses to know which phrase measures what (`value_naming`, `value_series`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from quiz.facts.clause_pieces import CutInside, following, gender_of, lowered, pronoun_of
from quiz.facts.clauses import Shape, VerbGroup
from quiz.facts.lexicon import bag
from quiz.facts.measures import Measure
from quiz.facts.reading import Reading
from quiz.facts.value_context import LEADING, subject_span
from quiz.facts.value_words import words
from quiz.facts.verbs import verb_forms

Gender = Literal["m", "f"]
_LONGEST = 30
"""Tokens beyond which a phrase is cut where it says all it needs."""
_ENDS = frozenset({"comma", "stop", "sub", "close", "mark", "verb", "clit", "neg"})
_LOOSE = frozenset({"adp", "det", "adv", "and", "pron", "rel", "sub", "open", "mark", "comma", "clit", "neg"})
_OF = frozenset({"de", "d'", "du", "des"})


def said(shape: Shape, indexes: Iterable[int]) -> str:
    """The article's own words at these tokens, as one line, without outer commas."""
    out = ""
    run: list[int] = []
    for i in [*indexes, -1]:
        if run and i != run[-1] + 1:
            text = " ".join(shape.verbatim(run[0], run[-1] + 1).split())
            out += text if not out or text[:1] in ",.)" else f" {text}"
            run = []
        run.append(i)
    out = re.sub(r"(?<=\b[ldnsjmtc]') (?=\w)", "", out.replace("’", "'"), flags=re.IGNORECASE)
    if out.count("«") != out.count("»"):
        out = out.replace("« ", "").replace(" »", "")
    return re.sub(r" (?=[,.)])", "", out).strip(" ,;:-–—").removesuffix(".")


def noun_tokens(shape: Shape, head: int, skip: tuple[int, int] | None = None) -> list[int]:
    """A noun with its adjectives, complements, participles and relative clause, `skip` (the figure) and brackets left
    out: « baisse | de 3 % | sur un mois » is « baisse sur un mois ».

    Ends where another member of the sentence begins: « 3 pneus | et, après…», « 630 députés | et 315 sénateurs ».
    """
    cats, tokens = shape.cats, shape.tokens
    first = head
    while first > 0 and cats[first - 1] == "adj" and not (skip and skip[0] <= first - 1 < skip[1]):
        first -= 1
    out, j = list(range(first, head + 1)), head + 1
    while j < len(tokens):
        if skip is not None and skip[0] <= j < skip[1]:
            j = skip[1]
            if j < len(cats) and cats[j] not in ("adp", "adj", "part"):
                break
            continue
        cat = cats[j]
        if cat == "open":
            j = next((k for k in range(j, len(cats)) if cats[k] == "close"), len(cats)) + 1
            continue
        if cat in _ENDS or (cat == "ger" and tokens[j].lower_ == "étant") or _other_figure(shape, j):
            break
        if skip is not None and j >= skip[1] and tokens[j].lower_ == "à" and "num" in cats[j + 1 : j + 2]:
            break  # « une hausse des salaires de 120 | à 150 euros »
        if cat == "and" and not _goes_on(shape, j):
            break
        if cat == "rel":
            told = clause_tokens(shape, j)
            out.extend(told if any(cats[k] == "verb" for k in told) else [])
            break
        out.append(j)
        j += 1
    return trimmed(shape, _shortened(shape, out, head))


def _other_figure(shape: Shape, j: int) -> bool:
    """« 39 %, contre 23 », « 18 personnes dont trois », « soit 30 jours »: here another figure begins."""
    word, after = shape.tokens[j].lower_, shape.cats[j + 1] if j + 1 < len(shape.cats) else "stop"
    if word == "soit" or word in words("contrasts"):
        return True
    counted = after == "num" or shape.tokens[min(j + 1, len(shape.tokens) - 1)].lower_ in words("number_words")
    return word in ("contre", "dont") and (counted or after in ("adv", "det"))


def _goes_on(shape: Shape, j: int) -> bool:
    """Whether what « et » joins at token `j` belongs to the phrase: two plain nouns, adjectives, participles, or two
    complements with the same preposition, no verb after them."""
    cats, tokens = shape.cats, shape.tokens
    if j + 2 >= len(cats) or tokens[j].lower_ not in ("et", "ou", "ni"):
        return False
    if any(tokens[k].lower_ == "entre" for k in range(max(0, j - 8), j)) and "and" not in cats[max(0, j - 8) : j]:
        return True  # « entre Metz et Lens »
    stop = next((k for k in range(j + 1, len(cats)) if cats[k] in _ENDS | {"rel", "and"}), len(cats))
    if (stop < len(cats) and cats[stop] in ("verb", "clit", "neg")) or "num" in cats[j + 1 : j + 3]:
        return False
    after = cats[j + 1]
    if after in ("noun", "name", "adj"):
        return cats[j - 1] in ("noun", "name", "adj", "part")
    if after == "part":
        return cats[j - 1] in ("part", "adj")
    before = {tokens[k].lower_ for k in range(max(0, j - 6), j) if cats[k] == "adp"}
    kin = (
        _OF if tokens[j + 1].lower_ in _OF else {"à", "au", "aux"} if tokens[j + 1].lower_ in ("à", "au", "aux") else ()
    )
    return after == "adp" and cats[j + 2] != "inf" and bool(before & {tokens[j + 1].lower_, *kin})


def _shortened(shape: Shape, out: list[int], head: int) -> list[int]:
    """A long phrase up to its last complement that leaves it whole."""
    if len(out) <= _LONGEST:
        return out
    ends = [n for n, i in enumerate(out[:_LONGEST]) if i > head + 2 and _opens_complement(shape, i)]
    return out[: ends[-1]] if ends else out[:_LONGEST]


def _opens_complement(shape: Shape, i: int) -> bool:
    free = shape.cats[i] == "adp" and shape.tokens[i].lower_ not in _OF
    return free or shape.cats[i] in ("rel", "ger")


_LEADING_ON = bag(
    "plus moins près environ très aussi notamment également encore puis ainsi alors seulement surtout même presque"
    " toutefois pourtant cependant autour"
)


def trimmed(shape: Shape, out: list[int]) -> list[int]:
    """Tokens without the small words that lead on to something left out."""
    while len(out) > 1 and shape.cats[out[-1]] in _LOOSE:
        if shape.cats[out[-1]] == "adv" and shape.tokens[out[-1]].lower_ not in _LEADING_ON:
            break
        if _voted(shape, out[-1]):
            break
        out = out[:-1]
    return out


def _voted(shape: Shape, i: int) -> bool:
    """« ont voté *contre* »."""
    return shape.tokens[i].lower_ in ("pour", "contre") and shape.tokens[i - 1].lower_.startswith("vot")


def clause_tokens(shape: Shape, i: int) -> list[int]:
    """What follows from token `i` to the end of its clause, another statement and other figures left out."""
    try:
        tokens, _ = following(shape, i)
    except CutInside:
        stop = next(
            (k for k in range(i, len(shape.cats)) if shape.cats[k] in ("comma", "stop", "and")), len(shape.cats)
        )
        tokens = list(range(i, stop))
    cut = next((n for n, k in enumerate(tokens) if n and _leaves(shape, k)), len(tokens))
    out = trimmed(shape, _shortened(shape, tokens[:cut], i)) if tokens[:cut] else []
    if out and shape.cats[out[0]] == "and":
        return []  # « a crevé 3 pneus | et, après avoir… »
    hedged = [shape.tokens[k].lower_ for k in tokens[:2]] in (["au", "moins"], ["au", "plus"])
    return [] if hedged or (len(out) == 1 and shape.cats[out[0]] in _LOOSE and not _voted(shape, out[0])) else out


def _leaves(shape: Shape, k: int) -> bool:
    """« a crevé 3 pneus | et après avoir appelé… », « …, | soit 30 jours »: here the clause is over."""
    if shape.tokens[k].lower_ == "soit":
        return True
    if shape.tokens[k].lower_ == "bien" and [t.lower_ for t in shape.tokens[k + 1 : k + 2]] in (["que"], ["qu'"]):
        return True
    if shape.tokens[k].lower_ == "à" and [t.text for t in shape.tokens[k + 2 : k + 3]] == ["%"]:
        return True  # « de 11 % en 2009 | à 5 % en 2015 »
    if shape.cats[k] != "and":
        return False
    if shape.cats[k + 1 : k + 2] in (("verb",), ("clit",), ("neg",)):
        return True
    after = shape.cats[k + 1 : k + 4]
    return bool(after) and after[0] in ("adp", "adv", "ger", "inf") and ("inf" in after or "ger" in after)


def complement(shape: Shape, i: int) -> list[int]:
    """What says of whom, where or when a figure that ends before token `i` is meant: « | auprès des cadres », « | un an
    plus tôt »; up to the next comma, « et », « contre », figure or verb. Empty where something else begins there."""
    cats, tokens = shape.cats, shape.tokens
    ago = [tokens[k].lower_ for k in range(i, min(i + 3, len(tokens)))] == ["il", "y", "a"]
    if i >= len(cats) or (cats[i] not in ("adp", "adv", "part", "adj") and not ago and not _time(shape, i)):
        return []
    out = [i, i + 1, i + 2] if ago else []
    for j in range(i + len(out), len(cats)):
        if (
            cats[j] in _ENDS | {"open", "ger"}
            or _other_figure(shape, j)
            or (cats[j] == "and" and not _goes_on(shape, j))
            or (j > i and _leaves(shape, j))
        ):
            break
        if cats[j] == "rel":
            return trimmed(shape, out + clause_tokens(shape, j))
        out.append(j)
    out = trimmed(shape, _shortened(shape, out, i)) if out else []
    return [] if len(out) == 1 and shape.cats[out[0]] in _LOOSE - {"adv"} else out


def _time(shape: Shape, i: int) -> bool:
    """« 3 % | le mois précédent », « 21 % | ce mois-ci »."""
    time = words("time_words")
    return shape.cats[i] == "det" and i + 1 < len(shape.tokens) and shape.tokens[i + 1].lower_ in time


def phrase_before(shape: Shape, last: int, *, near: bool = False) -> list[int]:
    """The noun phrase that ends with token `last`, from its determiner: « le temps passé à table | (40 minutes) »; with
    `near` the innermost one: « arrive dans | un groupe de tête ».
    """
    cats, i = shape.cats, last
    while i > 0:
        before = cats[i - 1]
        most = shape.tokens[i - 1].lower_ in ("plus", "moins", "très") and cats[i] == "adj"
        if (not most and before not in ("noun", "name", "adj", "adp", "det", "part", "num")) or shape.tokens[
            i - 1
        ].lower_ == "selon":
            break
        inner = near and shape.tokens[i - 1].lower_ not in _OF
        starts = (
            cats[i] == "det" and (before != "adp" or inner) and shape.tokens[i].lower_ not in ("de", "d'", "du", "des")
        )
        if starts or (inner and before == "adp" and shape.tokens[i].lower_ == "des"):
            break
        i -= 1
    while i < last and cats[i] in ("adp", "adv", "part", "num"):
        i += 1
    return list(range(i, last + 1))


_TORN = frozenset({"stop", "sub", "rel", "mark", "comma"})


# What a verb does with a figure ---------------------------------------------------------------------------------------


def relative(
    m: Measure, group: VerbGroup, gender: Gender, plural: bool, reading: Reading, preposition: str
) -> str | None:
    """« auquel le taux s'établit », « pendant laquelle il a roulé à contresens », « levée », « que la ville emploie »:
    the verb of a figure as a clause on the noun that measures; None where the clause has no subject to say.

    `preposition` is the one before the figure, with all its words (« au bout de »).
    """
    shape = m.shape
    link = m.first - len(preposition.replace("'", "' ").split()) if m.preposition else m.first
    verb = _without_objects(shape, _outside_brackets(shape, group.first, link), group.stop)
    if verb and not preposition and shape.cats[verb[-1]] == "adp" and verb[-1] < link - 1:
        preposition = shape.tokens[verb[-1]].lower_  # « fait état de 4 morts et | 27 blessés »
    if not preposition and (group.passive or group.lemma == "être"):
        return None
    if len(verb) > 1 and shape.cats[verb[-1]] == "and":  # « incluent une femme et | sept jeunes »
        kept = [i for i in verb if i < max(group.stop, (m.governor or 0) + 1)]
        verb = kept or verb
    while len(verb) > 1 and verb[-1] >= group.stop and shape.cats[verb[-1]] in ("comma", "adp", "and", "adv"):
        verb.pop()
    torn = any(shape.cats[i] in _TORN and shape.tokens[i].lower_ != "comme" for i in verb)
    if not verb or torn or len(verb) > 16 or group.inverted:
        return None
    plain = verb[-1] < group.stop
    participle = shape.tokens[group.main].text
    if not preposition and plain and group.auxiliary == "avoir" and participle[-1:] in "éiust":
        return participle + ("e" if gender == "f" else "") + ("s" if plural and participle[-1] not in "sx" else "")
    who = _subject(shape, group, reading)
    if who is None:
        return None
    told = f"{who} {said(shape, verb)}".replace("' ", "'")
    if preposition in ("de", "d'", "du", "des"):
        return f"dont {told}"
    if not preposition:
        return f"qu'{told}" if re.match(r"[aeiouhéèêàîôû]", told.lower()) else f"que {told}"
    return f"{which(preposition, gender, plural)} {told}"


def _without_objects(shape: Shape, verb: list[int], stop: int) -> list[int]:
    """« appelés à élire | 630 députés et | 315 sénateurs »: without the objects counted before."""
    at = next((n for n, i in enumerate(verb) if i >= stop and shape.cats[i] == "num"), None)
    if at is None or not {"and", "comma"} & {shape.cats[i] for i in verb[at:]}:
        return verb
    opens = next(
        (n for n, i in enumerate(verb[:at]) if i >= stop and shape.cats[i] == "det" and shape.cats[i - 1] != "adp"), at
    )
    return verb[:opens]  # « ont trouvé dans le sac | une arme de 7 mm et | 104 000 euros »


def _outside_brackets(shape: Shape, start: int, stop: int) -> list[int]:
    out, depth = [], 0
    for i in range(start, stop):
        depth += (shape.cats[i] == "open") - (i > start and shape.cats[i - 1] == "close")
        if depth <= 0:
            out.append(i)
    return out


def _subject(shape: Shape, group: VerbGroup, reading: Reading) -> str | None:
    """The subject as it stands in a relative clause; a long one by its pronoun."""
    span = subject_span(shape, group)
    if span is None:
        return None
    word = shape.tokens[span[0]].lower_
    if span[1] - span[0] == 1 and word in words("pronouns"):
        return str(word) if word in ("il", "elle", "ils", "elles", "on") else None
    if word in words("relatives"):
        return None
    while span[0] > 0 and shape.tokens[span[0] - 1].lower_ in ("plus", "moins", "près"):
        span = (span[0] - 1, span[1])  # « Plus de 75 000 attaques | ont eu lieu… »
    if span[1] - span[0] <= 5:
        return lowered(shape, span[0], said(shape, range(*span)))
    head = next((i for i in range(*span) if shape.cats[i] in ("noun", "name")), span[0])
    short = span[1] - span[0] <= 12 and not {"comma", "verb", "rel"} & set(shape.cats[slice(*span)])
    told = lowered(shape, span[0], said(shape, range(*span))) if short else None
    return pronoun_of(shape, head, group, reading) or told


_WHICH = {
    ("m", False): ("lequel", "auquel", "duquel"),
    ("f", False): ("laquelle", "à laquelle", "de laquelle"),
    ("m", True): ("lesquels", "auxquels", "desquels"),
    ("f", True): ("lesquelles", "auxquelles", "desquelles"),
}


def which(preposition: str, gender: Gender, plural: bool) -> str:
    """« auquel », « à laquelle », « pendant lesquels », « au bout duquel »."""
    *led, last = preposition.split(" ")
    plain, at, of_it = _WHICH[gender, plural]
    if last in ("à", "au", "aux"):
        return " ".join([*led, at])
    if last in ("de", "d'", "du", "des"):
        return " ".join([*led, of_it])
    return f"{preposition} {plain}"


def done_by(word: str) -> str:
    """« touché » of « touchant », the word itself where it is a participle; "" where its verb makes none by rule."""
    lemma = next((form.lemma for form in verb_forms(word) if form.mood == "ger"), "")
    if lemma in ("avoir", "compter", "comporter", "totaliser", "dépasser"):
        return ""
    if not lemma:
        return word if word[-1:] in "éiust" else ""
    if word.endswith("issant"):
        return word.removesuffix("ssant")
    return f"{lemma[:-2]}é" if lemma.endswith("er") else _DONE.get(word, "")


_DONE = {
    "atteignant": "atteint", "battant": "battu", "comprenant": "compris", "conduisant": "conduit",
    "construisant": "construit", "couvrant": "couvert", "détenant": "détenu", "détruisant": "détruit",
    "mettant": "mis", "obtenant": "obtenu", "offrant": "offert", "ouvrant": "ouvert", "parcourant": "parcouru",
    "perdant": "perdu", "prenant": "pris", "produisant": "produit", "recevant": "reçu", "réduisant": "réduit",
    "vendant": "vendu",
}  # fmt: skip


def bare(text: str) -> str:
    """A phrase without its determiners, in one line."""
    return LEADING.sub("", text)


def number_of(what: str) -> str:
    """« nombre de buts », « nombre d'arrêts »."""
    return f"nombre {of(what)}"


def of(what: str) -> str:
    """« de buts », « d'arrêts », « de la ville », « du plan »."""
    low = what.lower()
    if low.startswith(("le ", "les ")):
        return ("du " if low.startswith("le ") else "des ") + what.split(" ", 1)[1]
    what = f"{what}s" if what in ("point", "nul") else what
    vowel = re.match(r"[aeiouàâäéèêëîïôöûüœæ]", low) and not low.startswith(("onz", "oui", "ouistiti", "un ", "yaourt"))
    mute = re.match(r"(?:habit|heure|homme|hôte|hôpit|hect|histoire|herb|hiver|huître|humain|hélico|héri)", low)
    return f"d'{what}" if vowel or mute or low.startswith("un") else f"de {what}"


def gender_at(shape: Shape, noun: int) -> Gender:
    """The gender of a counted noun; masculine where nothing tells."""
    return "f" if gender_of(shape, noun) == "f" else "m"


def joined(*parts: str) -> str:
    """The parts that are not empty, with one space between."""
    return " ".join(part for part in parts if part)


__all__ = [
    "Gender", "bare", "clause_tokens", "complement", "done_by", "gender_at", "joined", "noun_tokens", "number_of", "of",
    "phrase_before", "relative", "said", "trimmed", "which",
]  # fmt: skip
