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
from quiz.authoring.candidate import Candidate, ruled
from quiz.authoring.clozes import FALSE, TRUE, mended
from quiz.authoring.dice import chance
from quiz.authoring.french import agree, capitalised, elide, french_date, in_place, inverted, quel, the_place
from quiz.authoring.spec_forms import Worded, asked, english_name, short_names
from quiz.authoring.topic import mentions, title_of
from quiz.deck import Bilingual
from quiz.facts.event import Event
from quiz.facts.event_words import families, known_bodies, known_places, nations, place_families, words
from quiz.facts.fact import Frame
from quiz.facts.spec_words import kind_nouns

_HINTS = {"agent": 0.3, "of": 0.2, "is": 0.3, "object": 0.2, "by": 0.2, "with": 0.1, "place": 0.1, "date": 0.0}


_AT_HOME = 0.5
"""What a question loses whose answer is the country most of our readers and articles are in."""
_STANCE = 0.4
"""What « Qui a condamné l'attentat ? » loses: others have as well."""


def _opinion(fact: Event) -> float:
    at_home = _AT_HOME if fact.slot == "place" and fact.value == "France" else 0.0
    shared = _STANCE if fact.slot == "agent" and fact.features.get("stance") else 0.0
    return _HINTS[fact.slot] - at_home - shared


def candidates(fact: Event, article: Article) -> list[Candidate]:
    """All questions on an event: by choice and, where the answer is a name, typed."""
    if not _usable(fact) or _told_by_title(fact, title_of(article)):
        return []
    if fact.attribution and fact.attribution in fact.frame.lead:
        fact = replace(fact, frame=replace(fact.frame, lead=""))
    stem = _date_stem(fact, article) if fact.slot == "date" else _stem(fact)
    if stem is None:
        return []
    made = Candidate(
        fact=fact,
        form="choice",
        construction=f"event-{fact.slot}",
        question=asked(Worded(_said_by(fact, stem))),
        answer=ruled(_answer(fact), english_name(_answer(fact)) if fact.slot != "date" else None),
        distractor_type=_type(fact),
        suggested=_near_days(fact, article)
        if fact.slot == "date"
        else tuple(ruled(name, english_name(name)) for name in fact.others),
        also_true=fact.aliases,
        focus=tuple(dict.fromkeys(name for name in (fact.value, fact.entity) if name and fact.slot != "date")),
        hint=_opinion(fact),
        features=dict(fact.features)
        | {"key_in_title": float(mentions(title_of(article), fact.value)), "sorted_key": float(bool(fact.family))},
    )
    if fact.slot == "date":
        return [made]
    told = [statement] if (statement := _true_false(made, fact, article)) is not None else []
    accept = tuple(dict.fromkeys((*short_names(fact.value, fact.value_kind), *fact.aliases)))
    typed = replace(made, form="text", accept=accept, suggested=(), hint=made.hint - 0.1)
    if fact.value_kind == "organisation" and not fact.family:
        return [typed]  # nothing tells what its likes are
    return [made, typed, *told] if len(fact.value.split()) <= 5 else [made, *told]


_DAY = re.compile(r"(?P<day>\d{1,2}|1er) (?P<rest>\D+?(?: \d{4})?)")


_DAYS = re.compile(
    r"(?P<open>du|les) (?P<first>\d{1,2}|1er) (?P<joint>au|et) (?P<last>\d{1,2}) (?P<rest>\D+?(?: \d{4})?)"
)


def _other_weeks(said: re.Match[str]) -> Iterator[Bilingual]:
    """« du 2 au 4 mai » and « du 16 au 18 mai » beside « du 9 au 11 mai »."""
    first, last = int(said["first"].removesuffix("er")), int(said["last"])
    for step in (-7, 7, -14, 14):
        if 2 <= first + step < last + step <= 28:
            yield ruled(f"{said['open']} {first + step} {said['joint']} {last + step} {said['rest']}", None)


def _near_days(fact: Event, article: Article) -> tuple[Bilingual, ...]:
    """Days of the same month for a day, none of them the article's own nor the next: « 17 février » beside
    « 12 février » and « 20 février »."""
    answer = _answer(fact)
    spread = _DAYS.fullmatch(answer)
    if spread is not None:
        return tuple(_other_weeks(spread))
    said = _DAY.fullmatch(answer)
    if said is None:
        return ()
    day = int(said["day"].removesuffix("er"))
    shown = french_date(article.date) if article.date else ""
    steps = (-5, 3, -8, 6, -3, 9, -11, 12)
    turn = chance(f"{fact.evidence.source}/{fact.evidence.text}/{answer}", len(steps))
    days = [day + step for step in (*steps[turn:], *steps[:turn]) if 2 <= day + step <= 28]
    wrong = [f"{other} {said['rest']}" for other in days]
    return tuple(ruled(text, None) for text in wrong if not shown.startswith(text))


def _told_by_title(fact: Event, title: str) -> bool:
    """« L'armée de quel pays » under « L'armée malienne avance », « la mairie de quelle ville » under « Thiès : … »;
    and France is where most of our articles are at home."""
    if (
        fact.slot != "agent"
        and fact.value_kind == "country"
        and any(nations().get(word.lower()) == fact.value for word in title.split())
    ):
        return True
    if fact.slot == "place" and fact.family == "ville" and re.search(r"\bla ville\b", fact.frame.rest):
        return True
    if fact.slot == "place":
        return fact.value == "France" or _known_within(fact)
    town = fact.slot == "of" and fact.family == "ville" and mentions(title, fact.value)
    return town or (fact.slot in ("of", "with") and fact.value == "France")


_WIDE = ("département", "État américain", "province", "région française", "région")


def _known_within(fact: Event) -> bool:
    """« Dans quel pays se sont-ils réunis à Rome »: a town that everybody knows gives its country away."""
    if fact.value_kind != "country" and fact.family not in _WIDE:
        return False
    named = re.findall(
        r"\b(?:à|de|d['’]) ?([A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+)?)", f"{fact.frame.lead} {fact.frame.rest}"
    )
    return any(name in known_places() and known_places()[name].family.noun == "ville" for name in named)


def _usable(fact: Event) -> bool:
    if fact.features.get("slip"):
        return False  # a question repeats the sentence's words, its slips with them
    if fact.modality == "attributed":
        return bool(fact.attribution) and _SOURCE.match(fact.attribution or "") is not None
    return fact.modality in ("asserted", "past")


_SOURCE = re.compile(r"[A-ZÀ-Þ]|l[ea]s? |l['’]|une? (?:étude|enquête|sondage|rapport|communiqué|baromètre)")
"""Who may be said to say so: not « selon un mode sans échec », nor « selon sa famille »."""


def _said_by(fact: Event, stem: str) -> str:
    stem = mended(stem)
    if fact.modality != "attributed" or not fact.attribution:
        return stem
    return f"selon {fact.attribution}, {stem}"


def _answer(fact: Event) -> str:
    if fact.slot != "date":
        return fact.value
    said = re.sub(r"\b1 er\b", "1er", fact.value.lower())
    bare = re.sub(r"^(?:(?:le|en|ce) )?(?:(?:lun|mar|mercre|jeu|vendre|same)di |dimanche )?", "", said)
    return bare.removesuffix(" dernier").removesuffix(" prochain")


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


_NEAR = 600
"""Characters within which a wrong name belongs to the matter."""


def _near(article: Article, fact: Event, name: str) -> int:
    """How far from the evidence a name stands in the article, in characters."""
    found = [m.start() for m in re.finditer(re.escape(name.split()[-1]), article.text)]
    return min((abs(at - fact.evidence.start) for at in found), default=len(article.text))


def _true_false(made: Candidate, fact: Event, article: Article) -> Candidate | None:
    """« C'est Brumelle qui a racheté Volute en 2018. », true, or with another of the article's firms in its place: one
    that is named close by, and not the one the title is about."""
    if not fact.others or fact.slot not in ("agent", "place"):
        return None
    title = title_of(article)
    stating = fact.features.get("copula") and not fact.frame.rest.startswith(("le ", "la ", "l'"))
    if mentions(title, fact.value) or stating or fact.features.get("stance") or fact.frame.verb in words("harms"):
        return None
    named = f"{fact.frame.lead} {fact.frame.rest} {title}"
    wrong = [other for other in fact.others if not mentions(named, other)]
    wrong = [
        name
        for name in sorted(wrong, key=lambda name: _near(article, fact, name))
        if _near(article, fact, name) < _NEAR
    ]
    if not wrong:
        return None
    dice = f"{fact.evidence.source}/{fact.evidence.text}/{fact.value}"
    truth = chance(f"true/{dice}", 2) == 0
    name = fact.value if truth else wrong[chance(dice, min(2, len(wrong)))]
    said = _claim(fact, name)
    if said is None:
        return None
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


def _claim(fact: Event, name: str) -> str | None:
    """The event as a statement that points at what may be changed."""
    frame = fact.frame
    if fact.slot == "place":
        somewhere = in_place(name) if fact.value_kind == "country" or fact.family == "ville" else None
        claim = f"{frame.subject} {_declared(frame, frame.tail)}"
        return _led(frame.lead, f"c'est {somewhere} {elide('que', claim)}") if somewhere else None
    if fact.value_kind not in ("person", "country"):
        return None  # « le PSG » and « Brumelle » do not take the same article
    verb = _verb_of_asked(fact, "f" if fact.value_gender == "f" else "m")
    shown = the_place(name) if fact.value_kind == "country" else name
    return _led(frame.lead, f"c'est {shown} qui {verb} {frame.rest}") if verb else None


# ---- stems


def _stem(fact: Event) -> str | None:
    frame = fact.frame
    who = _interrogative(fact)
    if who is None:
        return None
    word, gender = who
    if fact.slot == "agent":
        verb = _verb_of_asked(fact, gender)
        return _led(frame.lead, f"{word} {verb} {frame.rest}") if verb else None
    if fact.slot == "object":
        clause = _turned(frame, agreed=gender)
        return _led(frame.lead, f"{word} {clause}") if clause else None
    if fact.slot == "is":
        return _is_stem(fact, word)
    if fact.slot == "of":
        verb = f"{frame.clitics}{frame.finite} {frame.tail}".strip()
        return _led(frame.lead, f"{frame.preposition} {word} {verb} {frame.rest}")
    clause = _turned(frame)
    return _led(frame.lead, f"{frame.preposition} {word} {clause}") if clause else None


def _is_stem(fact: Event, word: str) -> str | None:
    """« Le vainqueur de l'étape est Awa Sow »: qui est le vainqueur de l'étape."""
    frame = fact.frame
    return f"{word} {frame.finite} {frame.subject}" if len(frame.subject.split()) > 2 else None


_THIS_DAY = re.compile(r"\bce (?=(?:lun|mar|mercre|jeu|vendre|same)di \d|dimanche \d)")
"""« ce mardi 3 mai » is « le mardi 3 mai » in a year's time."""


def _led(lead: str, question: str) -> str:
    return _THIS_DAY.sub("le ", f"{lead}, {question}" if lead else question)


def _interrogative(fact: Event) -> tuple[str, str] | None:
    """The words that ask for the value, and their gender."""
    if fact.value_kind == "person":
        return "qui", "m"
    if fact.value_kind == "country":
        return "quel pays", "m"
    if fact.value_kind == "place":
        sort = place_families().get(fact.family)
        return (f"{quel(sort.gender)} {sort.noun}", sort.gender) if sort else None
    if fact.value_kind == "organisation":
        family = families().get(fact.family)
        return (f"{quel(family.gender)} {family.noun}", family.gender) if family else ("qui", "m")
    if fact.value_kind == "thing":
        return f"{quel(fact.frame.asked_gender)} {fact.family}", fact.frame.asked_gender
    noun = kind_nouns().get(fact.family)
    return (f"{quel(noun.gender)} {noun.noun}", noun.gender) if noun else None


_SINGULAR = {"ont": "a", "sont": "est", "avaient": "avait", "étaient": "était", "eurent": "eut", "furent": "fut"}


def _verb_of_asked(fact: Event, gender: str) -> str | None:
    """The verb as « qui », « quelle entreprise » have it: singular, its participle in their gender.

    « Les États-Unis ont signé »: quel pays a signé; « L'OTAN s'est dite prête »: quelle organisation s'est dite prête.
    """
    frame = fact.frame
    finite = frame.finite.lower()
    bare = frame.verb == "être" and not frame.participle
    agreeing = bare and gender == "m" and frame.pronoun == "elle" and fact.value_kind != "person"
    if agreeing and re.search(r"^(?:\S+ ){0,5}\w+ée\b", frame.rest):
        return None  # « quel pays était déjà assurée »
    if frame.asked_plural:
        if finite not in _SINGULAR:
            return None
        finite = _SINGULAR[finite]
    tail = frame.tail
    reflexive = bool(frame.clitics.strip()) and not frame.participle.endswith(("e", "es"))
    if reflexive and re.match(r"(?:une?|l[ea]s?|des|son|sa|ses|l['’]|\d)", frame.rest):
        return f"{frame.clitics}{finite} {tail}".strip()  # « s'est fixé un objectif » agrees with nobody
    being = finite in ("est", "était", "fut", "sera") or tail.startswith("été ")
    if being and frame.participle and frame.participle.lower() not in ("été", finite):
        masculine = _masculine(frame.participle, frame.pronoun)
        if masculine is None:
            return None
        if not fact.feminine:
            tail = tail.replace(frame.participle, agree(masculine, gender, False))
    return f"{frame.clitics}{finite} {tail}".strip()


def _masculine(participle: str, pronoun: str) -> str | None:
    """The masculine singular of a participle that agrees with a subject of this pronoun; None where unsure."""
    text = participle
    if pronoun in ("ils", "elles"):
        text = text.removesuffix("s") if not text.endswith("is") else text
    if pronoun in ("elle", "elles"):
        if not text.endswith("e"):
            return None
        text = text[:-1]
    return text


def _turned(frame: Frame, agreed: str = "") -> str | None:
    """The clause after an asked complement: subject, verb with its pronoun, the rest.

    « où Awa Sow a-t-elle signé le bail »; without a known gender, « où est-ce que Brumelle a signé le bail ».
    """
    tail = frame.tail
    if agreed == "f" and frame.participle and frame.finite.lower() in ("a", "ont", "avait", "avaient"):
        tail = tail.replace(frame.participle, agree(frame.participle, "f", False))
    if not frame.subject:
        return None
    if not frame.pronoun or frame.pronoun == "on":
        return re.sub(r"\s+", " ", f"est-ce {elide('que', frame.subject)} {_declared(frame, tail)}")
    plural = frame.pronoun.endswith("s")
    verb = inverted(frame.finite, "f" if frame.pronoun.startswith("elle") else "m", plural)
    return re.sub(r"\s+", " ", f"{frame.subject} {frame.clitics}{verb} {tail} {frame.rest}").strip()


def _declared(frame: Frame, tail: str) -> str:
    """The verb and what follows, in the order of a statement."""
    return re.sub(r"\s+", " ", f"{frame.clitics}{frame.finite} {tail} {frame.rest}").strip()


def _date_stem(fact: Event, article: Article) -> str | None:
    """« En quelle année », « quel jour », where the topic line does not show the date."""
    frame = fact.frame
    answer = _answer(fact)
    if article.date and (answer in french_date(article.date) or french_date(article.date) in answer):
        return None
    clause = _turned(frame)
    words_ = len(frame.subject.split())
    enough = len(frame.rest.split()) > 1 or words_ > 2 or (bool(fact.features.get("passive")) and words_ > 1)
    if re.search(r"\b(?:le jour|l['’]année|la date)\b", frame.rest):
        return None  # « Quel jour a-t-elle pris sa retraite le jour de ses 50 ans »
    if clause is None or not (enough or frame.subject[:1].isupper()):
        return None
    ask = "en quelle année" if re.fullmatch(r"\d{4}", answer) else "quel jour" if answer[:1].isdigit() else "quand"
    if answer.startswith(("du ", "les ")):
        ask = "à quelles dates"
    return _led(frame.lead, f"{ask} {clause}")
