"""Where, when, of whom and with what: phrases that a preposition opens, put into English.

What « à » and « de » are in English depends on what stands before and after them; where that does not tell, there is
no English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from quiz.english import lexicon, moments, nominals, tables
from quiz.english.rules import english
from quiz.english.texts import Phrase, Text
from quiz.english.times import when

After = Literal["start", "noun", "verb", "participle", "prep", "and noun", "and verb", "comma", "infinitive", "of"]
"""What the piece before was, as far as it decides how the next one reads."""
Piece = tuple[str, After]
"""A piece in English, and what it leaves behind."""
PREPOSITIONS = frozenset({"à", "de", "en", "dans", "sur", "par", "pour", "contre", "avec", "vers", "comme"})
"""Words after which a phrase must follow."""
_TIMES = re.compile(r"(?:minutes?|heures?|jours?|semaines?|mois|ans?|années?|décennies?|siècles?|secondes?)$")
_FAR = re.compile(r"(?:meters?|kilometers?|miles?|km|feet|light-years?)$")
_BODY = re.compile(
    r"\b(?:arm|leg|wrist|knee|ankle|foot|shoulder|hip|back|thigh|elbow|neck|chest|hand|eye|face|stomach|calf|groin)s?$"
)
"""Where one may be hurt."""
_CHAMBER = re.compile(r"\b(?:[Pp]arliament|[Ss]enate|[Aa]ssembly|[Cc]ongress)$")
"""Where one sits and votes."""
_JUDGING = re.compile(
    r"\b(?:judges?|courts?|magistrates?|tribunal|parliament|senate|assembly|congress|committee|commission|council|jury)\b"
)
"""Before whom one appears."""
_TOWARD = frozenset({"relier", "transférer", "retourner", "rentrer", "revenir", "emmener", "ramener", "mener"})
_GIVING = frozenset({"exprimer", "donner", "adresser", "rendre", "apporter", "accorder", "offrir", "dédier",
                     "consacrer", "demander", "annoncer", "dire", "reprocher", "attribuer", "succéder",
                     "répondre"})  # fmt: skip
_WHERE = re.compile(
    r"\b(?:airport|station|conference|school|university|border|stadium|end|beginning|start|top|entrance|exit|headquarters|market"
    r"|hospital|court|court of appeal|prison|museum|office|factory|plant|site|summit|meeting|ceremony|event|festival"
    r"|championships?|tournament|competition|games|finish line|line|intersection|roundabout|checkpoint|post|port|hotel"
    r"|restaurant|palace|camp|base|center|altitude|time|moment|age|speed|height|level|rate|price|cost|temperature|dinner"
    r"|lunch|funeral|party|demonstration|rally|race|transition|podium|stage|table|point|place|house|home|residence|hall"
    r"|theater|cinema|church|cathedral|mosque|embassy|consulate|crossing|gate|door|dawn|depth|distance|position|arena"
    r"|abbey|beach|bottom|bridge|campus|cemetery|clinic|club|corner|courthouse|depot|farm|foot|front|interchange|kilometer"
    r"|lap|library|mall|mine|park|polling station|pool|rear|refinery|sanctuary|store|studio|supermarket"
    r"|synagogue|temple"
    r"|terminal|toll|town hall|track|velodrome|zoo)$"
)
"""Where one is "at"; « blessé à la tête » and « soutien à l'emploi » are said otherwise."""
_BUILT = frozenset({"appartement", "bar", "café", "clinique", "discothèque", "hôpital", "hôtel", "immeuble", "maison",
                    "parc", "prison", "quartier", "restaurant", "rue", "supermarché"})  # fmt: skip
"""What stands in a town."""
_SETTLED = re.compile(r"\b(?:city|municipality|neighborhood|province|region|town|village)$")
"""Where one is "in" though French says « à »."""
_RANKING = frozenset({"remporter", "gagner", "terminer", "finir", "classer", "imposer"})
_RECIPIENT = re.compile(
    r"\b(?:government|parliament|committee|police|courts?|bank|company|companies|party|council|ministry|association|country"
    r"|countries|population|family|families|press|authority|authorities|army|commission|senate|peoples?)$"
)
"""Bodies one gives or says something to."""
WORD_NUMBERS = frozenset({"deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "plus", "moins",
                           "environ", "près", "quelque", "quelques", "plusieurs", "une", "un"})  # fmt: skip


@dataclass(slots=True)
class Adverbials:
    """Reads phrases with prepositions in one text."""

    text: Text
    _toward: bool = False
    _giving: bool = False
    _ranking: bool = False

    def __post_init__(self) -> None:
        """Know whether the text has a verb that goes or gives to somewhere or somebody, or ends a race."""
        known = {form.verb for word in self.text.words for form in lexicon.forms().get(word, ())}
        self._toward, self._giving = bool(known & _TOWARD), bool(known & _GIVING)
        ranked = known & _RANKING or ("prendre" in known and "place" in self.text.words)
        self._ranking = bool(ranked) and "podium" not in self.text.words

    def prepositional(self, start: int, end: int, after: After) -> Iterator[Piece]:
        """What the words from `start` to `end` may be as a phrase that a preposition opens."""
        if after in ("prep", "infinitive"):
            return
        words = self.text.words
        for at, said in lexicon.matches("words", "prepositions", words[:end], start):
            if at >= end:
                continue
            begin, many = at, None
            if said == "in front of" and self._ranking:
                said = "ahead of"
            if said == "as" and words[start] == "comme" and after in ("noun", "and noun"):
                said = "such as"
            if words[at : at + 2] == ("de", "les"):
                begin, many = at + 2, True
            if words[at] == "de" and at + 2 < end and lexicon.adjective(words[at + 1]):
                begin, many = at + 1, True  # « par de graves inondations »
            if (
                said == "on"
                and words[begin] == "les"
                and words[begin + 1 : begin + 2]
                and words[begin + 1][0].isdigit()
            ):
                said = "of"  # « sur les 55 passagers »
            for phrase in nominals.phrases(self.text, begin, end, many):
                if phrase.open:
                    continue
                if said in ("of", "on") and re.search(
                    r"\b(?:years|months|days|weeks|hours|(?:a|one) (?:year|month|week))$", phrase.text
                ):
                    yield f"over {phrase.text}", "noun"
                    continue
                if said in ("in", "on") and phrase.text.startswith("all of "):  # « sur toute la France »
                    yield f"throughout {phrase.text.removeprefix('all of ')}", "noun"
                    continue
                if said == "in front of" and _JUDGING.search(phrase.text):
                    said = "before"
                if said == "on" and phrase.text.endswith((" pace", " rhythm")):
                    said = "at"
                if said == "up to" and phrase.place:
                    said = "as far as"
                yield f"{said} {without_article(phrase, words, end)}", "noun"
            if _TIMES.search(words[end - 1]) or any(word[:1].isdigit() for word in words[at:end]):
                amount = english(self.text.span(at, end))
                if amount is not None:
                    lasting = "for" if said in ("during", "since") else "over" if said == "on" else said
                    yield f"{lasting} {amount}", "noun"
            return
        if words[start] == "de" and "à" in words[start:end] and any(word[:1].isdigit() for word in words[start:end]):
            spread = english(self.text.span(start, end))  # « de 20 à 25 % »
            if spread is not None:
                yield f"from {spread.removeprefix('from ')}", "noun"
        if words[start] in ("de",):
            yield from self._of(start + 1, end, after)
        elif words[start] == "à":
            yield from self._at(start + 1, end)
            if start + 1 < end:
                yield from self._with_so_many(start + 1, end, after)
        elif words[start] == "en":
            yield from self._in(start + 1, end)

    def _up_to(self, at: int) -> bool:
        """« du pont jusqu'à la gare »: no verb between, as in « la marche des élèves réunit jusqu'à 20 personnes »."""
        words = self.text.words
        if "jusqu'" not in words[at:]:
            return False
        return not any(word in lexicon.forms() for word in words[at : words.index("jusqu'", at)])

    def _of(self, start: int, end: int, after: After) -> Iterator[Piece]:
        if start >= end:
            return
        if after in ("noun", "and noun", "start", "comma"):
            linked = "de" in self.text.words[max(0, start - 6) : start - 1]
            link = "from" if self._up_to(end) and not linked else "of"
            for phrase in nominals.phrases(self.text, start, end):
                if after == "start" and self.text.words[start][:1].isdigit():
                    break
                within = phrase.place and end - start == 1 and self.text.words[start - 2] in _BUILT
                said = without_article(phrase, self.text.words, end)
                yield f"{'in' if within else link} {said}", "prep" if phrase.open else "noun"
            counted = self.text.words[start][:1].isdigit() or self.text.words[start] in WORD_NUMBERS
            amount = english(self.text.span(start, end)) if counted else None
            if amount is not None:
                yield f"{'from' if after == 'start' else 'of'} {amount}", "noun"
            day = moments.date(re.sub(r"^(?:le |la |l')", "", self.text.span(start, end)))
            if day is not None:
                yield f"of {day}", "noun"
        elif after in ("verb", "participle") and not self._being(start - 2):
            counted = any(word[:1].isdigit() for word in self.text.words[start:end])
            amount = english(self.text.span(start, end)) if counted else None
            if amount is not None:
                yield f"by {amount}", "noun"

    def _being(self, at: int) -> bool:
        """Whether « de » comes right after « être »: « la limite est-elle de 30 litres »."""
        last = self.text.words[at - 1 if self.text.words[at].startswith("<") else at] if at > 0 else ""
        return any(form.verb == "être" for form in lexicon.forms().get(last, ()))

    def _at(self, start: int, end: int) -> Iterator[Piece]:
        if start >= end:
            return
        words = self.text.words
        for phrase in nominals.phrases(self.text, start, end):
            article = words[start] in ("le", "la", "les", "l'")
            if phrase.name and not phrase.place and not article and self._giving:
                continue  # « à Morin »: a town, or somebody
            if phrase.name and not phrase.place and words[start] in tables.listed("given", "given") and end - start > 1:
                yield f"to {phrase.text}", "noun"
            elif phrase.place or (phrase.name and not article):
                to = self._toward or (self._giving and article)  # « a donné à la Birmanie »
                yield f"{'to' if to else 'in'} {phrase.text}", "noun"
            elif _CHAMBER.search(phrase.text) and not self._giving:
                yield f"in {phrase.text}", "noun"  # « a remporté 182 sièges au parlement »
            elif phrase.person or _RECIPIENT.search(phrase.text):
                yield f"to {phrase.text}", "noun"
            elif _SETTLED.search(phrase.text):
                yield f"in {without_article(phrase, words, end)}", "noun"
            elif words[start] in ("le", "la", "les", "l'", "un", "une", "cette", "ce") and (
                phrase.name or _WHERE.search(phrase.text)
            ):
                yield f"at {without_article(phrase, words, end)}", "noun"

            elif _BODY.search(phrase.text) and words[start] in ("le", "la", "les", "l'"):
                yield f"{'in' if self._hurt() else 'to'} {phrase.text}", "noun"  # « blessé au bras »
        counted = any(word[:1].isdigit() or word in WORD_NUMBERS for word in words[start:end])
        amount = english(self.text.span(start, end)) if counted else None
        if amount is None:
            return
        if _FAR.search(amount) and words[end : end + 1] == ("de",):  # « à 15 km de Metz »
            yield f"{amount} from", "of"
        elif _FAR.search(amount) and any(lexicon.matches("words", "prepositions", words, end)):
            yield amount, "noun"
        if re.search(r"[$€£]|dollars|euros|percent|%|degrees|meters|km/h", amount):
            yield f"at {amount}", "noun"

    def _with_so_many(self, start: int, end: int, after: After) -> Iterator[Piece]:
        """« un vaccin à trois doses », « une maison à deux étages »: with so many of something."""
        words = self.text.words
        if after not in ("noun", "and noun") or not (words[start][:1].isdigit() or words[start] in WORD_NUMBERS):
            return
        if words[start] in ("plus", "moins", "environ", "près", "quelque", "un", "une") or end - start < 2:
            return
        if _TIMES.search(words[end - 1]) or english(self.text.span(start, end)) is not None:
            counted = tables.counted("nouns", "nouns").get(words[end - 1])
            if counted is None:
                return
        for phrase in nominals.phrases(self.text, start, end, True):
            yield f"with {phrase.text}", "noun"

    def _hurt(self) -> bool:
        """Whether somebody is hurt somewhere, rather than having a wound to it."""
        known = {form.verb for word in self.text.words for form in lexicon.forms().get(word, ())}
        return bool(known & {"blesser", "toucher", "frapper", "atteindre", "opérer"})

    def receives(self, start: int, end: int) -> bool:
        """Whether what follows « à » may be who receives: « au vainqueur », not « à Metz » or « à la cérémonie »."""
        words = self.text.words
        if any(when(self.text.span(start - 1, cut)) for cut in range(start + 1, min(end, start + 6) + 1)):
            return False
        for cut in range(min(end, start + 8), start, -1):
            found = next(iter(nominals.phrases(self.text, start, cut)), None)
            if found is not None:
                known = found.person or _RECIPIENT.search(found.text) or words[start] in tables.listed("given", "given")
                return bool(known or not (found.place or found.name or _WHERE.search(found.text)))
        return False

    def timed(self, start: int, end: int) -> bool:
        """Whether the words say when or in how long: « le 5 mai », « en seulement deux jours »."""
        if when(self.text.span(start, end)):
            return True
        last = self.text.words[end - 1]
        return self.text.words[start] == "en" and bool(_TIMES.search(last) and next(self._in(start + 1, end), None))

    def _in(self, start: int, end: int) -> Iterator[Piece]:
        words = self.text.words
        if start >= end:
            return
        lasting = _TIMES.search(words[end - 1])
        if lasting and (amount := english(self.text.span(start, end), (), "duration")):  # « en seulement deux jours »
            yield f"in {amount}", "noun"
        if words[start] in ("le", "la", "les", "un", "une"):
            return
        for phrase in nominals.phrases(self.text, start, end, False):
            yield f"in {phrase.text}", "noun"


def without_article(phrase: Phrase, words: tuple[str, ...], end: int) -> str:
    """A mass noun without its article where nothing says of what: « dans la santé » is "in health"."""
    following = words[end] if end < len(words) else ""
    return phrase.text.removeprefix("the ") if phrase.bare and following not in ("de",) else phrase.text
