"""Why a quantity is no fact worth keeping: each filter is a named reason, tried in order.

A filter sees the quantity in its sentence and answers yes or no; it never decides what the quantity measures.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from quiz.facts.measures import Measure
from quiz.facts.names import person_noun
from quiz.facts.quantities import find_quantities
from quiz.facts.reading import Reading
from quiz.facts.value_words import words

Filter = Callable[[Measure, Reading], bool]


def _text_before(m: Measure, width: int = 40) -> str:
    flat, sentence = m.shape.sentence, m.shape.sentence
    end = m.quantity.outer[0] - sentence.start
    return flat.text[max(0, end - width) : end].lower().replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ")


def _text_after(m: Measure, width: int = 40) -> str:
    sentence = m.shape.sentence
    end = m.quantity.outer[1] - sentence.start
    text = sentence.text[end : end + width].lower()
    return text.replace("’", "'").replace("\u00a0", " ").replace("\u202f", " ")


def label(m: Measure, _: Reading) -> bool:
    """A number that only names: « article 49 », « Apollo 11 », a telephone number."""
    if _text_before(m, 12).endswith("mouvement ") and _text_after(m, 8).startswith(" étoile"):
        return True  # a party's name
    if re.search(r"\d-$", _text_before(m, 4)) or m.quantity.text.endswith("-"):
        return True  # « l'article 49-3 »
    return m.quantity.role == "label" and not re.search(
        r"\b(?:maillot|dossard|chambre)\s(?:numéro|n°|n)?\s?$", _text_before(m)
    )


def denomination(m: Measure, _: Reading) -> bool:
    """« le billet de 500 euros »: the name of a banknote."""
    if m.quantity.dimension != "money" or m.holder is None:
        return False
    return m.shape.tokens[m.holder].lower_ in words("denominations")


def calendar(m: Measure, _: Reading) -> bool:
    """A date or a time of day: when, not how much."""
    return m.quantity.dimension in ("date", "time")


def vague(m: Measure, _: Reading) -> bool:
    """« des milliers de gens », « plusieurs dizaines »: nobody can be asked."""
    before = _text_before(m, 14)
    return m.quantity.vague or (not m.quantity.digits and bool(re.search(r"\b(?:des|plusieurs|quelques)\s$", before)))


def furniture(m: Measure, _: Reading) -> bool:
    """Licence notes, cookies, page numbers, addresses, photo credits."""
    return bool(_BOILERPLATE.search(m.shape.sentence.text.lower()))


_BOILERPLATE = re.compile(  # looked for in small letters: a pattern that minds no capitals takes five times as long
    r"(?:licence|creative commons|©|copyright|tous droits réservés|newsletter|abonnez|cliquez|https?://|www\."
    r"|lire aussi|voir aussi|téléphone ?:|crédits? photo|photo ?:|mise? à jour le|publié le)"
    r"|\b(?:cookies?\b|tél\.|isbn\b|nda\b|ndlr\b)"
)


def question(m: Measure, _: Reading) -> bool:
    """A sentence that asks states nothing."""
    return m.shape.sentence.text.rstrip(' »”"\u00a0\u202f').endswith("?")


_HYPOTHESIS = re.compile(
    r"(?:^|[,;:] ?)(?:même |sauf )?(?:si\b|s['’](?=ils?\b))|\bs['’]il (?:fallait|faut)|\bimaginons"
    r"|\bsupposons|\badmettons"
    r"|\bà supposer\b|\bpar exemple, si\b",
    re.IGNORECASE,
)


def hypothesis(m: Measure, _: Reading) -> bool:
    """« S'il fallait payer 3 millions… »: nobody says so. « Si l'Est a voté, le Nord votera » states something."""
    wished = any(g.mood == "cond" or g.tense == "impf" for g in m.shape.groups)
    return wished and _HYPOTHESIS.search(m.shape.sentence.text) is not None


def modal_conditional(m: Measure, _: Reading) -> bool:
    """« il faudrait 3 millions », « cela pourrait coûter 2 % »: a possibility, not the reporter's hedge (« aurait
    coûté »).
    """
    group = m.group
    return (
        group is not None
        and group.mood == "cond"
        and group.lemma in ("pouvoir", "falloir", "aimer", "vouloir", "souhaiter")
    )


def relative_time(m: Measure, _: Reading) -> bool:
    """« il y a trois semaines », « un an plus tard », « les deux derniers mois »: when, not how long."""
    if m.quantity.dimension != "duration":
        return False
    before, after = _text_before(m, 44), _text_after(m, 30)
    if re.match(r"\s(?:plus tard|plus tôt)\b", after):
        return True
    if re.search(r"\bsoit\s(?:environ |approximativement )?$", before):
        return False
    if re.search(r"\bfois tou(?:s|tes) les\s$", before):
        return False
    if _RELATIVE_BEFORE.search(before):
        return True
    if re.search(r"\b(?:ces|les|aux|des|ses|leurs|premières?|premiers)\s(?:\w+\s)?$", before):
        return True
    return bool(_RELATIVE_AFTER.match(after))


_RELATIVE_BEFORE = re.compile(
    r"\b(?:il y a|y a|voici|voilà|d'ici(?: à)?|sous|au cours des|dans les|pendant les|durant les|lors des|ces"
    r"|depuis les|tous les|toutes les"
    r"|à l'époque, il y a|après)\s(?:seulement |environ |à peine |près de |plus de |quelque )?$"
)
_RELATIVE_AFTER = re.compile(
    r"\s(?:prochaine?s?|dernière?s?|derniers|passée?s?|précédente?s?|suivante?s?|plus tard|plus tôt|auparavant"
    r"|après\b|avant\b|d'affilée|de (?:janv|févr|mars|avril|mai|juin|juil|août|sept|octo|nove|déce)\w*"
    r"|seulement (?:après|avant)|jour pour jour)"
)


def relative_days(m: Measure, _: Reading) -> bool:
    """« depuis trois ans », « dans deux semaines » with another statement in the clause: a frame of time."""
    if m.quantity.dimension != "duration" or m.preposition not in ("depuis", "dans", "après", "sous", "avant"):
        return False
    return m.preposition in ("dans", "après", "avant", "sous") or (m.quantity.low < 3 and not m.quantity.digits)


def period(m: Measure, _: Reading) -> bool:
    """« les 20 dernières années », « ses dix premiers mois »."""
    return m.quantity.dimension == "count" and bool(
        re.match(
            r"\s(?:derni|prochain|premi)\w+\s(?:ans|années|mois|jours|semaines|heures|minutes|décennies|siècles)",
            _text_after(m),
        )
    )


def restated(m: Measure, _: Reading) -> bool:
    """« près de la moitié (47 %) »: the exact figure follows in brackets."""
    return m.quantity.unit == "fraction" and bool(re.match(r"[^.;()]{0,60}\(\s?\d+(?:,\d+)?\s?%", _text_after(m, 80)))


def age_range(m: Measure, _: Reading) -> bool:
    """« les 25-34 ans », « âgés de 18 à 24 »: who they are, not how many."""
    if m.quantity.dimension not in ("age", "duration", "count"):
        return False
    held = m.shape.tokens[m.holder].lower_ if m.holder is not None else ""
    bounded = m.quantity.unit == "year" and m.quantity.bound not in ("exact", "about")
    if bounded and held.endswith("s") and (person_noun(held) is not None or held in ("jeunes", "mineurs", "adultes")):
        return True  # « ouverte aux patineurs de plus de 13 ans »
    aged = bool(re.search(r"\bâgée?s? (?:de |d'|entre )?$", _text_before(m)))
    year = m.quantity.unit == "year"
    if m.quantity.bound == "range" and m.quantity.high < 110:
        return aged or (year and bool(re.search(r"\b(?:les|des|aux|tranche|catégorie)\s(?:\w+\s)?$", _text_before(m))))
    return aged and m.quantity.hedge != "" and m.quantity.bound in ("more-than", "less-than", "at-least")


def anaphoric(m: Measure, _: Reading) -> bool:
    """« les deux pays », « ces 200 000 cas », « ses trois enfants »: said before, or plain."""
    if m.quantity.dimension not in ("count", "duration") or m.quantity.role:
        return False
    word = m.shape.tokens[m.first].lower_ if m.first < m.start else ""
    before = m.preposition
    if word in ("ces", "autres") or before in ("ces",):
        return True
    definite = word in ("les", "ses", "leurs", "nos", "vos", "mes") or before in ("des", "aux")
    return definite and m.quantity.high < (13 if before != "des" else 30)


def trivial(m: Measure, _: Reading) -> bool:
    """« deux raisons », « une autre fois »: a small count in words of something vague."""
    if m.quantity.dimension != "count" or m.quantity.digits or m.quantity.high > 4:
        return False
    noun = m.shape.tokens[m.noun].lower_ if m.noun is not None else ""
    return noun in words("vague_nouns")


def small_oblique(m: Measure, _: Reading) -> bool:
    """« en vente dans deux pays », « la sortie de deux disques »: one or two of something said in passing."""
    return m.quantity.dimension == "count" and m.quantity.high <= 2 and bool(m.preposition) and not m.quantity.role


def pace(m: Measure, reading: Reading) -> bool:
    """« une hausse de 3 % en un an »: the time another figure took."""
    if (
        m.quantity.dimension != "duration"
        or m.preposition not in ("en", "sur")
        or m.quantity.unit not in ("year", "month", "week", "day", "hour")
    ):
        return False
    others = find_quantities(reading.article.text, m.shape.sentence.start, m.shape.sentence.end, reading.article.id)
    counted = ("share", "change", "count", "money", "factor", "length", "mass", "rank")
    return any(q.dimension in counted and q.span.start != m.quantity.span.start and not q.role for q in others)


def unsupported(m: Measure, _: Reading) -> bool:
    """A count of nothing that can be seen, without a scale, a hedge or a series to say what."""
    if m.quantity.dimension != "count" or m.noun is not None or m.quantity.role:
        return False
    big = (m.quantity.high >= 1000 and " " in m.quantity.text) or bool(re.search(r"milli|aine", m.quantity.text))
    return not (big or m.quantity.bound not in ("exact",) or m.place == "subject")


def rank_of_nothing(m: Measure, _: Reading) -> bool:
    """« la première fois », « troisième étape »: an order, unless a place in a ranking is said."""
    if m.quantity.dimension != "rank":
        return False
    around = _text_before(m, 40).rstrip() + " # " + _text_after(m, 30).lstrip()
    if re.search(
        r"# (?:ministre|fois|lieu|guerre|secrétaire|dame|temps|abord|étape|tour|mi-temps|édition|siècle"
        r"|arrondissement)",
        around,
    ):
        return True
    return not (
        re.search(r"# (?:place|rang|position|marche)\b|\b(?:rang|position|place)\b.{0,8}#", around)
        or re.search(r"\b(?:termin|fini|class|arriv|pointe|qualifi)\w*\s(?:\w+\s){0,2}#", around)
        or re.search(
            r"#[^.;]{0,40}\b(?:mondial|européen|au classement|du classement"
            r"|plus (?:grand|gros|importante?|haute?|riche))",
            around,
        )
    )


def repetition(m: Measure, _: Reading) -> bool:
    """« deux fois », « cent fois » without a measure to multiply: how often, or a way of speaking."""
    if m.quantity.dimension != "factor":
        return False
    compared = re.match(
        r"\s(?:plus|moins|supérieur|celle|celui|cette|ce |son |sa |leur|la |le |l'|sup|par\s|tou)|$|\s?[.,]",
        _text_after(m),
    )
    spoken = not m.quantity.digits and m.quantity.high in (100, 1000) and not m.quantity.hedge
    return spoken or (not compared and (m.quantity.high <= 4 or not m.quantity.digits))


def one_day(m: Measure, _: Reading) -> bool:
    """« si l'on verra un jour… », « une nuit »: some day, not a span."""
    if m.quantity.dimension != "duration" or m.quantity.digits or m.quantity.high != 1 or m.quantity.hedge:
        return False
    return not m.preposition and not (
        m.group is not None and m.group.lemma in ("durer", "prendre", "falloir", "demander")
    )


def topic_alone(m: Measure, _: Reading) -> bool:
    """« Dix secondes, c'est peu »: a figure set before its sentence to be talked about, not stated."""
    tokens, cats = m.shape.tokens, m.shape.cats
    if m.noun is not None or m.place == "subject" or m.stop + 1 >= len(tokens) or cats[m.stop] != "comma":
        return False
    opens = m.first == 0 or cats[m.first - 1] in ("stop", "sub", "mark")
    return opens and tokens[m.stop + 1].lower_ in ("c'", "ce", "on", "cela", "ça", "voilà")


_I = re.compile(r"\b(?:j'|(?:je|mon|ma|mes)\b)", re.IGNORECASE)


def own_story(m: Measure, reading: Reading) -> bool:
    """« J'avais prévu de tailler la haie. » and, at the end, « La haie a pris dix centimètres. »: the writer's own
    hedge in a line of its own is what the article is told with, not about."""
    sentence = m.shape.sentence
    near = reading.sentences[max(0, sentence.number - 1) : sentence.number + 2]
    alone = all(other is sentence or other.passage != sentence.passage for other in near)
    head = next((t for t in m.shape.tokens if m.shape.cats[t.i] in ("noun", "name")), None)
    if not alone or head is None or head.text[:1].isupper() or len(m.shape.tokens) > 12:
        return False
    told = re.compile(rf"\b{re.escape(head.lower_)}\b")
    others = (other.doc.text for other in reading.sentences if other is not sentence)
    return any(told.search(text.lower()) and _I.search(text) for text in others)


def ordinal(m: Measure, _: Reading) -> bool:
    """« a remporté un neuvième titre »: the next in a row, no ninth of it."""
    whole = m.quantity.dimension == "share" and m.quantity.unit == "fraction" and m.noun is not None
    return whole and m.quantity.text.lower().startswith(("un ", "une ")) and m.noun == m.stop


def figurative(m: Measure, _: Reading) -> bool:
    """« atteint un degré jamais connu »: no temperature."""
    return m.quantity.dimension == "temperature" and not m.quantity.digits and m.quantity.high == 1


def somebody(m: Measure, _: Reading) -> bool:
    """« sans intervention d'un tiers »: a third person, no third."""
    alone = m.quantity.text.lower() == "un tiers" and m.noun is None and m.place != "subject"
    return alone and bool(m.preposition) and not re.match(r"\s?(?:des|du|de|d')\b", _text_after(m))


def kind_bound(m: Measure, _: Reading) -> bool:
    """« les camions de plus de 7 tonnes », « les communes de moins de 500 habitants »: which ones, not how much."""
    if m.holder is None or m.preposition != "de" or m.quantity.bound not in ("more-than", "less-than", "at-least"):
        return False
    held, before = m.shape.tokens[m.holder].lower_, m.shape.tokens[m.holder - 1].lower_ if m.holder else ""
    several = held.endswith(("s", "x")) and before in ("les", "aux", "ces")
    return several and held.removesuffix("s") not in words("measure_nouns")


def race(m: Measure, _: Reading) -> bool:
    """« l'épreuve du 10 km », « le 100 m »: the name of a race."""
    before = m.before(1)
    return (
        m.quantity.dimension == "length" and m.quantity.high > 1 and before in ("du", "le", "au") and m.first == m.start
    )


FILTERS: tuple[Filter, ...] = (
    label, denomination, calendar,
    vague, furniture, question, hypothesis, modal_conditional, relative_time, relative_days, period,
    restated,
    age_range, anaphoric, trivial, small_oblique, pace, unsupported, rank_of_nothing, repetition, one_day, topic_alone,
    own_story, ordinal, kind_bound, race, somebody, figurative,
)  # fmt: skip


def reason_to_drop(m: Measure, reading: Reading) -> str | None:
    """The name of the first filter that refuses the quantity, or None."""
    for each in FILTERS:
        if each(m, reading):
            return each.__name__
    return None
