"""What the article has said up to a figure, and the phrases around it: topic, last population, subjects, antecedents.

Knows phrases and names, and nothing of what figures measure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from quiz.facts.clauses import Shape, VerbGroup
from quiz.facts.measures import Measure
from quiz.facts.noun_phrases import phrase_stop, subject_head
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
    base: str = ""
    """The attribute without what only says of whom or when this figure is meant, for the next figure of its series."""


class Context:
    """What the article has said up to a sentence: its topic, the last named subject, the last population of shares."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.topic = _topic(reading)
        self.scope = _scope(reading, self.topic)
        self.population = ""
        self.population_link = ""
        self.counted = ""
        self.means = ""
        self.last: tuple[Measure, Named] | None = None
        """The figure before in the same sentence, and its reading."""
        self._paragraph = -1
        self.sentence: Sentence | None = None

    def enter(self, sentence: Sentence) -> None:
        """Called for every sentence in order."""
        if sentence.passage != self._paragraph:
            self.population = self.population_link = self.counted = self.means = ""
        self._paragraph = sentence.passage
        self.last = None
        self.sentence = sentence

    def standing(self, phrase: str) -> str:
        """A phrase that stands alone: without a name of its own it has the topic beside it in brackets."""
        phrase = phrase.strip(' ,;:-–()"«»“”')
        if not phrase:
            return self.scope or self.reading.article.title or ""
        if re.search(r"(?<![\w'])[A-ZÀ-Þ]", phrase) or not self.scope or self.scope in phrase:
            return phrase
        return phrase if phrase in ("il", "elle") else f"{phrase} ({self.scope})"


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


def _scope(reading: Reading, topic: str | None) -> str | None:
    """The topic, where a figure without a subject of its own may stand under it: not somebody. « Cinq balles » in an
    article about a mayor hit another."""
    entity = reading.entities.lookup(topic) if topic else None
    return None if entity is not None and entity.kind == "person" else topic


LEADING = re.compile(
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
    return LEADING.sub("", shape.text(first, max(stop, head + 1)))


def subject_span(shape: Shape, group: VerbGroup) -> tuple[int, int] | None:
    """The tokens of the subject of a verb group: from its determiner to the verb or the comma before it."""
    if group.first > 0 and shape.cats[group.first - 1] == "rel" and shape.tokens[group.first - 1].lower_ == "qui":
        return group.first - 1, group.first
    described = _after_description(shape, group)
    if described is not None:
        return described
    apart = _before_apposition(shape, group)
    if apart is not None:
        return apart
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
    if "sub" in shape.cats[head.i : group.first]:
        return _nearest_phrase(shape, group)  # « Un défi, puisque la station a une masse de… »
    if not any(
        shape.cats[i] in ("comma", "stop", "sub", "mark", "verb", "open", "rel") for i in range(head.i, group.first)
    ):
        return first, group.first
    return first, max(head.i + 1, min(phrase_stop(shape, head.i), group.first))


def _after_description(shape: Shape, group: VerbGroup) -> tuple[int, int] | None:
    """« Premier producteur de la région, avec 40 % de l'offre, la Lorraine | a récolté… »: what opens a sentence with
    no article of its own describes the phrase that has one."""
    head = subject_head(shape, group)
    if head is None or "comma" not in shape.cats[: group.first] or any(g.stop <= group.first for g in shape.groups):
        return None
    first = shape.cats.index("comma")
    if not describes(shape) or head.i > first or not 1 < first < group.first or "noun" not in shape.cats[:first]:
        return None
    opens = next(
        (
            i + 1
            for i in range(first, group.first - 1)
            if shape.cats[i] == "comma"
            and (shape.tokens[i + 1].lower_ in ("le", "la", "l'", "les") or shape.tokens[i + 1].text[:1].isupper())
        ),
        None,
    )
    if opens is None or "num" in shape.cats[opens : group.first]:
        return None
    end = next((i for i in range(opens, group.first) if shape.cats[i] in ("comma", "open")), group.first)
    return opens, end


def describes(shape: Shape) -> bool:
    """Whether a sentence opens with what only describes somebody: « Premier producteur du canton », « Leader du
    marché »."""
    word = shape.tokens[0].lower_
    return word in words("bare_descriptions") or (
        shape.cats[0] == "adj" and len(shape.cats) > 1 and shape.cats[1] == "noun"
    )


def _before_apposition(shape: Shape, group: VerbGroup) -> tuple[int, int] | None:
    """« [En mai,] un incendie à Vaugris, une commune de Moselle, | a fait… »: the phrase before what is set apart."""
    end = group.first - 1
    if end < 3 or shape.cats[end] != "comma":
        return None
    start = next((i for i in range(end - 1, 0, -1) if shape.cats[i] == "comma"), None)
    if start is None or shape.cats[start + 1] not in ("det", "adj", "noun", "part", "adp"):
        return None
    if any(cat in ("verb", "rel", "sub", "stop", "and") for cat in shape.cats[start:end]):
        return None
    first = start
    while first > 0 and shape.cats[first - 1] in ("det", "noun", "name", "adj", "adp"):
        first -= 1
    inside = shape.cats[first:start]
    opens = first == 0 or shape.cats[first - 1] in ("comma", "stop", "sub")
    if not opens or not inside or inside[0] not in ("det", "name") or not {"noun", "name"} & set(inside):
        return None
    return first, start


def _nearest_phrase(shape: Shape, group: VerbGroup) -> tuple[int, int] | None:
    """The noun phrase that fills the clause up to the verb, where the parse sees no subject: « Les cas graves | sont…
    ».
    """
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
    """Whether a verb that is no relative clause's stands between a noun and the verb it is called the subject of."""
    for other in shape.groups:
        if head < other.first < group.first:
            before = shape.cats[max(head, other.first - 4) : other.first]
            if "rel" not in before:
                return True
    return False


def _coordinated_with(shape: Shape, group: VerbGroup) -> VerbGroup | None:
    """The verb before « et » that shares its subject: « Elle a marqué… et a servi… »."""
    i = group.first - 1
    if i < 0 or shape.cats[i] not in ("and", "comma"):
        return None
    earlier = [g for g in shape.groups if g.stop <= i and g.number == group.number]
    if not earlier or "stop" in shape.cats[earlier[-1].stop : i]:
        return None
    return earlier[-1]


def antecedent(shape: Shape, group: VerbGroup, relative: int) -> int | None:
    """The noun a relative pronoun stands for: « la chute de pierres qui a tué… » is the fall, not the stones."""
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


def antecedent_text(shape: Shape, i: int, relative: int) -> str:
    """A noun before a relative pronoun with its adjectives."""
    first = i
    while first > 0 and shape.cats[first - 1] == "adj":
        first -= 1
    return LEADING.sub("", shape.text(first, relative))
