"""A French noun phrase put into English: determiner, numeral, adjectives, noun with the nouns it is made of, name.

All of it or nothing: a word that no table knows leaves the phrase in French. What follows a phrase (of whom, where,
when) is `clauses`' work.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from quiz.english import lexicon, names, odd_nouns, rules
from quiz.english.conjugation import english_verb
from quiz.english.numerals import ordinal, read
from quiz.english.proper import demonym, fixed, is_name, name_of, named
from quiz.english.roles import role
from quiz.english.texts import OPENINGS, Phrase, Text
from quiz.english.verbs import MOVING
from quiz.english.written_nouns import Built, capitalised, put, superlative

_MANY = frozenset({"les", "des", "ces", "plusieurs", "quelques", "leurs", "certains", "certaines", "divers",
                   "diverses"})  # fmt: skip
_ONE = frozenset({"le", "la", "un", "une", "ce", "cet", "cette", "chaque", "leur", "aucun", "aucune", "l'"})
_OF_WHAT = frozenset({"accusation", "day", "demolition", "degree", "euro",
                      "dollar", "hectare", "hour", "kilometer", "liter", "meter", "mile",
                      "minute", "month", "point", "second", "ton", "week", "year", "amount", "average", "dozen",
                      "form", "group", "half", "handful", "kind", "lack", "level", "list", "majority", "minority",
                      "number", "part", "percentage", "proportion", "quantity", "quarter", "rest", "series", "share",
                      "sort", "sum", "third", "total", "type", "volume", "wave", "waves"})  # fmt: skip
"""Nouns that English has "of" after, whatever follows."""
_OF_PEOPLE = frozenset({"arrest", "arrival", "band", "crowd", "death", "delegation", "departure", "deployment",
                        "dispatch", "expulsion", "gang", "generation", "group", "hiring", "murder", "panel", "presence",
                        "recruitment", "release", "return", "squad", "team"})  # fmt: skip
"""What there is of people, where English puts them behind."""
_AFTER_PARTICIPLE = frozenset({"de", "à", "par", "en", "dans", "sur", "pour", "le", "lors", "depuis", "entre", "sous",
                               "comme"})  # fmt: skip


@lru_cache(4096)  # each rule of a sentence asks for the same stretches of it
def phrases(text: Text, start: int, end: int, many: bool | None = None) -> tuple[Phrase, ...]:
    """What the words from `start` to `end` may be as a noun phrase without what follows it. `many` tells the number
    where nothing in the phrase does."""
    return tuple(_phrases(text, start, end, many))


def _phrases(text: Text, start: int, end: int, many: bool | None) -> Iterator[Phrase]:
    if start >= end:
        return
    for found in (fixed(text, start, end), named(text, start, end)):
        if found is not None:
            yield found
            return
    best = odd_nouns.ranked(text, start, end) or odd_nouns.employment(text, start, end)
    if best is not None:
        yield best
        return
    race = odd_nouns.distance(text, start, end)
    if race is not None:
        yield race
        return
    place, before, number = _determined(text, start, end)
    for at, lead in _numbered(text, place, end):
        counted = number if number is not None else None if not lead else lead != "one"
        found = demonym(text, at, end, f"{before} {lead}".strip(), counted)
        found = found or _common(text, at, end, before, lead, counted if counted is not None else many)
        if found is not None:
            yield found


# Determiners and numbers


def _determined(text: Text, start: int, end: int) -> tuple[int, str, bool | None]:
    """Where the determiner ends, its English, and the number it tells."""
    for after, english in lexicon.matches("words", "determiners", text.words, start):
        if after < end:
            last = text.words[after - 1]
            first = text.words[start]
            number = True if first in _MANY or last in _MANY else False if last in _ONE else None
            if last == "de":
                number = True
            if english in ("many", "other", "various", "several", "a few", "most of the", "all the"):
                number = True
            return after, english, number
    if text.owner and text.words[start] in ("son", "sa", "ses") and start + 1 < end and _of_the_asked(text, start):
        return start + 1, text.owner, text.words[start] == "ses"
    return start, "", None


def _of_the_asked(text: Text, at: int) -> bool:
    """Whether « son » at `at` can only be of whom the question is about: no other clause begins before it."""
    before = text.words[:at]
    asked = "est-ce" in before or "que" not in before or not OPENINGS - {"que"} & set(before)
    clauses = before.count("que") - (asked and "que" in before)
    return (
        not clauses
        and "dont" not in before
        and before.count("qui") <= (text.owner == "their" or text.words[0] == "qui")
    )


def _numbered(text: Text, start: int, end: int) -> Iterator[tuple[int, str]]:
    """Where a numeral after the determiner ends, and its English; also without one."""
    for after in range(min(end - 1, start + 3), start, -1):
        if text.words[start] in ("un", "une"):
            break
        number = read(text.span(start, after))
        if number is not None:
            yield after, number.english()
    for after in range(min(end - 1, start + 6), start + 2, -1):  # « vingt à vingt-cinq individus »
        if text.words[after - 2] == "à" and read(text.span(start, after - 2)) and read(text.span(after - 1, after)):
            spread = rules.english(text.span(start, after))
            if spread is not None:
                yield after, spread
    yield start, ""


# Nouns with what stands around them


def _common(text: Text, start: int, end: int, before: str, number: str, plural: bool | None) -> Phrase | None:
    """« deux grandes agences de presse nord-coréennes », « le président Emmanuel Morin », « le Conseil régional »."""
    words = text.words
    known = role(_lowered(text, start, end), lambda name: _kept(text, name)) if end - start > 1 else None
    goes_on = (
        words[end : end + 1] == ("de",) and words[end - 1 : end + 2] in lexicon.nouns()
    )  # « animateur » in « animateur de radio »
    if known is not None and not number and not goes_on:
        return Phrase(f"{before} {known}".strip(), person=True)
    adjectives: list[str] = []
    place = start
    while place < end:
        for after in range(min(end, place + lexicon.longest_noun()), place, -1):
            vol = words[place:after] in odd_nouns.VOL
            noun = odd_nouns.flight_or_theft(text, place) if vol else _noun(words[place:after])
            if noun is None or (
                words[place:after] == ("est",) and not before
            ):  # « est capable »: no point of a compass
                continue
            built = _after_noun(text, after, end, noun, plural, bool(number))
            if built is not None:
                capital = words[place][:1].isupper() and not words[place].isupper()
                if capital and not before and after == end and after == place + 1:
                    return None  # « Pierre » alone may be anybody
                if words[place] in ("mort", "morts") and before == "the" and not number and words[place - 1] != "la":
                    return None  # the dead, or death
                if capital and built.name and not noun.person:
                    continue  # « sa rivale Marine Morin »
                wants_more = words[after - 1] in _WANTING and after - place > 1
                if wants_more and after < end:
                    continue
                return put(built, before, number, adjectives, titled=capital, wants_more=wants_more)
        if place > start and (people := demonym(text, place, end, "", plural)) is not None and not number:
            return replace(people, text=" ".join((before, *adjectives, people.text)).strip())
        if place + 2 < end and (degree := _DEGREES.get(words[place])) and (very := lexicon.adjective(words[place + 1])):
            adjectives.append(f"{degree} {very}")  # « une très grande ville »
            place += 2
            continue
        if place + 2 < end and words[place] == "tout" and lexicon.adjective(words[place + 1]) is not None:
            place += 1  # « les tout derniers radars »
            continue
        most = words[place] == "plus" and before == "the" and place + 1 < end
        said = lexicon.adjective(words[place + most].lower())
        if most and said is not None:
            said = superlative(said)
            place += 1
        if said is None:
            said = ordinal_of(words[place])
        if said is None:
            return None
        adjectives.append(capitalised(said) if words[place][:1].isupper() else said)
        place += 1
    return None


def graded(text: Text, at: int, end: int) -> tuple[int, str] | None:
    """« très élevé », « les plus populaires », « les plus durablement populaires » after a noun."""
    words = text.words
    if at + 1 < end and words[at] in _DEGREES and words[at + 1][:1].islower():
        said = lexicon.adjective(words[at + 1])
        return (at + 2, f"{_DEGREES[words[at]]} {said}") if said is not None else None
    if words[at] not in ("le", "la", "les") or words[at + 1 : at + 2] != ("plus",) or at + 2 >= end:
        return None
    adverb = lexicon.phrases("words", "adverbs").get(words[at + 2 : at + 3])
    place = at + 3 if adverb is not None else at + 2
    said = lexicon.adjective(words[place]) if place < end else None
    if said is None:
        return None
    return place + 1, f"most {adverb} {said}" if adverb is not None else superlative(said)


_DEGREES = {"très": "very", "extrêmement": "extremely", "trop": "too", "particulièrement": "particularly"}


def ordinal_of(word: str) -> str | None:
    """« 45e », « troisième »."""
    return ordinal(word) if re.fullmatch(r"\d+(?:e|è|ème|er|re)|[a-zé-]+ième", word) else None


def _lowered(text: Text, start: int, end: int) -> str:
    written_ = text.span(start, end)
    return written_[0].lower() + written_[1:] if written_ and not written_.isupper() else written_


def _kept(text: Text, name: str) -> str | None:
    known = lexicon.phrases("words", "institutions").get(lexicon.words_of(name))
    if known is not None and " " in name:  # « le dirigeant principal de l'Institut Morin », where English has a name
        return known.removeprefix("~") if known.startswith("~") else f"the {known}"
    return name if name in text.kept else names.place(name) or names.acronym(name)


_WANTING = frozenset({"à", "contre", "sur", "avec"})
"""What a noun ends with that wants more: « accès à », « victoire contre »."""


def _noun(words: tuple[str, ...]) -> lexicon.Noun | None:
    known = lexicon.nouns()
    found = known.get(words)
    if found is None and words[0][:1].isupper() and not words[0].isupper():
        found = known.get((words[0].lower(), *words[1:])) or known.get(tuple(word.lower() for word in words))
    if found is None and len(words) == 1 and "-" in words[0] and words[0].endswith("s"):  # « stations-services »
        found = known.get(("-".join(part.removesuffix("s") for part in words[0].split("-")),))
        found = found._replace(plural=True) if found is not None else None
    return found


def _after_noun(text: Text, at: int, end: int, noun: lexicon.Noun, plural: bool | None, counted: bool) -> Built | None:
    """What follows the noun, up to `end` exactly: what it is made of, adjectives, a name or a number."""
    words = text.words
    many = noun.plural if noun.plural is not None else plural if plural is not None else counted
    if noun.plural is not None and plural is not None and noun.plural != plural and not noun.mass:
        return None  # « les président »: not as it is written
    built = Built(noun, many, [], [], [])
    place = at
    while place < end:
        word = words[place]
        if words[place : place + 2] == ("de", "magnitude") and place + 2 < end and words[place + 2][0].isdigit():
            built.made_of.insert(0, f"magnitude-{words[place + 2].replace(',', '.')}")
            place += 3
            continue
        if word == "de" and noun.singular.split()[-1] in _OF_WHAT and not (many and noun.singular == "series"):
            return None  # « le nombre de naissances »: of births, no birth number
        if word == "de" and not (counted and noun.singular in ("month", "year", "day", "hour", "week", "minute")):
            after = _made_of(text, place + 1, end, always=noun.person)
            if after is not None and noun.singular in _OF_PEOPLE and _is_for_people(words[place + 1 : after[0]]):
                return None  # « une équipe de chercheurs »: of researchers
            if after is not None and noun.singular in _OF_PEOPLE and _is_of_people(words[after[0] - 1]):
                return None  # « une équipe de chercheurs »: of researchers
            if after is not None and not many and _is_plural_adjective(text, after[0]):
                return None  # « un don de terres privées »: they are
            if after is not None:
                place, said = after
                built.made_of.insert(0, said)
                continue
            return None
        found_ = graded(text, place, end)
        if found_ is not None and words[place] in ("le", "la", "les") and (words[place] == "les") != many:
            return None  # « combien de personnes le plus grave accident a-t-il tuées »
        if found_ is not None:
            place, said = found_
            built.before.insert(0, said)
            continue
        if word == "non" and place + 1 < end and words[place + 1][:1].islower():
            apart = lexicon.adjective(words[place + 1]) or _participle(text, place + 1)
            if apart is not None:
                built.before.insert(0, f"non-{apart}")
                place += 2
                continue
        adverb = lexicon.phrases("words", "adverbs").get((word,)) if place + 1 < end else None
        graded_ = (lexicon.adjective(words[place + 1]) or _participle(text, place + 1)) if adverb else None
        if adverb is not None and adverb.endswith("ly") and graded_ and words[place + 1][:1].islower():
            built.before.insert(0, f"{adverb} {graded_}")  # « un maire ouvertement écologiste », « récemment élu »
            place += 2
            continue
        said_ = lexicon.adjective(word) if word[:1].islower() else None
        if said_ is not None and not many and word.endswith("s") and lexicon.adjective(word[:-1]) is not None:
            return None  # « une vague d'attaques violentes »: they are, not the wave
        if said_ == "only":
            return None  # « la zone euro seule »: alone
        done = said_ is not None and any(form.tense == "participle" for form in lexicon.forms().get(word, ()))
        if done and words[place + 1 : place + 2] == ("de",) and (place + 1 < end or _takes_of(text, place)):
            return None  # « des hommes armés de battes »: with them
        if said_ is not None and not _takes_more(text, place, end):
            built.before.insert(0, said_)
            place += 1
            if (
                place + 3 < end
                and words[place] == ","
                and words[place + 2] in ("et", "ou")
                and (second := lexicon.adjective(words[place + 1]))
                and (third := lexicon.adjective(words[place + 3]))
            ):  # « une crise économique, sociale et politique »
                built.before[0] += f", {second} {'and' if words[place + 2] == 'et' else 'or'} {third}"
                place += 4
            if place + 1 < end and words[place] in ("et", "ou") and (other := lexicon.adjective(words[place + 1])):
                built.before[0] += f" {'and' if words[place] == 'et' else 'or'} {other}"
                place += 2
            continue
        participle = _participle(text, place)
        if participle is not None:
            built.before.insert(0, participle)
            place += 1
            continue
        if (
            re.fullmatch(r"(?:19|20)\d\d", word)
            and "year" not in noun.singular
            and noun.singular != "road"
            and not noun.person
        ):
            season = re.fullmatch(r"((?:19|20)\d\d)(?: ?- ?((?:19|20)?\d\d))?", text.span(place, end))
            if season is not None and noun.singular in ("quarter", "semester"):  # « le quatrième trimestre 2018 »
                built.name = f"of {season[1]}"
                return built
            if season is not None:  # « la saison 2018-2019 »
                built.before.insert(0, "–".join(part for part in season.groups() if part))
                return built
        if re.fullmatch(r"\d+(?:[.-]\d+)*", word) and place + 1 == end:
            built.name = word
            return built
        if noun.singular == "article" and word.isdigit() and words[place + 1 : end - 1] == ("alinéa",):
            built.name = f"{word}, paragraph {words[end - 1]}" if words[end - 1].isdigit() else ""
            return built if built.name else None  # « l'article 49 alinéa 3 »
        if is_name(text, place, end):
            built.name = name_of(text, place, end)
            return built
        return None
    return built


def _is_plural_adjective(text: Text, at: int) -> bool:
    """Whether the word at `at` is a plural adjective or participle of the plural noun before it."""
    word = text.words[at] if at < len(text.words) else ""
    if not word.endswith("s") or not text.words[at - 1].endswith(("s", "x")):
        return False
    done = any(form.tense == "participle" and form.plural for form in lexicon.forms().get(word, ()))
    return done or lexicon.adjective(word[:-1]) is not None


def _takes_of(text: Text, at: int) -> bool:
    """Whether what was done is done with something behind « de »: « armé de », « accusé de »."""
    done = (form.verb for form in lexicon.forms().get(text.words[at], ()) if form.tense == "participle")
    taken = [frame.english for verb in done for frame in lexicon.frames().get(verb, ()) if frame.tail == ("de",)]
    said = lexicon.adjective(text.words[at])  # « des terres privées de … »: private
    return any(english_verb(english).participle.split()[0] == said for english in taken)


def _is_for_people(words: tuple[str, ...]) -> bool:
    noun = _noun(words)
    return noun is not None and noun.person


def _is_of_people(word: str) -> bool:
    noun = lexicon.nouns().get((word,))
    return noun is not None and noun.person


def _made_of(text: Text, start: int, end: int, *, always: bool) -> tuple[int, str] | None:
    """A bare noun after « de »: « de presse » in « agence de presse »; with its own adjectives only as a set phrase."""
    for after in range(min(end, start + lexicon.longest_noun()), start, -1):
        noun = _noun(text.words[start:after]) if text.words[start][:1].islower() else None
        if text.words[after : after + 2] in (("et", "de"), ("ou", "de")):
            continue  # « une affaire de fraude et de corruption »
        if noun is not None and (always or after < end or text.words[after : after + 1] != ("de",)):
            return after, noun.singular
    return None


def _takes_more(text: Text, at: int, end: int) -> bool:
    """Whether the adjective has something of its own after it (« opposé à »)."""
    return text.words[at : at + 2] in lexicon.governed() and at + 1 >= end


def _participle(text: Text, at: int) -> str | None:
    """A participle that stands beside its noun like an adjective, nothing of its own after it: « des hommes armés »."""
    if at + 1 < len(text.words) and text.words[at + 1] in _AFTER_PARTICIPLE:
        return None
    for form in lexicon.forms().get(text.words[at], ()):
        if form.tense == "participle" and form.verb not in MOVING:
            frame = next((one for one in lexicon.frames().get(form.verb, ()) if not one.tail), None)
            if frame is not None and " " not in frame.english:
                return english_verb(frame.english).participle
    return None
