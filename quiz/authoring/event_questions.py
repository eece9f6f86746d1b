"""Natural questions on events: who did it, whom, by whom, with whom, where, when.

The verb phrase stays the article's own; only the asked piece is left out and the verb is turned round where French
wants it. There is no English: no rule translates a free verb phrase. Refuses what somebody only says, wishes or
foresees, unless the stem says who.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from quiz.articles.article import Article
from quiz.authoring.akin import believable
from quiz.authoring.candidate import Candidate, ruled
from quiz.authoring.clozes import FALSE, TRUE, mended
from quiz.authoring.dice import chance
from quiz.authoring.event_bare import (
    a_state,
    an_idiom_alone,
    names_no_object,
    no_day_for_it,
    of_a_coming_day,
    of_a_text,
    of_another_sort,
    of_no_matter,
    of_no_year,
    of_thoughts_or_half,
    of_what,
    still_so,
    told_by_a_town,
    true_of_many,
    where_another_was,
    without_its_object,
)
from quiz.authoring.event_choices import (
    NEAR,
    a_firm_by_its_land,
    likely,
    near,
    no_year_for_it,
    of_an_earlier_day,
    only_named,
    unfair,
)
from quiz.authoring.event_days import DAY, is_date, near_days, with_year
from quiz.authoring.event_given import day_given, land_given, of_its_great_town, of_one_alone, only_its_name
from quiz.authoring.event_halves import OUTLET
from quiz.authoring.event_pairs import of_a_pair
from quiz.authoring.event_stems import answer_of, claim_of, date_stem_of, planned, stem_of
from quiz.authoring.event_tenses import told_now
from quiz.authoring.event_torn import torn, without_first_set
from quiz.authoring.event_trims import (
    left_hanging,
    month_of_its_year,
    unanchored,
    untied,
    with_coming_day,
    with_month,
    within_reach,
    without_hour,
    without_its_town,
)
from quiz.authoring.event_worth import (
    a_moment,
    dead_long_ago,
    in_its_town,
    of_nothing_named,
    one_of_the_dead,
    suffered,
    told_by_title,
    told_of_a_race,
    usable,
)
from quiz.authoring.fitting import fields_of, out_of_rank, same_side
from quiz.authoring.french import capitalised, of, place_article
from quiz.authoring.spec_forms import Worded, asked, english_name, short_names
from quiz.authoring.topic import mentions, title_of
from quiz.facts.event import Event
from quiz.facts.event_words import known_bodies, known_places, words
from quiz.typography import fold

_HINTS = {"agent": 0.3, "of": 0.2, "is": 0.3, "object": 0.2, "by": 0.2, "with": 0.1, "place": 0.1, "date": 0.0}


_AT_HOME = 0.5
"""What a question loses whose answer is the country most of our readers and articles are in."""
_STANCE = 0.4
"""What « Qui a condamné l'attentat ? » loses: others have as well."""

_CLOCK = 0.4
"""What a question loses whose clause told the hour: a moment of the day, seldom worth a card."""
_MOMENT = 0.4
"""What a question loses on a moment of the race that the title is about."""
_BARE = 0.3
"""What a question loses on an object that only its noun tells."""
_ODD = 0.3
"""What a question loses for a word that no dictionary has: a slip, or a term of few."""


def _opinion(fact: Event) -> float:
    at_home = _AT_HOME if fact.slot == "place" and fact.value == "France" else 0.0
    shared = _STANCE if fact.slot == "agent" and fact.features.get("stance") else 0.0
    odd = _ODD * fact.features.get("odd_words", 0.0)
    moment = _MOMENT if fact.features.get("moment") else 0.0
    clock = _CLOCK if fact.features.get("hour") else 0.0
    bare = _BARE if fact.features.get("bare_object") else 0.0
    return _HINTS[fact.slot] - at_home - shared - odd - clock - moment - bare


def candidates(fact: Event, article: Article) -> list[Candidate]:
    """All questions on an event: by choice and, where the answer is a name, typed."""
    if fact.modality in ("asserted", "forecast"):
        unsure = told_of_a_race(fact, title_of(article)) or _UNSURE.search(fact.evidence.text)
        coming = None if unsure else planned(fact)
        if coming is None and fact.modality == "forecast":
            return []
        fact = coming or fact
    fact = without_first_set(without_its_town(fact))
    if not usable(fact) or a_firm_by_its_land(fact) or told_by_title(fact, title_of(article)):
        return []
    if in_its_town(fact, article) or dead_long_ago(fact, article) or one_of_the_dead(fact, article):
        return []
    if _given(fact, title_of(article)) or _bare(fact, article) or torn(fact, title_of(article)):
        return []
    if a_moment(fact, title_of(article)):
        fact = replace(fact, features=fact.features | {"moment": 1.0})
    if names_no_object(fact, title_of(article)):
        fact = replace(fact, features=fact.features | {"bare_object": 1.0})
    if fact.attribution and fact.value in fact.attribution:
        return []  # « la valeur, selon Le Matin, a perdu … »
    if fact.attribution and fact.attribution in fact.frame.lead:
        fact = replace(fact, frame=replace(fact.frame, lead=""))
    if fact.slot == "agent" and re.search(r"\b(?:son|sa|ses|leurs?)\b", fact.frame.lead):
        fact = replace(fact, frame=replace(fact.frame, lead=""))  # « Dans son entretien, qui … »
    told = None if left_hanging(fact) else unanchored(fact)
    told = without_hour(untied(told)) if told is not None else None
    if told is None:
        return []
    if not article.date and re.fullmatch(r"[Ee]n \w+", told.frame.lead):
        told = replace(told, frame=replace(told.frame, lead=""))  # « En septembre »: of no known year
    told = with_coming_day(with_month(told, article.date), article.date)
    told = told_now(month_of_its_year(told, article.date), article.date)
    told = within_reach(told) if told is not None else None
    if told is None or of_nothing_named(told, title_of(article)):
        return []
    fact = replace(told, others=likely(told, article))
    past = of_an_earlier_day(fact, article)
    fact = replace(fact, others=tuple(name for name in fact.others if name not in past))
    stem = date_stem_of(fact, article) if fact.slot == "date" else stem_of(fact)
    if stem is None:
        return []
    made = Candidate(
        fact=fact,
        form="choice",
        construction=f"event-{fact.slot}",
        question=asked(Worded(_said_by(fact, stem))),
        answer=ruled(answer_of(fact), english_name(answer_of(fact)) if fact.slot != "date" else None),
        distractor_type=_type(fact),
        suggested=near_days(
            answer_of(fact),
            article,
            f"{fact.evidence.source}/{fact.evidence.text}/{answer_of(fact)}",
            this_year=bool(fact.frame.time),
        )
        if fact.slot == "date"
        else tuple(ruled(name, english_name(name)) for name in fact.others),
        also_true=(*fact.aliases, *unfair(fact, article), *no_year_for_it(fact, article), *_of_itself(fact), *past),
        focus=tuple(dict.fromkeys(name for name in (fact.value, fact.entity) if name and fact.slot != "date")),
        hint=_opinion(fact),
        features=dict(fact.features)
        | {"key_in_title": float(mentions(title_of(article), fact.value)), "sorted_key": float(bool(fact.family))}
        | ({"ungendered": 1.0} if fact.value_kind == "person" and not fact.value_gender else {}),
    )
    if fact.slot == "date":
        return [made, *_more_on_a_date(made, fact, article)]
    if fact.features.get("pair"):
        return of_a_pair(made, told.others)
    stated = [statement] if (statement := _true_false(made, fact, article)) is not None else []
    accept = tuple(dict.fromkeys((*short_names(fact.value, fact.value_kind), *fact.aliases, *_with_its_noun(fact))))
    typed = replace(made, form="text", accept=accept, suggested=(), hint=made.hint - 0.1)
    if (fact.value_kind == "organisation" and not fact.family) or suffered(fact) or _of_one_sex(fact):
        return [typed]  # nothing tells what its likes are
    return [made, typed, *stated] if len(fact.value.split()) <= 5 else [made, *stated]


def _given(fact: Event, title: str) -> bool:
    told = (land_given, day_given, only_its_name, of_its_great_town)
    return of_one_alone(fact) or any(given(fact, title) for given in told)


def _bare(fact: Event, article: Article) -> bool:
    if of_what(fact, title_of(article)) or of_no_year(fact, article) or told_by_a_town(fact, article):
        return True
    bare = (
        a_state, an_idiom_alone, no_day_for_it, of_a_coming_day, of_a_text, of_another_sort, of_no_matter,
        of_thoughts_or_half, still_so, true_of_many, where_another_was, without_its_object,
    )  # fmt: skip
    return any(each(fact) for each in bare)


def _with_its_noun(fact: Event) -> tuple[str, ...]:
    """« hôpital Volute » and « hôpital de Volute » where « Volute » is right: somebody will type the noun as well."""
    if fact.value_kind in ("person", "country", "date") or not fact.family or fact.family == "ville":
        return ()
    bare = f"{fact.family} {fact.value}"
    return (bare,) if f"{fact.family} {fact.value}" in fact.evidence.text else (f"{fact.family} {of(fact.value)}", bare)


def _of_itself(fact: Event) -> tuple[str, ...]:
    """« Qui Morin a-t-il battu ? »: not Jean Morin."""
    if fact.value_kind != "person" or fact.slot == "agent":
        return ()
    named = re.findall(r"[A-ZÀ-Þ][\w'’-]+", fact.frame.subject)
    return tuple(name for name in fact.others if name.split()[-1] in named)


_UNSURE = re.compile(
    r"\b(?:devrai(?:t|ent)|pourrai?(?:t|ent)?|pourront|peut-être|probablement|bientôt|prochainement|si|s['’]ils?|sauf)\b"
)
"""What is not sure to come."""


def _more_on_a_date(made: Candidate, fact: Event, article: Article) -> Iterator[Candidate]:
    """A year, a month or a day typed, a day stated."""
    answer = made.answer.fr
    if re.fullmatch(r"\d{4}", answer) or is_date(answer):
        accept = with_year(answer, article, ahead=bool(fact.features.get("planned")))
        yield replace(made, form="text", accept=accept, suggested=(), distractor_type="", hint=made.hint - 0.1)
    stated = _true_false(made, fact, article)
    if stated is not None:
        yield stated


def _said_by(fact: Event, stem: str) -> str:
    """The stem with who says so; a paper that passes it on by its name, « l'agence » not at all."""
    stem = mended(stem)
    said = fact.attribution
    if fact.modality != "attributed" or not said or (OUTLET.search(said) and not said[:1].isupper()):
        return stem
    said = _HANGING.sub("", said)
    return f"selon {_WITH_ARTICLE.get(said, said)}, {stem}"


_WITH_ARTICLE = {"AFP": "l'AFP", "AP": "l'AP", "BBC": "la BBC", "JDD": "le JDD", "RTBF": "la RTBF"}
_HANGING = re.compile(r"(?: (?:sans|avec|pour|par|de|à|en|sur|dans|qui|et|ou))+$")
"""« selon le ministère sans »: an attribution cut behind a word that goes on."""


def _type(fact: Event) -> str:
    if fact.value_kind == "date":
        return "date"
    if fact.value_kind == "person":
        return f"person:{fact.value_gender}" if fact.value_gender else "person"
    if fact.value_kind == "country":
        return "country"
    known = (known_places() if fact.value_kind == "place" else known_bodies()).get(fact.value)
    row = f"/{known.neighbours[0]}" if known is not None and known.family.noun == fact.family else ""
    return f"{fact.value_kind}:{fact.family}{row}"


def _true_false(made: Candidate, fact: Event, article: Article) -> Candidate | None:
    """« C'est Brumelle qui a racheté Volute en 2018. », true, or with another of the article's firms in its place: one
    that is named close by, and not the one the title is about."""
    if fact.features.get("hour"):
        return None
    if fact.slot == "date":
        return _dated_claim(made, fact, article)
    if not fact.others or fact.slot not in ("agent", "place", "by", "with", "of"):
        return None
    title = title_of(article)
    stating = fact.features.get("copula") and not fact.frame.rest.startswith(("le ", "la ", "l'"))
    if (
        suffered(fact)
        or mentions(title, fact.value)
        or stating
        or fact.features.get("stance")
        or fact.frame.verb in words("harms")
    ):
        return None
    named = f"{fact.frame.lead} {fact.frame.subject} {fact.frame.rest} {title}"
    if fact.slot == "by" and _OF_ONE_SEX.search(fact.frame.subject):
        return None  # « le patinage dames »: half of the names are no choice
    if fold(fact.value) in fold(f"{fact.frame.subject} {fact.frame.rest}"):
        return None  # « C'est à Bordeaux que le pont de Bordeaux a rouvert. »
    wrong = [other for other in fact.others if not mentions(named, other)]
    wrong = [
        name
        for name in sorted(wrong, key=lambda name: near(article, fact, name))
        if near(article, fact, name) < NEAR
        and (fact.value_kind != "person" or _in_his_place(fact.value, name, article))
        and not (fact.value_kind == "person" and only_named(name, article.text))
        and (place_article(name) == "les") == (place_article(fact.value) == "les")  # « c'est les États-Unis qui a »
    ]
    if not wrong:
        return None
    dice = f"{fact.evidence.source}/{fact.evidence.text}/{fact.value}"
    truth = chance(f"true/{dice}", 2) == 0
    name = fact.value if truth else wrong[chance(dice, min(2, len(wrong)))]
    said = claim_of(fact, name)
    own = fields_of(fact.value, article.text) if fact.value_kind == "person" else set()
    odd = bool(own) and not any(own & fields_of(each, article.text) for each in wrong[:2])
    made = made.with_features(odd_company=float(odd))
    return _stated(made, fact, said, truth) if said is not None else None


def _of_one_sex(fact: Event) -> bool:
    """« Chez les dames, qui s'est imposé sur 800 m ? »: half of the names are no choice."""
    return fact.value_kind == "person" and _OF_ONE_SEX.search(f"{fact.frame.lead} {fact.frame.rest}") is not None


_OF_ONE_SEX = re.compile(r"\b(?:dames|femmes|féminine?s?|hommes|masculine?s?|messieurs)\b")


def _in_his_place(key: str, name: str, article: Article) -> bool:
    return believable(key, name, article.text) and not out_of_rank(key, name, article.text, article.date)


def _dated_claim(made: Candidate, fact: Event, article: Article) -> Candidate | None:
    """« C'est le 12 mai 2015 que le pont a rouvert. », true, or with another day of that month on the same side of the
    article's own day."""
    dice = f"{fact.evidence.source}/{fact.evidence.text}/{fact.value}"
    truth = chance(f"true/{dice}", 2) == 0
    near = [day.fr for day in made.suggested if same_side(made, day.fr, article.date)]
    if DAY.fullmatch(made.answer.fr) is None or not (truth or near):
        return None
    day = made.answer.fr if truth else near[chance(dice, min(2, len(near)))]
    said = claim_of(fact, f"le {day}")
    return _stated(made, fact, said, truth) if said is not None else None


def _stated(made: Candidate, fact: Event, said: str, truth: bool) -> Candidate:
    return replace(
        made,
        form="true-false",
        construction="true-false-event",
        question=ruled(capitalised(f"{_said_by(fact, said)}."), None),
        answer=TRUE if truth else FALSE,
        choices=(TRUE, FALSE),
        distractor_type="",
        suggested=(),
        also_true=(),
        features=made.features | {"false": 0.0 if truth else 1.0},
    )
