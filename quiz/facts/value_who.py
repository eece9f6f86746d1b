"""Who a value's clause is about, and the verb between: the subject as a piece with its pronoun, the verb cut for a
question.

Resolves pronouns and relatives to names only where the article makes them sure.
"""

from __future__ import annotations

import re

from quiz.facts.clause_pieces import Piece, Pronoun, lowered, piece, pronoun_of
from quiz.facts.clauses import Shape, VerbGroup
from quiz.facts.entities import Entity
from quiz.facts.measures import Measure
from quiz.facts.numerals import COLLECTIVES
from quiz.facts.value_context import Context, antecedent, describes, subject_span
from quiz.facts.value_subjects import resolve_pronoun
from quiz.facts.value_words import words
from quiz.facts.verbs import participle


class Who:
    """The subject of a verb as a piece, with its pronoun."""

    def __init__(self, m: Measure, group: VerbGroup, context: Context) -> None:
        self.text, self.pronoun, self.stands, self.first, self.impersonal = "", "", False, group.first, False
        shape = m.shape
        somebody = opening_person(shape, group, context)
        if somebody is not None:
            self.text, self.stands, self.first = somebody.name, True, 0
            self.pronoun = {"m": "il", "f": "elle"}.get(somebody.gender, "")
            return
        span = subject_span(shape, group)
        if span is None:
            return
        self.first = span[0]
        head_word = shape.tokens[span[0]].lower_
        if span[1] - span[0] == 1 and head_word in words("pronouns"):
            self._of_pronoun(m, span[0], group, context)
            return
        if head_word in words("relatives"):
            self._of_relative(m, group, span[0], context)
            return
        aside = next((i for i in range(*span) if shape.cats[i] == "ger" and shape.tokens[i - 1].lower_ == "en"), None)
        span = (span[0], aside - 1) if aside is not None and aside - 1 > span[0] else span
        said = piece(shape, without_brackets(shape, *span))
        head = head_in(shape, span)
        if any(span[0] <= g.first < span[1] and "rel" not in shape.cats[span[0] : g.first] for g in shape.groups):
            return
        if _of_relative_clause(shape, span, group) or (span[0] == 0 and span[1] < group.first and describes(shape)):
            return
        if shape.tokens[head].lower_ in words("time_words"):
            return
        if span[1] - span[0] == 2 and shape.tokens[head].lower_ in words("measure_nouns"):
            said = Piece(said.text, True, False)  # « le taux », « le bilan »: of what?
        if any(shape.tokens[i].lower_ in ("selon", "d'après") for i in range(*span)):
            return
        alone = (
            shape.tokens[span[0]].lower_ in ("le", "la", "l'", "un", "une")
            and "and" not in shape.cats[span[0] : span[1]]
        )
        if group.number == "p" and any(shape.tokens[i].lower_.startswith("accompagn") for i in range(*span)):
            return  # « Ada Morin accompagnée de Lise Roux sortent »
        if group.number == "p" and alone:
            said = Piece(said.text, True, False)  # one of several subjects
        counted = any(
            (shape.cats[i] == "num" and not _names_or_dates(shape, i)) or shape.tokens[i].lower_ in COLLECTIVES
            for i in range(*span)
        )
        if counted or shape.cats[span[0]] in ("adp", "adv"):
            return  # « plus de 75 000 attaques »: the subject is another number
        self.text = lowered(shape, span[0], said.text)
        self.stands = said.stands
        last = _person_just_before(shape, span[0], group.first, context)
        if last is not None and shape.cats[head] == "noun":
            self.text, self.stands = last.name, True
            self.pronoun = (
                "elle"
                if last.gender == "f"
                else "il"
                if last.gender == "m"
                else pronoun_of(shape, head, group, context.reading)
            )
            return
        if shape.cats[head] == "name":
            full = context.reading.entities.at(
                shape.sentence.at(shape.tokens[span[0]]), shape.sentence.end_of(shape.tokens[span[1] - 1])
            )
            plural = head_word == "les"
            if full is not None and full.kind == "person" and said.text in full.aliases and not plural:
                self.text = full.name
            self.text = _without_maker(shape, span, head, self.text, context)
        self.pronoun = pronoun_of(shape, head, group, context.reading)
        if not self.pronoun and group.number == "p" and shape.cats[head] == "noun" and head_word == "les":
            self.pronoun = "ils" if shape.tokens[head].lower_.endswith(_OF_MEN) else ""
        if self.pronoun == "il" and span[1] - span[0] == 1 and shape.cats[head] == "name":
            self.pronoun = _as_introduced(shape.tokens[head].text, context)

    def _of_pronoun(self, m: Measure, i: int, group: VerbGroup, context: Context) -> None:
        word = m.shape.tokens[i].lower_
        leaning = [m.shape.tokens[k].lower_ for k in range(group.first, group.finite)]
        there = group.lemma == "avoir" and "y" in leaning
        if word == "on" or (word == "il" and (there or group.lemma in words("impersonal_verbs"))):
            self.text, self.pronoun, self.stands, self.impersonal = word, word, True, True
            return
        counted = m.shape.tokens[m.noun].lower_ if m.noun is not None else ""
        event = counted in words("victim_nouns") or group.lemma in words("event_verbs")
        name = None if event else resolve_pronoun(m, i, context)
        if name is not None:
            self.text, self.pronoun, self.stands = name, word, True
        else:
            self.text, self.pronoun = word, word if word in ("il", "elle", "ils", "elles") else ""

    def _of_relative(self, m: Measure, group: VerbGroup, i: int, context: Context) -> None:
        noun = antecedent(m.shape, group, i)
        if noun is None or m.shape.tokens[i].lower_ != "qui":
            return
        token = m.shape.tokens[noun]
        if self._of_phrase(group, i, m, context) or m.shape.cats[noun] != "name":
            return
        entity = context.reading.entities.at(m.shape.sentence.at(token), m.shape.sentence.end_of(token))
        if entity is None:
            return
        self.text, self.stands = entity.name, True
        self.pronoun = {"m": "il", "f": "elle"}.get(entity.gender, "") if entity.kind == "person" else ""

    def _of_phrase(self, group: VerbGroup, relative: int, m: Measure, context: Context) -> bool:
        """« La ville de Vaugris, qui compte 38 000 habitants », « L'usine Gazouillis de Vaugris, qui emploie… »: a
        definite phrase with a name of its own, whole from its article to the relative."""
        shape = m.shape
        stop = relative - 1 if shape.cats[relative - 1] == "comma" else relative
        first = stop - 1
        while first > 0 and shape.cats[first - 1] in ("det", "noun", "name", "adj", "adp", "num"):
            first -= 1
        heads = [i for i in range(first, stop) if shape.cats[i] == "noun"]
        opens = shape.tokens[first].lower_ in ("le", "la", "l'", "les") and 2 < stop - first <= 9
        if not opens or not heads or heads[0] > first + 2 or "name" not in shape.cats[first:stop]:
            return False
        if ends_with_a_country(shape, heads[0], stop):
            return True  # « l'appui de la France, qui fournira 40 camions »: France, or its help?
        said = piece(shape, range(first, stop))
        self.text, self.stands, self.first = lowered(shape, first, said.text), said.stands, first
        self.pronoun = pronoun_of(shape, heads[0], group, context.reading)
        return True


def ends_with_a_country(shape: Shape, head: int, stop: int) -> bool:
    """Whether a phrase ends with a name that has an article of its own, « l'appui *de la France* », « le soutien *du
    Mali* »."""
    if shape.cats[stop - 1] != "name" or shape.tokens[stop - 2].lower_ not in ("la", "l'", "du", "des"):
        return False
    return stop - 2 > head


def _of_relative_clause(shape: Shape, span: tuple[int, int], group: VerbGroup) -> bool:
    """« les fermiers dont les dégâts | dépassent la moitié… »: the verb is that of the clause with « dont »."""
    for i in range(*span):
        if shape.cats[i] == "rel" and shape.tokens[i].lower_ in ("dont", "où", "que", "qu'"):
            return not any(i < g.first < group.first for g in shape.groups)
    return False


_OF_MEN = ("iers", "eurs", "ants", "iens", "ains", "ents", "istes", "aires", "ois")
"""Endings of nouns for men, or for men and women: « les pompiers », « les secouristes »."""


def _as_introduced(name: str, context: Context) -> Pronoun:
    """« la sonde Filou » somewhere in the article: Filou is « elle », though names of things are mostly « il »."""
    found = re.search(
        rf"\b(?P<article>[Ll]a|[Uu]ne|[Cc]ette|[Ll]e|[Uu]n) [a-zà-ÿ-]+ {re.escape(name)}\b", context.reading.flat
    )
    return "elle" if found is not None and found["article"].lower() in ("la", "une", "cette") else "il"


def opening_person(shape: Shape, group: VerbGroup, context: Context) -> Entity | None:
    """« Le banquier et poète Luc Roux, le petit-fils d'Ada Roux, qui avait fondé trois écoles, | est mort… »: somebody
    named at once, then whatever is set apart between commas, then the verb."""
    if group.number == "p" or group.first < 4:
        return None
    comma = next((i for i, cat in enumerate(shape.cats) if cat == "comma"), len(shape.cats))
    if comma >= group.first:  # « Le peintre et graveur de Metz Luc Roux | est mort… »
        comma = group.first if "and" in shape.cats[: group.first] else 0
    elif shape.cats[group.first - 1] != "comma" or comma == group.first - 1:
        return None
    if comma <= 1 or {"verb", "rel", "sub", "adv", "mark"} & set(shape.cats[:comma]):
        return None
    outside = set(without_brackets(shape, 0, group.first))
    between = [g for g in shape.groups if g.first < group.first and g.first in outside]
    if any("rel" not in shape.cats[comma : g.first + 1] for g in between):
        return None
    if shape.cats[0] not in ("det", "name", "noun") or shape.tokens[0].lower_ in ("les", "des"):
        return None
    sentence = shape.sentence
    start, end = sentence.at(shape.tokens[0]), sentence.end_of(shape.tokens[comma - 1])
    people = [x for x in context.reading.entities.within(start, end) if x.entity.kind == "person"]
    if len({x.entity.name for x in people}) != 1 or people[-1].end != end:
        return None
    who = people[-1].entity
    named = next((i for i in range(comma) if sentence.at(shape.tokens[i]) >= people[-1].start), 0)
    if named and shape.cats[named - 1] == "adp" and comma != group.first:
        return None  # « Le livre de Luc Roux, écrit en trois mois, est… »
    if comma == group.first and (not named or shape.cats[named - 1] in ("adp", "and", "det")):
        return None  # « le film de Luc Roux », « Ada Roux et Luc Roux »
    return who if " " in who.name or who.name in (context.reading.article.title or "") else None


def _names_or_dates(shape: Shape, i: int) -> bool:
    """« le Boeing 737 », « l'effondrement du 27 août »: a number that counts nothing."""
    dated = i + 1 < len(shape.tokens) and shape.tokens[i + 1].lower_ in words("time_words")
    year = shape.tokens[i].text.isdigit() and 1900 < int(shape.tokens[i].text[:6]) < 2100
    return dated or year or (i > 0 and shape.cats[i - 1] == "name")


def _without_maker(shape: Shape, span: tuple[int, int], head: int, text: str, context: Context) -> str:
    """« Filou de Gazouillis » is Filou: a thing's name needs not its maker's."""
    if not (head == span[0] and head + 2 < len(shape.tokens) and shape.tokens[head + 1].lower_ in ("de", "d'")):
        return text
    thing = context.reading.entities.at(
        shape.sentence.at(shape.tokens[head]), shape.sentence.end_of(shape.tokens[head])
    )
    after = head + 2
    while after < len(shape.cats) and shape.cats[after] == "name":
        after += 1
    alone = after > head + 2 and (after >= span[1] or shape.cats[after] == "comma")
    known = thing is not None and thing.kind in ("product", "other") and thing.name == shape.tokens[head].text
    return shape.tokens[head].text if known and alone and text.count(" ") == 1 else text


def _person_just_before(shape: Shape, first: int, stop: int, context: Context) -> Entity | None:
    """« La potière et peintre, de Metz à Lyon, Ada Morin s'est éteinte »: the name the phrase ends with."""
    sentence = shape.sentence
    start, end = sentence.at(shape.tokens[first]), sentence.end_of(shape.tokens[stop - 1])
    if shape.tokens[first].lower_ == "les":
        return None
    found = [
        x for x in context.reading.entities.within(start, end) if x.entity.kind == "person" and " " in x.entity.name
    ]
    if len(found) != 1 or found[0].end != end:
        return None
    named = next((i for i in range(first, stop) if sentence.at(shape.tokens[i]) >= found[0].start), first)
    owned = named > first and shape.cats[named - 1] == "adp"
    return None if owned else found[0].entity  # « le film de Lou Morin » is no Lou Morin


def head_in(shape: Shape, span: tuple[int, int]) -> int:
    """The first noun or name of a phrase."""
    return next((i for i in range(*span) if shape.cats[i] in ("noun", "name")), span[0])


def verb_pieces(m: Measure, group: VerbGroup, chain: int) -> tuple[str, str, str, str]:
    """(clitics, finite form, what follows it up to token `chain`, the participle that may agree)."""
    shape = m.shape
    finite = shape.tokens[group.finite].text
    clitics = "".join(
        shape.tokens[i].text + shape.tokens[i].whitespace_ for i in range(group.first, group.finite)
    ).lower()
    if not group.negated:
        clitics = re.sub(r"^n(?:e |['’])", "", clitics)  # « n'atteint que 41 % » is asked without its limit
    after = range(group.finite + 1, max(group.stop, chain))
    tail = " ".join(piece(shape, list(after), owner=group.number).text.split())
    agreeing = ""
    if group.auxiliary == "avoir" and chain <= group.stop:
        word = shape.tokens[group.main].text
        agreeing = word if participle(word) is not None else ""
    return clitics, finite.lower() if group.first == 0 else finite, tail, agreeing


def leans_on_known(shape: Shape, group: VerbGroup, population: Piece) -> bool:
    """An object pronoun on the verb (« l'utilisent ») must have its noun in the population before it."""
    leaning = [shape.tokens[i].lower_ for i in range(group.first, group.finite) if shape.cats[i] == "clit"]
    if not any(word in ("l'", "le", "la", "les", "y", "en", "lui", "leur") for word in leaning):
        return True
    if any(word in ("s'", "se") for word in leaning):
        return "en" not in leaning and "y" not in leaning
    return bool(re.search(r"\b(?:qui|ayant|utilisant)\b|(?<=\s)[A-Z]\w+", population.text))


def counts_others(m: Measure) -> bool:
    """« 15 autres personnes », « les 3 premiers »: counted against something said before."""
    start = m.stop
    between = [m.shape.tokens[i].lower_ for i in range(start, (m.noun or start) + 1)]
    first = [m.shape.tokens[i].lower_ for i in range(m.first, m.start)]
    return any(w in ("autres", "derniers", "dernières", "premiers", "premières", "mêmes") for w in between) or any(
        w in ("ces", "ses", "leurs", "nos", "autres") for w in first
    )


def noun_start(m: Measure) -> int:
    """The token after the number and its « de »."""
    i = m.stop
    if i < len(m.shape.tokens) and m.shape.tokens[i].lower_ in ("de", "d'", "des"):
        i += 1
    return i


def without_brackets(shape: Shape, start: int, stop: int) -> list[int]:
    """The tokens of a stretch but for what stands in brackets."""
    out, depth = [], 0
    for i in range(start, stop):
        if shape.cats[i] == "open":
            depth += 1
        elif shape.cats[i] == "close":
            depth -= 1
        elif depth == 0:
            out.append(i)
    return out
