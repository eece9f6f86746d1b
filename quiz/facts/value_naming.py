"""What a quantity measures and of whom, from the construction it stands in: entity, attribute, and how sure.

Tries the constructions from the surest to the least sure. Refuses to know questions.
"""

from __future__ import annotations

import re

from quiz.facts.clauses import Shape
from quiz.facts.lexicon import bag
from quiz.facts.measures import Measure
from quiz.facts.value_context import LEADING, Context, Named, bare_phrase
from quiz.facts.value_subjects import subject_text
from quiz.facts.value_words import words


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
    if m.group is None:
        return Named("", context.standing(""), _around(m), 0.5)
    subject, span, _, sure = subject_text(m, m.group, context)
    by_name = sure and span is not None and m.place == "object" and "name" in m.shape.cats[slice(*span)]
    return Named("", context.standing(subject), _around(m), 0.75 if by_name else 0.5)


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
    """« Gazouillis, valorisé à 2 milliards », « une étoile située à 40 années-lumière », « longue de 5
    km ».
    """
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
    subject = subject_text(m, main, context)[0] if main is not None and j < 1 else ""
    return Named("hosted", context.standing(subject), label.strip(), 0.6) if subject else None


def _clause_stop(shape: Shape, i: int) -> int:
    """Where the clause around token `i` ends."""
    while i < len(shape.tokens) and shape.cats[i] not in ("comma", "stop", "sub"):
        i += 1
    return i


_KIN = bag("adolescent adolescente bébé enfant femme fille fils frère garçon homme mère nièce neveu père sœur")


def _somebody_else(m: Measure, after: int) -> int | None:
    """« Luc Roy aurait eu un enfant, aujourd'hui âgé d'une dizaine d'années »: the noun behind the name whose age it
    is, where it has a determiner of its own and does not say again who the named one is."""
    shape = m.shape
    for i in range(m.first - 1, 0, -1):
        if shape.sentence.at(shape.tokens[i]) < after:
            return None
        if shape.tokens[i].lower_ in _KIN and shape.tokens[i - 1].lower_ in ("un", "une", "son", "sa", "leur"):
            return i if i < 2 or shape.cats[i - 2] != "comma" else None
    return None


def _age(m: Measure, context: Context) -> Named | None:
    """« Ada Morin, 41 ans, », « âgée de 81 ans », « à l'âge de dix ans »."""
    if m.quantity.dimension != "age":
        return None
    start = m.shape.sentence.start
    people = [
        x
        for x in context.reading.entities.within(start, m.quantity.span.start)
        if x.entity.kind in ("person", "other", "place")
    ]
    if people and (other := _somebody_else(m, people[-1].end)) is None:
        return Named("age", people[-1].entity.name, "âge", 0.85)
    if people and other is not None:
        return Named("age", context.standing(bare_phrase(m.shape, other, m)), "âge", 0.6)
    if m.group is not None:
        subject, span, resolved, sure = subject_text(m, m.group, context)
        return Named("age", context.standing(subject), "âge", 0.7 if sure else 0.5, {}, span, resolved)
    noun = next((i for i in range(m.first - 1, -1, -1) if m.shape.cats[i] in ("noun", "name")), None)
    return Named("age", context.standing(bare_phrase(m.shape, noun, m) if noun is not None else ""), "âge", 0.5)


_FOR_WHOM = re.compile(
    r"\s?(?:pour|chez|en|au|à|aux|dans)\s(?:la |le |les |l['’])?(?P<who>[A-ZÀ-Þ][\w'’.-]*(?:\s[A-ZÀ-Þ][\w'’.-]*)*)"
)


def _compared(m: Measure, context: Context) -> Named | None:
    """« contre 23 % pour Metz et 16,5 % pour Lens »: the name after the number, the statement before it."""
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
    subject = context.population or (subject_text(m, group, context)[0] if group is not None else "")
    return Named("compared", found["who"].rstrip("."), f"{subject} {statement}"[:100], 0.75)


def _bracket(m: Measure, context: Context) -> Named | None:
    """« le temps passé à table (40 minutes) », « près de la moitié des firmes (47 %) envisagent… »."""
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
    phrase = LEADING.sub("", m.shape.text(top, i + 1))
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
    """« 44 % des firmes l'utilisent », « 39 % s'en servent » (the population said before), « un sur trois… »."""
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
        subject_text(m, m.group, context) if m.group is not None else ("", None, None, False)
    )
    rest = m.shape.text(m.stop, _clause_stop(m.shape, m.stop))
    label = rest if rest.startswith(("rang", "place", "position")) else f"rang {rest}".strip()
    return Named("rank", context.standing(subject), label, 0.75 if sure else 0.5, {}, span, resolved)


def _change(m: Measure, context: Context) -> Named | None:
    """« a augmenté de 3 % », « une hausse de 59,5 % », « passe de 10 à 15 % »."""
    if m.group is None or m.preposition not in ("de", "d'", "à", "") or m.governor is not None:
        return None
    if not m.group.lemma.startswith(tuple(words("change_verbs"))):
        return None
    subject, span, resolved, sure = subject_text(m, m.group, context)
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
    """« un budget de 3 millions », « une masse de 8 tonnes », « des films à 3 millions de dollars »."""
    if m.holder is None or (m.noun is not None and m.quantity.dimension == "count" and m.preposition == "à"):
        return None
    top = m.holder
    while top > 1 and m.shape.tokens[top - 1].lower_ in ("de", "d'") and m.shape.cats[top - 2] in ("noun", "adj"):
        top -= 2
    label = bare_phrase(m.shape, top, m)
    subject, span, resolved, sure = (
        subject_text(m, m.group, context) if m.group is not None else ("", None, None, False)
    )
    if not subject:
        first = next((x for x in context.reading.entities.within(m.shape.sentence.start, m.shape.sentence.end)), None)
        subject = first.entity.name if first is not None else ""
    return Named("noun-of", context.standing(subject or label), label, 0.75 if sure else 0.6, {}, span, resolved)


def _object(m: Measure, context: Context) -> Named | None:
    """« Morin a marqué 40 buts », « le plan vise 600 crèches »."""
    if m.noun is None or m.quantity.dimension not in ("count", "share") or m.group is None:
        return None
    what = bare_phrase(m.shape, m.noun)
    if m.quantity.dimension == "count":
        context.counted = what
    subject, span, resolved, sure = subject_text(m, m.group, context)
    label = f"part des {what}" if m.quantity.dimension == "share" else _number_of(what)
    return Named("count-object", context.standing(subject), label, 0.75 if sure else 0.55, {}, span, resolved)


def _listed(m: Measure, context: Context) -> Named | None:
    """A count without a verb of its own: « 3 morts et 12 blessés », « soit 30 jours », a line of a list."""
    if m.noun is None:
        return None
    what = bare_phrase(m.shape, m.noun)
    return Named("listed", context.standing(what), _number_of(what), 0.55)


def _number_of(what: str) -> str:
    """« nombre de buts », « nombre d'arrêts »."""
    vowel = re.match(r"[aeiouàâäéèêëîïôöûüœæ]", what.lower()) and not what.lower().startswith(
        ("onz", "oui", "ouistiti")
    )
    mute = re.match(r"(?:habit|heure|homme|hôte|hôpit|hect|histoire|herb|hiver|huître|humain)", what.lower())
    return f"nombre d'{what}" if vowel or mute else f"nombre de {what}"
