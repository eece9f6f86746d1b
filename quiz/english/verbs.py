"""The verb of a clause: which one it is, in which tense and voice, and how English says it.

Reads the words of a verb in their French order and writes them in the English one. Abstains from the conditional, which
reports what may not be so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from quiz.english import lexicon
from quiz.english.conjugation import English, english_verb
from quiz.english.lexicon import Frame

Time = Literal["present", "past", "perfect", "pluperfect", "future", "can", "could", "must", "was to"]
MOVING = frozenset({"aller", "venir", "mourir", "naître", "partir", "arriver", "entrer", "sortir", "tomber", "décéder",
                     "devenir", "revenir", "rester", "retourner", "parvenir", "intervenir", "survenir", "rentrer",
                     "monter", "descendre", "apparaître", "réapparaître", "accourir", "demeurer", "redescendre",
                     "redevenir", "remonter", "repartir", "repasser", "ressortir", "retomber",
                     "passer"})  # fmt: skip
"""Verbs that make their past with « être »."""
_MAKING = frozenset({"élire", "réélire", "nommer", "désigner", "couronner", "sacrer", "proclamer", "introniser"})
_ARTICLES = frozenset({"le", "la", "les", "l'", "un", "une", "son", "sa", "ses"})
_NOT = frozenset({"pas", "plus", "jamais"})
_NEVER = {"pas": "not", "plus": "no longer", "jamais": "never"}


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb as it was read, and where it ends. `pronoun` is the one inverted after it (« a-t-elle »), "" if none;
    `done_to` what a passive is done to, in English, where that is known."""

    name: str
    time: Time
    plural: bool
    end: int
    passive: bool = False
    reflexive: bool = False
    negation: str = ""
    adverbs: tuple[str, ...] = ()
    pronoun: str = ""
    done_to: str = ""


def makes_one(verb: Verb) -> bool:
    """Whether what follows the passive may say what one has become: « est élue députée »."""
    return verb.passive and verb.name in _MAKING


def finite(words: Sequence[str], at: int) -> Iterator[Verb]:
    """The verbs that may stand at `at` in a finite form, the longest reading first."""
    start = at
    negated = start < len(words) and words[start] == "ne"
    start += negated
    reflexive = start < len(words) and words[start] == "se"
    start += reflexive
    if start >= len(words):
        return
    for form in lexicon.forms().get(words[start], ()):
        if form.tense not in ("present", "imperfect", "past", "future"):
            continue
        place, pronoun = start + 1, ""
        if place < len(words) and words[place].startswith("<"):
            pronoun = words[place].strip("<>")
            place += 1
        simple: Time = {"present": "present", "future": "future"}.get(form.tense, "past")  # type: ignore[assignment]
        if simple == "present" and form.verb not in ("aller", "venir", "pouvoir", "devoir") and since(words):
            simple = "perfect"
        elif form.tense == "imperfect" and since(words):
            simple = "pluperfect"
        verb = Verb(form.verb, simple, form.plural, place, reflexive=reflexive, pronoun=pronoun)
        verb = _smalls(words, verb)
        if negated and not verb.negation:
            continue
        yield from _compound(words, verb, form.tense == "imperfect")
        yield from _modal(words, verb, form.tense == "imperfect")
        yield verb


def since(words: Sequence[str]) -> bool:
    """Whether something has been so since a time: « depuis 2015 », « depuis la fin de mai »; not « depuis Metz »."""
    at = next((n for n, word in enumerate(words) if word == "depuis"), None)
    if at is None or "avant" in words:
        return False
    after = list(words[at + 1 : at + 6])
    return any(word[:1].isdigit() or word in _TIMES for word in after[: after.index(",") if "," in after else None])


_TIMES = frozenset({"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
                    "novembre", "décembre", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
                    "début", "fin", "minute", "minutes", "heure", "heures", "plusieurs",
                    "an", "ans", "année", "années", "mois", "semaine", "semaines", "jour", "jours",
                    "hier", "matin", "longtemps", "siècle", "siècles", "décennie", "décennies", "guerre", "mort",
                    "naissance", "création", "arrivée", "départ", "élection", "indépendance", "lancement",
                    "ouverture", "sortie"})  # fmt: skip


def _smalls(words: Sequence[str], verb: Verb) -> Verb:
    """The adverbs and the negation after a verb."""
    known = lexicon.phrases("words", "places_in_verb")
    while verb.end < len(words):
        word = words[verb.end]
        fewer = word == "pas" and words[verb.end + 1 : verb.end + 2] == ("moins",)  # « pas moins de dix blessés »
        if word in _NOT and not verb.negation and word != "plus" and not fewer:
            verb = replace(verb, negation=_NEVER[word], end=verb.end + 1)
        elif (word,) in known:
            verb = replace(verb, adverbs=(*verb.adverbs, known[(word,)]), end=verb.end + 1)
        else:
            break
    return verb


def _this_clause(words: Sequence[str], at: int) -> Sequence[str]:
    """The words of the clause whose verb ends at `at`: « Qui a annoncé que la pluie tombe depuis lundi » is past."""
    return words[: next((n for n in range(at, len(words)) if words[n] == "que"), len(words))]


def _compound(words: Sequence[str], aux: Verb, imperfect: bool) -> Iterator[Verb]:
    """« a pris », « s'est éteint », « ont été tués », « avait été élu », « est décédé », « sont touchées »."""
    if aux.name not in ("avoir", "être") or aux.end >= len(words):
        return
    past: Time = "pluperfect" if imperfect else "past"
    here = _this_clause(words, aux.end)
    if past == "past" and ("already" in aux.adverbs or ("depuis" in here and "avant" not in here)):
        past = "perfect"
    for form in lexicon.forms().get(words[aux.end], ()):
        if form.tense != "participle":
            continue
        verb = _smalls(words, replace(aux, name=form.verb, end=aux.end + 1))
        if aux.name == "avoir":
            if aux.time == "future":
                continue
            if form.verb == "être":
                yield from _passive(words, replace(verb, time=past))
            elif not aux.reflexive:
                yield from _modal(words, replace(verb, time=past))
                yield replace(verb, time=past)
        elif aux.reflexive or form.verb in MOVING:
            if aux.time != "future":
                yield replace(verb, time=past)
        elif form.verb not in ("être", "avoir", "pouvoir", "devoir"):
            yield replace(verb, passive=True)


def _passive(words: Sequence[str], verb: Verb) -> Iterator[Verb]:
    """« été tués »."""
    for form in lexicon.forms().get(words[verb.end], ()) if verb.end < len(words) else ():
        if form.tense == "participle" and form.verb not in MOVING:
            yield _smalls(words, replace(verb, name=form.verb, end=verb.end + 1, passive=True))
    yield verb


def _modal(words: Sequence[str], verb: Verb, imperfect: bool = False) -> Iterator[Verb]:
    """« peut accuser », « doivent être repassées », « vont prendre », « la sonde devait atteindre Mars »: was to."""
    times: dict[tuple[str, str], Time] = {
        ("pouvoir", "present"): "can", ("pouvoir", "past"): "could", ("devoir", "present"): "must",
        ("aller", "present"): "future",
    }  # fmt: skip
    if verb.name == "venir" and words[verb.end : verb.end + 1] == ("de",) and verb.time in ("present", "past"):
        for found in infinitive(words, verb.end + 1):  # « vient d'être condamné »
            just: Time = "perfect" if verb.time == "present" else "pluperfect"
            yield replace(found, time=just, plural=verb.plural, adverbs=("just",), pronoun=verb.pronoun)
    time = times.get((verb.name, verb.time))
    if verb.name == "devoir" and verb.time in ("past", "pluperfect") and imperfect:
        time = "was to"
    if time is not None:
        for found in infinitive(words, verb.end):
            yield replace(
                found, time=time, plural=verb.plural, negation=verb.negation, adverbs=verb.adverbs, pronoun=verb.pronoun
            )


def infinitive(words: Sequence[str], at: int) -> Iterator[Verb]:
    """The verbs that may stand at `at` in the infinitive: « prendre », « être fouillé », « se présenter »."""
    reflexive = at < len(words) and words[at] == "se"
    at += reflexive
    for form in lexicon.forms().get(words[at], ()) if at < len(words) else ():
        if form.tense != "infinitive":
            continue
        verb = Verb(form.verb, "present", False, at + 1, reflexive=reflexive)
        if form.verb == "être" and not reflexive:
            yield from (found for found in _passive(words, verb) if found.passive)
        yield verb


def framed(words: Sequence[str], verb: Verb, fronted: str = "") -> Iterator[tuple[Frame, int]]:
    """What the verb may mean by what follows it, and where that ends. `fronted`: a preposition that stands before the
    question word instead (« à combien s'élève »)."""
    name = f"se {verb.name}" if verb.reflexive else verb.name
    for frame in lexicon.frames().get(name, ()):
        if fronted and frame.tail[-1:] == (fronted,) and not frame.infinitive:
            before = verb.end + len(frame.tail) - 1  # « de combien de morts le bilan fait-il état »
            if tuple(words[verb.end : before]) == frame.tail[:-1] and words[before : before + 1] != (fronted,):
                yield frame, before
        end = verb.end + len(frame.tail)
        if not _same(tuple(words[verb.end : end]), frame.tail) or _goes_on(words, end, frame):
            continue
        negated = 2 * (tuple(words[end : end + 2]) == ("ne", "pas"))
        if frame.infinitive and next(infinitive(words, end + negated), None) is None:
            continue
        some = frame.tail == ("de",) and tuple(words[end : end + 1]) == ("les",) and not frame.infinitive
        if some and not (verb.passive or verb.reflexive) and verb.name not in _OF_SOMETHING and _is_transitive(name):
            continue  # « libérer des otages »: them, not from among them
        yield frame, end


def _is_transitive(name: str) -> bool:
    return any(not frame.tail and not frame.infinitive for frame in lexicon.frames().get(name, ()))


_OF_SOMETHING = frozenset({"abuser", "approcher", "arriver", "changer", "discuter", "débattre", "décider", "descendre",
                           "douter", "hériter", "juger", "manquer", "monter", "mourir", "parler", "partir", "penser",
                           "profiter", "provenir", "rentrer", "répondre", "revenir", "rêver", "rire", "sortir",
                           "souffrir", "témoigner", "tomber", "traiter", "user", "venir", "vivre"})  # fmt: skip
"""Verbs that have something of their own behind « de », whatever they may take without it."""


def _same(words: tuple[str, ...], tail: lexicon.Key) -> bool:
    """Whether words are what a verb takes, adjectives in any form: « être prêtes à », « rendre obligatoires »."""
    if words == tail:
        return True
    if len(words) != len(tail) or len(tail[-1]) < _SHORT or words[:1] in (("de",), ("les",)):
        return False
    return all(
        word == taken
        or (len(taken) >= _SHORT and word[:_SHORT] == taken[:_SHORT] and lexicon.same_adjective(word, taken))
        for word, taken in zip(words, tail, strict=True)
    )


_SHORT = 4


def _goes_on(words: Sequence[str], end: int, frame: Frame) -> bool:
    """Whether the noun a verb takes with it has more of its own: « perdre le contrôle aérien », not « le contrôle »."""
    if frame.infinitive or frame.tail[-1:] not in lexicon.nouns() or end >= len(words):
        return False
    following = words[end]
    owned = following == "de" and frame.tail[0] in _ARTICLES
    return owned or (following[:1].islower() and lexicon.adjective(following) is not None)


def said(verb: Verb, english: str) -> str | None:
    """The verb in a statement: "were affected by", "has not started" as "did not start"."""
    found = _forms(verb, english)
    if found is None:
        return None
    adverbs = " ".join(said for said in verb.adverbs if " " not in said)
    later = " ".join(said for said in verb.adverbs if " " in said)  # "hesitated for a long time"
    lead, rest = _said(verb, found)
    first, _, others = lead.partition(" ")  # "have already been opened"
    return " ".join(part for part in (first, adverbs, others, rest, later) if part)


def _said(verb: Verb, forms: English) -> tuple[str, str]:
    """The auxiliary, if there is one, and the rest."""
    many, no = verb.plural, verb.negation
    if verb.passive or forms.base.split()[0] == "be":
        rest = forms.participle if verb.passive else forms.base.removeprefix("be").strip()
        lead = _be(verb.time, many)
        first, _, others = lead.partition(" ")
        return " ".join(part for part in (first, no, others) if part), rest
    aux = {
        "perfect": "have" if many else "has",
        "pluperfect": "had",
        "future": "will",
        "can": "can",
        "could": "could",
        "must": "must",
        "was to": "were to" if many else "was to",
    }.get(verb.time)
    if aux:
        return f"{aux} {no}".strip(), forms.participle if "perfect" in verb.time else forms.base
    if no == "not":
        return ("did" if verb.time == "past" else "do" if many else "does") + " not", forms.base
    plain = forms.past if verb.time == "past" else forms.base if many else forms.third
    return no, plain


def _be(time: Time, plural: bool) -> str:
    return {
        "present": "are" if plural else "is", "past": "were" if plural else "was",
        "perfect": "have been" if plural else "has been", "pluperfect": "had been",
        "future": "will be", "can": "can be", "could": "could be", "must": "must be",
        "was to": "were to be" if plural else "was to be",
    }[time]  # fmt: skip


def asked(verb: Verb, english: str) -> tuple[str, str] | None:
    """The verb in a question, around its subject: ("did", "obtain"), ("were", "killed"), ("is", "")."""
    forms = _forms(verb, english)
    if forms is None:
        return None
    adverbs = " ".join(verb.adverbs)
    lead, rest = _said(verb, forms)
    if lead and lead not in ("no longer", "never"):
        first, _, others = lead.partition(" ")
        return first, " ".join(part for part in (others, adverbs, rest) if part)
    aux = "did" if verb.time == "past" else "do" if verb.plural else "does"
    return aux, " ".join(part for part in (verb.negation, adverbs, forms.base) if part)


def _forms(verb: Verb, english: str) -> English | None:
    """The English verb; "oneself" as the subject has it, which one alone does not tell."""
    if "one" in english.split() or "oneself" in english or "one's" in english:
        if not verb.plural:
            return None
        english = english.replace("one's life", "their lives").replace("oneself", "themselves")
    return english_verb(english)
