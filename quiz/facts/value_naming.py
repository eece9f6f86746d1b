"""What a quantity measures and of whom, from the construction it stands in: entity, attribute, and how sure.

Resolves names only where the article supports it; the paragraph's topic stands beside an unnamed noun. Refuses to know
questions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from quiz.facts.clauses import Shape, VerbGroup, phrase_stop, subject_head
from quiz.facts.measures import Measure
from quiz.facts.parsing import Token
from quiz.facts.reading import Reading, Sentence
from quiz.facts.value_words import words


@dataclass(frozen=True, slots=True)
class Named:
    """The reading of a quantity: construction, entity, attribute, and how sure it is (0..1)."""

    construction: str
    entity: str
    attribute: str
    confidence: float
    features: dict[str, float] = field(default_factory=dict)
    subject: tuple[int, int] | None = None
    """The subject's tokens, where the construction has one in this sentence."""
    resolved: str | None = None
    """The name a pronoun subject stands for."""


class Context:
    """What the article has said up to a sentence: its topic, the last named subject, the last population of shares."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.topic = _topic(reading)
        self.population = ""
        self.population_link = ""
        self.counted = ""
        self._paragraph = -1
        self.sentence: Sentence | None = None

    def enter(self, sentence: Sentence) -> None:
        """Called for every sentence in order."""
        if sentence.passage != self._paragraph:
            self.population = self.population_link = self.counted = ""
        self._paragraph = sentence.passage
        self.sentence = sentence

    def standing(self, phrase: str) -> str:
        """A phrase that stands alone: without a name of its own it has the topic beside it in brackets."""
        phrase = phrase.strip(' ,;:-–()"«»“”')
        if not phrase:
            return self.topic or ""
        if re.search(r"(?<![\w'])[A-ZÀ-Þ]", phrase) or not self.topic or self.topic in phrase:
            return phrase
        return f"{phrase} ({self.topic})"


def _topic(reading: Reading) -> str | None:
    """The name the article is about: the first name of its title that the body says again, else its commonest name."""
    counts: dict[str, float] = {}
    titled: set[str] = set()
    title = (reading.article.title or "").replace("’", "'")
    for mention in reading.entities.mentions:
        if mention.quoted:
            continue
        counts[mention.entity.name] = counts.get(mention.entity.name, 0.0) + (2.0 if mention.subject else 1.0)
        if mention.text in title:
            titled.add(mention.entity.name)
    named = {name: n for name, n in counts.items() if name in titled} or counts
    return max(named, key=lambda name: named[name]) if named else None


# Phrases ---------------------------------------------------------------------------------------------------------------

_LEADING = re.compile(
    r"^(?:(?:le|la|les|un|une|des|ce|cette|ces|cet|du|au|aux|de|d'|par|avec|dans|son|sa|ses|leur|leurs|quelque|quelques)\s+|[ld]['’]\s*)+",
    re.IGNORECASE,
)


def bare_phrase(shape: Shape, head: int, without: Measure | None = None) -> str:
    """The noun phrase of `head` without its determiners, cut before the quantity itself."""
    stop = phrase_stop(shape, head)
    if without is not None and head < without.first < stop:
        stop = without.first - (1 if without.preposition else 0)
    first = head
    while first > 0 and shape.cats[first - 1] in ("adj",):
        first -= 1
    return _LEADING.sub("", shape.text(first, max(stop, head + 1)))


def subject_span(shape: Shape, group: VerbGroup) -> tuple[int, int] | None:
    """The tokens of the subject of a verb group: from its determiner to the verb or the comma before it."""
    head = subject_head(shape, group)
    if head is None:
        earlier = _coordinated_with(shape, group)
        return subject_span(shape, earlier) if earlier is not None else _nearest_phrase(shape, group)
    first = min((t.i for t in head.subtree if t.i <= head.i), default=head.i)
    cut = next((i for i in range(head.i - 1, first - 1, -1) if shape.cats[i] in ("comma", "stop", "mark", "sub")), None)
    first = first if cut is None else cut + 1
    while first < head.i and shape.cats[first] in ("comma", "stop", "mark", "sub", "and", "adv"):
        first += 1
    if _other_verb_between(shape, head.i, group):
        return None
    if not any(
        shape.cats[i] in ("comma", "stop", "sub", "mark", "verb", "open", "rel") for i in range(head.i, group.first)
    ):
        return first, group.first
    return first, max(head.i + 1, min(phrase_stop(shape, head.i), group.first))


def _nearest_phrase(shape: Shape, group: VerbGroup) -> tuple[int, int] | None:
    """The noun phrase that fills the clause up to the verb, where the parse sees no subject: « Les cas graves | sont… »."""
    first = group.first
    while first > 0 and shape.cats[first - 1] not in (
        "comma",
        "stop",
        "sub",
        "and",
        "mark",
        "verb",
        "rel",
        "open",
        "close",
    ):
        first -= 1
    while first < group.first and shape.cats[first] == "adv":
        first += 1
    inside = shape.cats[first : group.first]
    if not inside or inside[0] not in ("det", "name", "noun") or not {"noun", "name"} & set(inside) or "num" in inside:
        return None
    return first, group.first


def _other_verb_between(shape: Shape, head: int, group: VerbGroup) -> bool:
    """Whether another verb than a relative clause's stands between a noun and the verb it is said to be the subject of."""
    for other in shape.groups:
        if head < other.first < group.first:
            before = shape.cats[max(head, other.first - 4) : other.first]
            if "rel" not in before:
                return True
    return False


def _coordinated_with(shape: Shape, group: VerbGroup) -> VerbGroup | None:
    """The verb before « et » that shares its subject: « Neymar a marqué… et a fourni… »."""
    i = group.first - 1
    if i < 0 or shape.cats[i] not in ("and", "comma"):
        return None
    earlier = [g for g in shape.groups if g.stop <= i and g.number == group.number]
    if not earlier or "stop" in shape.cats[earlier[-1].stop : i]:
        return None
    return earlier[-1]


_PRONOUNS = words("pronouns")


def antecedent(shape: Shape, group: VerbGroup, relative: int) -> int | None:
    """The noun a relative pronoun stands for: « le fort tremblement de terre qui a tué… » is the quake, not the earth."""
    head = shape.tokens[group.main]
    if head.dep_ == "acl:relcl" and head.head.i < relative and shape.cats[head.head.i] in ("noun", "name"):
        i = int(head.head.i)
    else:
        i = relative - 1
        while i > 0 and shape.cats[i] in ("comma", "adj", "close", "part"):
            i -= 1
        if shape.cats[i] not in ("noun", "name"):
            return None
    while i > 1 and shape.tokens[i - 1].lower_ in ("de", "d'") and shape.cats[i - 2] == "noun":
        i -= 2
    return i


def _antecedent_text(shape: Shape, i: int, relative: int) -> str:
    first = i
    while first > 0 and shape.cats[first - 1] == "adj":
        first -= 1
    return _LEADING.sub("", shape.text(first, relative))


def _subject_text(
    m: Measure, group: VerbGroup, context: Context
) -> tuple[str, tuple[int, int] | None, str | None, bool]:
    """(name of the subject, its tokens, what a pronoun was resolved to, whether it is sure)."""
    span = subject_span(m.shape, group)
    if span is None:
        return context.topic or "", None, None, False
    head_word = m.shape.tokens[span[0]].lower_
    if span[1] - span[0] == 1 and head_word in _PRONOUNS:
        name = resolve_pronoun(m, span[0], context)
        return name or context.topic or "", span, name, name is not None
    if head_word in ("qui", "dont", "que", "où"):
        found = antecedent(m.shape, group, span[0])
        if found is not None:
            return _antecedent_text(m.shape, found, span[0]), None, None, True
        return context.topic or "", None, None, False
    return _LEADING.sub("", m.shape.text(*span)), span, None, True


def resolve_pronoun(m: Measure, i: int, context: Context) -> str | None:
    """The person or thing a subject pronoun stands for, or None where the article does not make it sure."""
    word = m.shape.tokens[i].lower_
    if word not in ("il", "elle"):
        return None
    gender = "m" if word == "il" else "f"
    at = m.shape.sentence.at(m.shape.tokens[i])
    entity = context.reading.entities.focus_before(at, ("person",), gender)
    return entity.name if entity is not None else None


# Constructions ---------------------------------------------------------------------------------------------------------


def name_measure(m: Measure, context: Context) -> Named:
    """The reading of a quantity. Tries the constructions from the surest to the least sure."""
    for construction in (
        _age,
        _compared,
        _bracket,
        _ratio_subject,
        _subject,
        _rank,
        _change,
        _line,
        _holder,
        _hosted,
        _object,
        _listed,
    ):
        named = construction(m, context)
        if named is not None:
            return named
    subject = ""
    if m.group is not None:
        subject = _subject_text(m, m.group, context)[0]
    return Named("", context.standing(subject), _around(m), 0.5)


def _around(m: Measure) -> str:
    """The words a quantity stands among: from the noun or verb before it to the end of its clause, itself left out."""
    shape = m.shape
    first = m.first
    for i in range(m.first - 1, max(-1, m.first - 12), -1):
        if shape.cats[i] in ("stop", "sub", "comma"):
            break
        if shape.cats[i] in ("noun", "name", "part", "inf", "verb", "ger"):
            first = i
    before = shape.text(first, m.first)
    after = shape.text(m.stop, min(_clause_stop(shape, m.stop), m.stop + 8))
    return f"{before} … {after}".strip(" …")[:110] or m.quantity.dimension


def _line(m: Measure, context: Context) -> Named | None:
    """« * 85 000 $ - Embaucher des compositeurs »: a figure and what it stands for, on a line of its own."""
    sentence = m.shape.sentence
    if sentence.kind != "list" and m.group is not None:
        return None
    before = sentence.text[: m.quantity.outer[0] - sentence.start].strip(" *•-–—\t")
    after = sentence.text[m.quantity.outer[1] - sentence.start :]
    found = re.match(r"\s?[-–—:]\s+(?P<what>\S.{3,})", after, re.DOTALL)
    if before or found is None:
        return None
    what = found["what"].strip(" .;")
    return Named("line", context.standing(what[:90]), "montant" if m.quantity.dimension == "money" else "valeur", 0.55)


def _hosted(m: Measure, context: Context) -> Named | None:
    """« Snapchat, valorisé à 19 milliards », « une supernova située à 10 milliards d'années-lumière », « longue de 5 km »."""
    shape = m.shape
    if not m.preposition or m.first < 2 or (m.group is not None and m.group.stop >= m.first - 1):
        return None
    i = m.first - 2
    while i > 0 and (shape.cats[i] == "adv" or shape.tokens[i].lower_ in ("alors", "désormais", "aujourd'hui")):
        i -= 1
    if shape.cats[i] not in ("part", "adj", "ger"):
        return None
    label = shape.text(i, m.first - 1) + " " + shape.text(m.stop, min(_clause_stop(shape, m.stop), m.stop + 5))
    j = i - 1
    while j > 0 and shape.cats[j] in ("comma", "adv", "adj", "part", "and"):
        j -= 1
    if j >= 0 and shape.cats[j] in ("noun", "name"):
        while (
            j > 1 and shape.tokens[j - 1].lower_ in ("de", "d'", "du", "des") and shape.cats[j - 2] in ("noun", "adj")
        ):
            j -= 2
        return Named("hosted", context.standing(bare_phrase(shape, j, m)), label.strip(), 0.65)
    main = next((g for g in shape.groups if g.first > m.stop), None)
    subject = _subject_text(m, main, context)[0] if main is not None and j < 1 else ""
    return Named("hosted", context.standing(subject), label.strip(), 0.6) if subject else None


def _clause_stop(shape: Shape, i: int) -> int:
    """Where the clause around token `i` ends."""
    while i < len(shape.tokens) and shape.cats[i] not in ("comma", "stop", "sub"):
        i += 1
    return i


def _age(m: Measure, context: Context) -> Named | None:
    """« Neymar, 25 ans, », « âgée de 81 ans », « à l'âge de dix-huit ans »."""
    if m.quantity.dimension != "age":
        return None
    start = m.shape.sentence.start
    people = [
        x
        for x in context.reading.entities.within(start, m.quantity.span.start)
        if x.entity.kind in ("person", "other", "place")
    ]
    if people:
        return Named("age", people[-1].entity.name, "âge", 0.85)
    if m.group is not None:
        subject, span, resolved, sure = _subject_text(m, m.group, context)
        return Named("age", context.standing(subject), "âge", 0.7 if sure else 0.5, {}, span, resolved)
    noun = next((i for i in range(m.first - 1, -1, -1) if m.shape.cats[i] in ("noun", "name")), None)
    return Named("age", context.standing(bare_phrase(m.shape, noun, m) if noun is not None else ""), "âge", 0.5)


_FOR_WHOM = re.compile(
    r"\s?(?:pour|chez|en|au|à|aux|dans)\s(?:la |le |les |l['’])?(?P<who>[A-ZÀ-Þ][\w'’.-]*(?:\s[A-ZÀ-Þ][\w'’.-]*)*)"
)


def _compared(m: Measure, context: Context) -> Named | None:
    """« contre 23 % pour Instagram et 16,5 % pour Facebook »: the name after the number, the statement before it."""
    if m.quantity.dimension not in ("share", "count", "money", "duration") or m.place == "subject":
        return None
    before = m.before(2)
    if not re.search(r"(?:contre|et|,|contre seulement|et seulement)$", before):
        return None
    sentence = m.shape.sentence
    found = _FOR_WHOM.match(sentence.text, m.quantity.outer[1] - sentence.start)
    if found is None:
        return None
    group = next((g for g in m.shape.groups if g.stop <= m.first), None)
    statement = m.shape.text(group.first, _clause_stop(m.shape, group.stop)) if group is not None else ""
    subject = _subject_text(m, group, context)[0] if group is not None else ""
    return Named("compared", found["who"], f"{subject} {statement}"[:100], 0.75)


def _bracket(m: Measure, context: Context) -> Named | None:
    """« le temps passé sur Snapchat (18 minutes) », « près de la moitié des entreprises (47 %) envisagent… »."""
    if m.place != "bracket":
        return None
    i = m.first - 2
    while i >= 0 and m.shape.cats[i] not in ("noun", "name"):
        i -= 1
    if i < 0:
        return None
    closing = next((k for k in range(m.stop, len(m.shape.cats)) if m.shape.cats[k] == "close"), m.stop)
    group = m.shape.group_of(closing + 1) if closing + 1 < len(m.shape.cats) else None
    top = i
    while m.shape.tokens[top].head.i < top and m.shape.cats[m.shape.tokens[top].head.i] in ("noun", "name", "part"):
        top = m.shape.tokens[top].head.i
    phrase = _LEADING.sub("", m.shape.text(top, i + 1))
    if m.quantity.dimension == "share" and group is not None:
        population = re.sub(r"^(?:.*?(?:moitié|tiers|quarts?|majorité|partie)\s)?(?:des|de|du|d['’])\s?", "", phrase)
        context.population = population
        statement = m.shape.text(group.first, _clause_stop(m.shape, group.stop))
        return Named("bracket-share", context.standing(population), f"part qui {statement}", 0.85)
    name = context.reading.entities.name_at(
        m.shape.sentence.at(m.shape.tokens[i]), m.shape.sentence.end_of(m.shape.tokens[i])
    )
    return Named("bracket", context.standing(name or phrase), phrase, 0.75)


def _statement(m: Measure) -> str:
    assert m.group is not None
    return m.shape.text(m.group.first, _clause_stop(m.shape, m.group.stop))


def _ratio_subject(m: Measure, context: Context) -> Named | None:
    """« 44 % des firmes l'utilisent », « 39 % s'en servent » (the population said before), « un Français sur trois… »."""
    if m.quantity.dimension != "share" or m.place != "subject" or m.group is None:
        return None
    if m.noun is None and m.quantity.unit != "ratio":
        population = context.population
        sure = 0.85 if population else 0.55
        return Named("share-of", context.standing(population), f"part qui {_statement(m)}", sure, {"inherited": 1.0})
    population = bare_phrase(m.shape, m.noun) if m.noun is not None else m.quantity.text
    if m.noun is not None:
        context.population_link = m.shape.text(m.stop, m.phrase_stop)
    context.population = population
    return Named("share-of", context.standing(population), f"part qui {_statement(m)}", 0.9)


def _subject(m: Measure, context: Context) -> Named | None:
    """« 52 personnes ont été tuées »: a count that is the subject of the verb after it."""
    if m.place != "subject" or m.group is None:
        return None
    if m.noun is None:
        return Named(
            "count-subject", context.standing(context.counted), f"nombre qui {_statement(m)}", 0.6, {"inherited": 1.0}
        )
    context.counted = bare_phrase(m.shape, m.noun)
    return Named("count-subject", context.standing(context.counted), f"nombre qui {_statement(m)}", 0.9)


def _rank(m: Measure, context: Context) -> Named | None:
    """« a terminé troisième au Ballon d'Or »."""
    if m.quantity.dimension != "rank":
        return None
    subject, span, resolved, sure = (
        _subject_text(m, m.group, context) if m.group is not None else ("", None, None, False)
    )
    rest = m.shape.text(m.stop, _clause_stop(m.shape, m.stop))
    return Named("rank", context.standing(subject), f"rang {rest}".strip(), 0.75 if sure else 0.5, {}, span, resolved)


def _change(m: Measure, context: Context) -> Named | None:
    """« a augmenté de 3 % », « une hausse de 59,5 % », « passe de 10 à 15 % »."""
    if m.group is None or m.preposition not in ("de", "d'", "à", "") or m.governor is not None:
        return None
    if not m.group.lemma.startswith(tuple(words("change_verbs"))):
        return None
    subject, span, resolved, sure = _subject_text(m, m.group, context)
    return Named(
        "change",
        context.standing(subject),
        m.shape.text(m.group.first, m.group.stop),
        0.8 if sure else 0.5,
        {},
        span,
        resolved,
    )


def _holder(m: Measure, context: Context) -> Named | None:
    """« un budget de 300 millions », « une masse de 8,5 tonnes », « superproductions à 300 millions de dollars »."""
    if m.holder is None or (m.noun is not None and m.quantity.dimension == "count" and m.preposition == "à"):
        return None
    top = m.holder
    while top > 1 and m.shape.tokens[top - 1].lower_ in ("de", "d'") and m.shape.cats[top - 2] in ("noun", "adj"):
        top -= 2
    label = bare_phrase(m.shape, top, m)
    subject, span, resolved, sure = (
        _subject_text(m, m.group, context) if m.group is not None else ("", None, None, False)
    )
    if not subject:
        first = next((x for x in context.reading.entities.within(m.shape.sentence.start, m.shape.sentence.end)), None)
        subject = first.entity.name if first is not None else ""
    return Named("noun-of", context.standing(subject or label), label, 0.75 if sure else 0.6, {}, span, resolved)


def _object(m: Measure, context: Context) -> Named | None:
    """« Neymar a marqué 105 buts », « le programme vise 6 000 écoles »."""
    if m.noun is None or m.quantity.dimension not in ("count", "share") or m.group is None:
        return None
    what = bare_phrase(m.shape, m.noun)
    if m.quantity.dimension == "count":
        context.counted = what
    subject, span, resolved, sure = _subject_text(m, m.group, context)
    start = "part des" if m.quantity.dimension == "share" else "nombre de"
    return Named(
        "count-object", context.standing(subject), f"{start} {what}", 0.75 if sure else 0.55, {}, span, resolved
    )


def _listed(m: Measure, context: Context) -> Named | None:
    """A count without a verb of its own: « 3 morts et 12 blessés », « soit 30 jours », a line of a list."""
    if m.noun is None:
        return None
    what = bare_phrase(m.shape, m.noun)
    return Named("listed", context.standing(what), f"nombre de {what}", 0.55)


def head_name(token: Token) -> str:
    """The token's text."""
    return str(token.text)
