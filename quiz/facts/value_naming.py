"""What a quantity measures and of whom, from the construction it stands in: entity, attribute, and how sure.

Tries the constructions from the surest to the least sure; None where the article supports no subject. Labels are noun
phrases of the article with all that is needed to know what is counted. Refuses to know questions.
"""

from __future__ import annotations

import re
from dataclasses import replace

from quiz.facts.clause_pieces import CutInside
from quiz.facts.clauses import VerbGroup
from quiz.facts.lexicon import bag
from quiz.facts.measures import Measure
from quiz.facts.names import person_noun
from quiz.facts.value_adverbials import alongside, every, fragment, fronted, since
from quiz.facts.value_context import Context, Named, bare_phrase
from quiz.facts.value_cores import core_stop
from quiz.facts.value_dimensions import measuring
from quiz.facts.value_holders import attached, beside, held, hosted, measure_noun
from quiz.facts.value_owners import owner, subject_of
from quiz.facts.value_phrases import bare, clause_tokens, done_by, joined, noun_tokens, number_of, phrase_before, said
from quiz.facts.value_portions import count_subject, of_them, predicate, share_subject, they_are
from quiz.facts.value_predicates import agreed, change, counted_object, measured_by, passing, to_do, with_complement
from quiz.facts.value_series import restating, series
from quiz.facts.value_standing import died_at
from quiz.facts.value_words import words


def name_measure(m: Measure, context: Context) -> Named | None:
    """The reading of a quantity, None where nothing says what it measures. Tries the constructions from the surest to
    the least sure."""
    m = _only(m)
    if m.quantity.dimension == "rank":
        return _rank(m, context)
    for construction in (
        _age, _line, _bracket, share_subject, they_are, count_subject, restating, passing, series, change, held, hosted,
        _apposed, since, counted_object, measured_by, _shared_out, fragment, fronted, every, attached, alongside, to_do,
        _listed,
    ):  # fmt: skip
        try:
            named = construction(m, context)
        except CutInside:
            continue  # « pensent que les soudeurs, les monteurs »
        if named is not None:
            return replace(named, entity=_closed(named.entity), attribute=_CUT_SHORT.sub("", _closed(named.attribute)))
    return None


def _only(m: Measure) -> Measure:
    """« ce signal ne dure | qu'une vingtaine de minutes »: no more than that, of the same verb."""
    if m.group is not None or m.before(1) not in ("que", "qu'"):
        return m
    group = next((g for g in reversed(m.shape.groups) if g.stop <= m.first - 1), None)
    near = group is not None and group.negated and m.first - group.stop <= 3
    return replace(m, group=group, place="object") if near else m


def _closed(label: str) -> str:
    """A label without half of a pair of brackets."""
    return label if label.count("(") == label.count(")") else " ".join(re.sub(r"[()]", " ", label).split())


_CUT_SHORT = re.compile(r" (?:de|à|et|en|d'|par|entre) \d{1,2}$")
"""« nombre d'enfants de 3 | et 5 ans »: a label that would end within another figure."""


def _line(m: Measure, context: Context) -> Named | None:
    """« * 85 000 $ - Embaucher des compositeurs », « Population : 3 000 habitants »: a figure and what it stands for,
    on a line of its own."""
    sentence = m.shape.sentence
    if m.group is not None or (m.shape.groups and sentence.kind != "list"):
        return None
    before = sentence.text[: m.quantity.outer[0] - sentence.start].strip(" *•-–—\t")
    after = sentence.text[m.quantity.outer[1] - sentence.start :]
    word, _ = measuring(m)
    found = re.match(r"\s?[-–—:]\s+(?P<what>\S.{3,})", after, re.DOTALL)
    if not before and found is not None:
        what = found["what"].strip(" .;")
        return Named(
            "line", context.standing(what[:90]), "montant" if m.quantity.dimension == "money" else "valeur", 0.55
        )
    headed = re.fullmatch(r"(?P<what>[^:;.()\d«»]{3,60}?)(?: \([^()]*\))? ?[:–—-]", before)
    if headed is None:
        return None
    what = bare(" ".join(headed["what"].split()))
    if m.noun is not None:
        return Named("line", what, number_of(said(m.shape, noun_tokens(m.shape, m.noun))), 0.6)
    return Named("line", context.standing(""), what, 0.6) if what[:1].islower() else Named("line", what, word, 0.55)


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


def _aged_noun(m: Measure) -> int | None:
    """The last token of the common noun whose age it is: « un homme âgé d'une cinquantaine d'années », « son fils de 15
    ans », « un enfant, aujourd'hui âgé de dix ans »."""
    shape = m.shape
    held = m.holder if m.preposition in ("de", "d'") else None
    if (
        held is not None
        and person_noun(shape.tokens[held].text) is not None
        and shape.tokens[m.first - 2].lower_[:3] != "âgé"
    ):
        beside_name = held > 2 and shape.cats[held - 2] == "comma" and shape.tokens[held - 3].text[:1].isupper()
        return None if beside_name else m.first - 2
    at = next((i for i in range(m.first - 1, max(-1, m.first - 4), -1) if shape.tokens[i].lower_[:3] == "âgé"), None)
    if at is None or at < 2:
        return None
    last = at - 1
    while last > 0 and (shape.cats[last] == "comma" or shape.tokens[last].lower_ in ("aujourd'hui", "alors")):
        last -= 1
    if last != at - 1:
        kin = shape.tokens[last].lower_ in _KIN and shape.tokens[last - 1].lower_ in ("un", "une", "son", "sa", "leur")
        return last if kin else None
    if shape.cats[last] not in ("noun", "adj", "name"):
        return None
    head = last if shape.cats[last] == "noun" else last - 1
    return last if shape.cats[head] == "noun" and person_noun(shape.tokens[head].text) is not None else None


def _aged_name(m: Measure, context: Context) -> Named | None:
    """« Les causes du décès de Kim Morin, 45 ans, sont connues »: years set between commas after a name."""
    shape = m.shape
    if m.quantity.unit != "year" or not 0 < m.first - 1 < m.stop < len(shape.cats) or m.quantity.high > 110:
        return None
    if shape.cats[m.first - 1] != "comma" or shape.cats[m.stop] not in ("comma", "close", "stop"):
        return None
    entity = context.reading.entities.at(*shape.sentence.span([shape.tokens[m.first - 2]]))
    named = entity is not None and entity.kind in ("person", "other") and " " in entity.name
    return Named("age", entity.name, "âge", 0.65) if named and entity is not None else None


def _age(m: Measure, context: Context) -> Named | None:
    """« Ada Morin, 41 ans, », « âgée de 81 ans », « à l'âge de dix ans »."""
    if m.quantity.dimension != "age" and not died_at(m):
        return _aged_name(m, context)
    start = m.shape.sentence.start
    people = [
        x
        for x in context.reading.entities.within(start, m.quantity.span.start)
        if x.entity.kind in ("person", "other", "place")
    ]
    people = [x for x in people if not x.depends] or people
    people = [x for x in people if x.entity.kind == "person"] or [x for x in people if x.entity.kind != "place"]
    aged = _aged_noun(m)
    if aged is not None:
        whose = beside(m, context) or bare(said(m.shape, phrase_before(m.shape, aged, near=True)))
        return Named("age", context.standing(whose), "âge", 0.65)
    if people and (other := _somebody_else(m, people[-1].end)) is None:
        return Named("age", people[-1].entity.name, "âge", 0.85)
    if people and other is not None:
        return Named("age", context.standing(bare_phrase(m.shape, other, m)), "âge", 0.6)
    if m.group is not None:
        subject, span, resolved, sure = subject_of(m, m.group, context)
        if not subject:
            return None
        return Named("age", context.standing(subject), "âge", 0.7 if sure else 0.5, {}, span, resolved)
    opening = next((g for g in m.shape.groups if g.first > m.stop), None)
    if m.first <= 2 and opening is not None and not opening.inverted:  # « Âgée de 41 ans, elle était mariée »
        subject = subject_of(m, opening, context)[0]
        return Named("age", context.standing(subject), "âge", 0.6) if subject else None
    noun = next((i for i in range(m.first - 1, -1, -1) if m.shape.cats[i] in ("noun", "name")), None)
    if noun is not None and m.shape.tokens[noun].lower_ != "âge":
        return Named("age", context.standing(bare_phrase(m.shape, noun, m)), "âge", 0.5)
    after = context.reading.entities.within(m.quantity.outer[1], m.shape.sentence.end)
    named = next((x.entity.name for x in after if x.entity.kind == "person"), None)
    return Named("age", named, "âge", 0.5) if named is not None else None


_FRACTION = re.compile(r"^(?:.*?(?:moitié|tiers|quarts?|majorité|partie)\s)?(?:des|de|du|d['’])\s?")


def _bracket(m: Measure, context: Context) -> Named | None:
    """« le temps passé à table (40 minutes) », « près de la moitié des firmes (47 %) envisagent… »."""
    shape = m.shape
    opening = m.first - 1 if m.first and shape.cats[m.first - 1] != "mark" else m.first - 2
    if m.place != "bracket" and (opening < 0 or shape.cats[opening] != "open"):
        return None
    i = opening - 1
    while i >= 0 and shape.cats[i] not in ("noun", "name"):
        i -= 1
    if i < 0:
        return None
    closing = next((k for k in range(m.stop, len(shape.cats)) if shape.cats[k] == "close"), m.stop)
    group = shape.group_of(closing + 1) if closing + 1 < len(shape.cats) else None
    near = range(i + 1, m.first - 1)
    tokens = phrase_before(shape, i)
    if all(shape.cats[k] in ("adj", "num", "noun", "name", "adp") for k in near):
        tokens = [*tokens, *near]  # « l'espoir numéro un en 2019 (39 %) »
    phrase = bare(said(shape, tokens))
    fraction = any(shape.tokens[k].lower_ in _FRACTIONS for k in range(max(0, tokens[0] - 6), i))
    if m.quantity.dimension == "share" and group is not None and (fraction or m.quantity.unit == "ratio"):
        link = next((k for k in range(i, -1, -1) if shape.tokens[k].lower_ in ("des", "du", "d'", "de")), tokens[0])
        far = next((k for k in range(i, -1, -1) if shape.tokens[k].lower_ in ("des", "du")), link)
        population = _FRACTION.sub("", bare(said(shape, range(far, m.first - 1))))
        context.population = population
        statement = said(shape, [*range(group.first, group.stop), *clause_tokens(shape, group.stop)])
        return Named("bracket-share", context.standing(population), f"part {of_them(population)} qui {statement}", 0.85)
    name = context.reading.entities.name_at(shape.sentence.at(shape.tokens[i]), shape.sentence.end_of(shape.tokens[i]))
    if m.noun is not None and shape.tokens[m.noun].lower_ in ("point", "points"):
        whose = owner(m, tokens, context)
        label = "évolution" if not whose or not phrase else f"évolution ({phrase})"
        return Named("bracket", context.standing(whose or phrase), label, 0.7)
    if m.noun is None and m.quantity.dimension == "count":
        sentence = shape.sentence
        if re.search(r"[+-]\s?$", sentence.text[: m.quantity.outer[0] - sentence.start]) and phrase:
            return Named("bracket", context.standing(phrase), "évolution", 0.6)
        if phrase and measure_noun(shape.tokens[tokens[0] + (shape.cats[tokens[0]] == "det")].lower_):
            return Named("bracket", context.standing(phrase), phrase, 0.6)
        last = context.last  # « Paris compte 5 600 vols, suivi par Lyon (680) »
        if last is None or last[0].shape is not shape or last[0].quantity.dimension != "count" or not phrase:
            return None
        return Named("bracket", context.standing(phrase), last[1].base or last[1].attribute, 0.6)
    if m.noun is not None and m.quantity.dimension == "count":
        label = number_of(said(shape, noun_tokens(shape, m.noun)))
        return Named("bracket", context.standing(phrase or name or ""), label, 0.75)
    if not phrase or m.quantity.unit == "ratio":
        return None
    head = next((k for k in tokens if shape.cats[k] in ("noun", "name")), i)
    named = shape.cats[head] == "name" or name == phrase
    if m.quantity.dimension == "length" and name is not None:
        entity = context.reading.entities.lookup(name)
        place = (entity is not None and entity.kind == "place") or shape.tokens[head].lower_ in _HEIGHTS
        high = place and m.quantity.unit == "meter" and m.quantity.high < 9000
        if measure_noun(shape.tokens[head].lower_):
            return Named("bracket", context.standing(phrase), phrase, 0.7)
        return Named("bracket", name if len(phrase.split()) < 4 else phrase, "altitude" if high else "longueur", 0.6)
    label = measuring(m)[0] if named or m.quantity.dimension == "change" else phrase
    label = phrase if shape.tokens[head].lower_ in words("measure_nouns") else label
    whose = (
        owner(m, tokens, context)
        if label == phrase and (shape.tokens[tokens[0]].lower_ not in ("le", "la", "l'") or " " not in phrase)
        else ""
    )
    return Named("bracket", context.standing(whose or phrase), label, 0.75)


_HEIGHTS = bag("mont col pic sommet puy aiguille refuge lac volcan station montagne dent")
_FRACTIONS = bag("moitié tiers quart quarts majorité partie part")


def _rank(m: Measure, context: Context) -> Named | None:
    """« a terminé troisième au Ballon d'Or », « prend la deuxième place du classement »."""
    shape = m.shape
    subject, span, resolved, sure = subject_of(m, m.group, context) if m.group is not None else ("", None, None, False)
    placed = m.stop < len(shape.tokens) and shape.tokens[m.stop].lower_ in ("rang", "place", "position", "marche")
    subject = subject or (_placed_person(m, context) if placed else "")
    if not subject:
        return None
    if not placed and m.stop < len(shape.cats) and shape.cats[m.stop] == "verb":
        return None  # « la troisième est remportée par… »
    after = clause_tokens(shape, m.stop)
    if after and shape.cats[after[0]] == "and":
        after = []  # « en troisième et quatrième positions »
    naming = not placed and bool(after) and shape.cats[after[0]] in ("noun", "adj", "name", "adv")
    if naming and (m.group is None or m.group.lemma not in _BECOMING):
        return None  # « la première puissance européenne prônait… »
    label = (
        said(shape, _place(m))
        if placed
        else f"rang ({said(shape, after)})"
        if naming
        else joined("rang", said(shape, after))
    )
    return Named("rank", context.standing(subject), label or "rang", 0.75 if sure else 0.5, {}, span, resolved)


def _place(m: Measure) -> list[int]:
    """« la seconde *place du podium* | en 10 h 56 », with what ranking it is in, up to another figure."""
    shape = m.shape
    tokens = [i for i in noun_tokens(shape, m.stop) if i >= m.stop]
    cut = next((n for n, i in enumerate(tokens) if n and shape.cats[i] == "num" and shape.cats[i - 1] == "adp"), None)
    return (
        tokens[: cut - 1] if cut is not None and not shape.tokens[tokens[cut]].text.startswith(("19", "20")) else tokens
    )


def _placed_person(m: Measure, context: Context) -> str:
    """« La troisième place revient à Ada Morin »: the only person the sentence names, where it has no other subject."""
    sentence = m.shape.sentence
    named = context.reading.entities.within(sentence.start, sentence.end)
    falls = any(g.lemma == "revenir" for g in m.shape.groups)
    if falls:
        after = [x for x in named if x.start > m.quantity.span.end and not x.depends]
        return after[0].entity.name if after else ""
    near = [x for x in named if x.start < m.quantity.span.start]
    people = {x.entity.name for x in near if x.start >= sentence.start and x.entity.kind == "person"}
    return people.pop() if len(people) == 1 else ""


_BECOMING = bag("être devenir rester demeurer constituer représenter terminer finir arriver classer pointer figurer")


def _apposed(m: Measure, context: Context) -> Named | None:
    """« le taux de renouvellement, autour de 2,1 enfants », « un repli des ventes, de l'ordre de 3 % »: what is
    measured stands before a comma."""
    shape = m.shape
    if m.first < 3 or m.place == "subject" or m.quantity.role or m.preposition:
        return None
    last = m.first - 2 if shape.cats[m.first - 1] == "comma" else m.first - 1
    if shape.cats[last] not in ("noun", "name", "adj") or (last == m.first - 1 and not m.quantity.hedge):
        return None
    tokens = phrase_before(shape, last)
    phrase = bare(said(shape, tokens))
    if not any(measure_noun(shape.tokens[i].lower_) for i in tokens[:3]):
        return None
    return Named("apposed", context.standing(phrase), phrase, 0.6)


_FOR = re.compile(r"\s(?:pour|à|chez) (?:le |la |l['’]|les )?(?P<who>[A-ZÀ-Þ][\w'’.-]*(?: [A-ZÀ-Þ][\w'’.-]*)*)")


def _shared_out(m: Measure, context: Context) -> Named | None:
    """« Les résultats se répartissent comme suit : 15 % pour la Ligue, 10 % pour l'Union »: whose part of what the line
    opens with."""
    shape, sentence = m.shape, m.shape.sentence
    found = _FOR.match(sentence.text, m.quantity.outer[1] - sentence.start)
    colon = next((i for i in range(m.first - 1, -1, -1) if shape.tokens[i].text == ":"), None)
    group = next((g for g in shape.groups if colon is not None and g.stop <= colon), None)
    if found is None or group is None or m.noun is not None or m.quantity.dimension not in ("share", "count", "money"):
        return None
    subject, span, _, _ = subject_of(m, group, context)
    return Named("compared", found["who"], subject, 0.65, base=subject) if subject and span is not None else None


def _shared_verb(m: Measure) -> VerbGroup | None:
    """« 259 Lensois, 40 Messins et un Lorrain *ont perdu la vie* »: the verb of a list of counts, for each of them."""
    shape = m.shape
    group = next((g for g in shape.groups if g.first >= m.phrase_stop), None)
    if group is None or group.number != "p" or group.inverted or m.preposition or m.noun is None:
        return None
    between = shape.cats[m.phrase_stop : group.first]
    plain = {"comma", "and", "num", "det", "noun", "name", "adj", "open", "close", "adp", "adv"}
    opens = m.first == 0 or shape.cats[m.first - 1] in ("comma", "and", "stop")
    counted = "num" in between or "and" in between or shape.cats[m.first - 1] == "and"
    return group if opens and counted and len(between) < 30 and not set(between) - plain else None


def _listed(m: Measure, context: Context) -> Named | None:
    """A count without a verb of its own: « 3 morts et 12 blessés », a line of a list."""
    if m.noun is None and m.quantity.dimension in ("mass", "volume", "money", "area"):
        word, stop = with_complement(m, measuring(m)[0])  # « 71 grammes de poudre, explosif puissant, ont été… »
        what = said(m.shape, range(m.stop + 1, stop)) if stop > m.stop else ""
        return Named("listed", context.standing(what), word, 0.5) if what else None
    if m.noun is None or m.quantity.dimension not in ("count", "share"):
        return None
    what = said(m.shape, noun_tokens(m.shape, m.noun))
    if m.quantity.dimension == "share":
        tokens = noun_tokens(m.shape, m.noun)
        label = f"part {said(m.shape, [*range(m.stop, m.noun), *tokens])}"
        if m.preposition == "pour" and m.first == 1 and tokens[-1] + 1 < len(m.shape.cats):
            label = joined(label, f"pour qui {said(m.shape, clause_tokens(m.shape, tokens[-1] + 2))}")
        return Named("listed", context.standing(bare(what)), label, 0.55)
    label, entity = number_of(bare(what)), bare(what)
    shared = _shared_verb(m)
    if shared is not None:
        return Named("listed", context.standing(entity), f"{label} qui {predicate(m, shared)}", 0.65)
    i = m.first - 1
    if i > 0 and m.shape.cats[i] == "ger":
        group = next((g for g in reversed(m.shape.groups) if g.stop <= i), None)
        entity = subject_of(m, group, context)[0] if group is not None else ""
        entity = entity or bare(said(m.shape, phrase_before(m.shape, i - 1)))
        stop = core_stop(m.shape, m.noun)
        told = agreed(done_by(m.shape.tokens[i].lower_), m.shape, m.noun)
        rest = said(m.shape, clause_tokens(m.shape, stop))
        label = joined(number_of(bare(said(m.shape, range(m.noun, stop)))), told, rest)
    return Named("listed", context.standing(entity), label, 0.55)
