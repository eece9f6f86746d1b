"""Slips of French mended in our own words where only one repair is possible: a participle or an adjective that does not
agree with its noun, « avant dernier » without its hyphen, « il a 3 000 ans » for « il y a », a small word said twice.

Plain text in, plain text out, without quotations. Genders are known from a list and from sure endings; of any other
noun nothing is said, and what might be right is left as it is.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Literal

from quiz.authoring.french import agree, elides
from quiz.facts.lexicon import bag
from quiz.facts.value_words import words as value_words
from quiz.facts.verbs import finite, is_adjective, is_noun, participle

_FEMININE = (
    "tion", "sion", "ance", "ence", "ette", "aille", "esse", "ude", "ité", "euse", "trice", "aison", "ade", "ure",
)  # fmt: skip
_MASCULINE = ("ment", "isme")
"""Endings of nouns that are of one gender, but for those of the list `odd_genders`."""


@cache
def _listed() -> dict[str, Literal["m", "f"]]:
    """Common nouns that are always of one gender, none of people: word -> gender."""
    text = (Path(__file__).parent / "data" / "genders.txt").read_text(encoding="utf-8")
    table: dict[str, Literal["m", "f"]] = {}
    for row in text.splitlines():
        gender, _, word = row.partition(" ")
        if word and gender in ("m", "f"):
            table[word] = "f" if gender == "f" else "m"
    return table


def sure_gender(noun: str) -> Literal["m", "f", ""]:
    """The gender of a common noun in small letters, singular or plural; "" where it is not sure: "personnes" is f."""
    one = noun if noun in _listed() else noun.removesuffix("s").removesuffix("x")
    if one in _listed():
        return _listed()[one]
    if one in value_words("odd_genders") or not is_noun(one):
        return ""
    if one in value_words("feminine_nouns") or one.endswith(_FEMININE):
        return "f"
    return "m" if one.endswith(_MASCULINE) else ""


def mended_slips(text: str) -> str:
    """The text with every slip mended that can be mended in one way only: « cinq personnes ont été blessés » is
    « … blessées », « son commerce extérieure » « … extérieur », « l'avant dernière étape » « l'avant-dernière »."""
    text = _TWICE.sub(r"\1", text)
    text = _LAST_BUT_ONE.sub(r"avant-\1", text)
    text = _LIGHT_YEARS.sub("années-lumière", text)
    text = _SEVERAL_OF.sub(r"\1s", text)
    text = _OWED.sub(_owed, text)
    text = _DETERMINED.sub(_determined, text)
    text = _OF_BODIES.sub(_of_bodies, text)
    text = _AGO.sub(r"\g<before> il y a \g<span>", text)
    text = _ASKED.sub(_of_many, text)
    text = _COUNTED.sub(_of_many, text)
    text = _ONE.sub(_of_one, text)
    text = _ONE_OF.sub(_of_one, text)
    text = _LOCALS.sub(_of_locals, text)
    text = _TAKEN_UP.sub(_of_pronoun, text)
    text = _MADE_TO.sub(_made_to, text)
    text = _IN_GRAVE.sub(_in_graves, text)
    text = _ADVERBS.sub(_adverb, text)
    text = _JOINED.sub(r"\g<one>-\g<two>", text)
    text = _OFFICIAL.sub(_official, text)
    text = _ELIDED.sub(_described_elided, text)
    return _DESCRIBED.sub(_described, text)


_TWICE = re.compile(r"(?<![\w'’-])(à|de|du|des|le|la|les|aux|et|une?|dans|par|pour|sur|qui) \1(?= [a-zà-ÿ])")
"""« à à », « de de »: no French has these twice; « nous nous », « vous vous », « en en faisant » are right."""
_LAST_BUT_ONE = re.compile(r"(?<=[ '’])avant (derni(?:er|ère)s?)(?= [a-zà-ÿ]|,|\.| \?|$)")
_LIGHT_YEARS = re.compile(
    r"\bann[ée]es?-lumières\b|(?<=millions d['’])année-lumière\b|(?<=milliards d['’])année-lumière\b"
)
_SEVERAL_OF = re.compile(
    r"(?<![\d,.])(?<!\d )((?:[2-9]|\d{2}|deux|trois|quatre|cinq|six|sept|huit|neuf|dix) "
    r"(?:an|année|jour|kilomètre|minute|mètre|personne|point|seconde|semaine))(?![\w’'-])"
)
"""« en 2 minute 21 secondes »; « 1,5 minute » is right."""
_OWED = re.compile(
    r"(?<![\w’'-])(?P<noun>[a-zà-ÿœ]{3,}) dut (?P<to>à (?:une?|des?|la|l['’]|ses|son|sa|leurs?)|au|aux)\b"
)


def _owed(found: re.Match[str]) -> str:
    """« huit mois de retard dut à des pannes »: due to, where a masculine noun stands before it."""
    return f"{found['noun']} dû {found['to']}" if sure_gender(found["noun"]) == "m" else found.group()


_DETERMINED = re.compile(
    r"(?<![\w’'-])(?P<the>[Ll]e|[Uu]n|[Cc]e|du|au|[Ll]a|[Uu]ne|[Cc]ette) (?P<noun>[a-zà-ÿœ]{4,})(?![\w’'-])"
)
_OTHER = {"le": "la", "un": "une", "ce": "cette", "du": "de la", "au": "à la", "la": "le", "une": "un", "cette": "ce"}
_SURE = ("ation", "ition", "ission", "ance", "ence", "ette", "ité", "ade", "ment")


def _determined(found: re.Match[str]) -> str:
    """« sur le commune de Brumelle », « un pénalité »: the determiner of the other gender, before what is no verb."""
    the, noun = found["the"], found["noun"]
    told = "f" if the.lower() in ("la", "une", "cette") else "m"
    listed = noun in _listed() or noun in value_words("feminine_nouns") or noun.endswith(_SURE)
    verbal = the.lower() in ("le", "la", "ce") and (finite(noun) is not None or participle(noun) is not None)
    vowel = elides(noun) and the.lower() not in ("un", "une")
    if not listed or verbal or vowel or noun.endswith("s") or sure_gender(noun) in ("", told):
        return found.group()
    if is_adjective(noun) and noun not in value_words("feminine_nouns"):
        return found.group()
    right = _OTHER[the.lower()]
    return f"{right.capitalize() if the[0].isupper() else right} {noun}"


_BODIES = {
    "m": "Tribunal|Parlement|Sénat|Conseil|Ministère|Parquet|Gouvernement|Comité|Congrès|Département|Syndicat|Musée",
    "f": "Cour|Chambre|Commission|Préfecture|Mairie|Région|Banque|Fédération|Ligue|Gendarmerie",
}
_OF_BODIES = re.compile(
    rf"(?<![\w’'-])(?:(?P<la>[Ll]a|[Uu]ne) (?P<his>{_BODIES['m']})|(?P<le>[Ll]e|[Uu]n) (?P<her>{_BODIES['f']}))\b"
)


def _of_bodies(found: re.Match[str]) -> str:
    """« devant la Tribunal »: a body's noun with a capital, behind the determiner of the other gender."""
    the, noun = (found["la"], found["his"]) if found["la"] else (found["le"], found["her"])
    right = _OTHER[the.lower()]
    return f"{right.capitalize() if the[0].isupper() else right} {noun}"


_AGO = re.compile(
    r"(?P<before>(?<![\w'’-])(?!(?:et|mais|ou|où|quand|si|car|dont|comme|alors|puis|donc|aussi|après)\b)[a-zà-ÿ]{2,}|\d{4})"
    r" il a (?P<span>(?:environ |plus de |près de |quelque )?(?:\d[\d \u00a0\u202f]*|deux|trois|quatre|cinq|six"
    r"|sept|huit|dix|vingt|trente|quarante|cinquante|cent|mille) (?:milliers d['’]|millions d['’])?"
    r"(?:ans|années|mois|semaines|jours)\b(?! de (?:prison|retard|moins|plus)))"
)
"""« sa disparition il a 28 000 ans »: no clause begins behind a noun without a comma."""

_BEING = (
    r"(?:ont|avaient|auraient|auront) (?:\w+ment |déjà |aussi |encore |toutes |tous )?été|sont|étaient|seront|furent"
)
_ADVERB = r"(?:\w+ment |déjà |aussi |encore |toutes |tous )?"
_WORD = r"(?P<said>[a-zà-ÿ]*(?:[éiu]|mort)(?:e?s?))(?![\w’'-])"
_NUMBERS = (
    r"\d[\d \u00a0\u202f]*|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt"
    r"|trente|quarante|cinquante|soixante|cent|_____"
)
_ASKED = re.compile(
    r"(?P<all>[Cc]ombien d(?:e |['’])(?P<noun>[a-zà-ÿœ]+[sx])(?: (?!(?:de|d|du|des|et|ou|qui|que|dont|avec|entre)\b)"
    rf"[\w’'-]+)* (?:{_BEING}) {_ADVERB}){_WORD}"
)
_COUNTED = re.compile(
    rf"(?P<all>(?:^|[,;:.(] |(?:moins|plus|près|lesquels|desquels) de |(?:environ|dont|que) |qu['’])"
    rf"(?:{_NUMBERS}|[Ll]es|[Cc]es|[Dd]es|[Pp]lusieurs) (?P<noun>[a-zà-ÿœ]+[sx]) (?:{_BEING}) {_ADVERB}){_WORD}",
    re.IGNORECASE,
)
_ONE = re.compile(
    r"(?P<all>(?:^|[,;:] |\bque |qu['’])(?P<the>[Ll]a|[Uu]ne|[Cc]ette|[Ll]e|[Uu]n|[Cc]et?) (?P<noun>[a-zà-ÿœ]+)"
    rf" (?:(?:a|avait|aura|aurait) {_ADVERB}été|est|était|sera|fut) {_ADVERB}){_WORD}"
)
_TAKEN_UP = re.compile(
    r"(?P<all>(?<![\w'’-])(?P<pronoun>[Ii]ls|[Ee]lles|[Ee]lle) (?:ont|avaient|auraient|auront|a|avait|aurait)"
    rf" {_ADVERB}été {_ADVERB}){_WORD}"
)


def _bare(said: str) -> str:
    """The masculine singular of a participle: « blessées » is "blessé"; "" where there is none."""
    base = said.removesuffix("s")
    base = base.removesuffix("e")
    known = participle(base) is not None or base in ("mort", "né")
    return (
        base if known and base not in ("été", "plu", "dû", "eu", "tu", "pu", "lui", "ni", "aussi", "si", "qui") else ""
    )


def _of_many(found: re.Match[str]) -> str:
    """« combien de personnes ont été blessés »: of a noun in the plural whose gender is sure."""
    gender, base = sure_gender(found["noun"].lower()), _bare(found["said"])
    if not gender or not base or found["noun"].lower() in _MEASURES:
        return found.group()
    return found["all"] + agree(base, gender, True)


_MEASURES = bag(
    "centaines dizaines douzaines heures kilos litres milliers millions milliards moitiés parties pour tiers tonnes "
    "vingtaines trentaines cinquantaines quinzaines gens"
)
"""What may agree with what it is a measure of, and « gens », which has its own ways."""


def _of_one(found: re.Match[str]) -> str:
    """« La course a été annulé »: where the determiner and what is known of the noun say the same."""
    the = "f" if found["the"].lower() in ("la", "une", "cette") else "m"
    gender, base = sure_gender(found["noun"]), _bare(found["said"])
    if gender != the or not base or found["noun"] in _PARTS:
        return found.group()
    return found["all"] + agree(base, gender, False) if not found["said"].endswith("s") else found.group()


_PARTS = bag("majorité moitié partie plupart totalité centaine dizaine vingtaine trentaine quinzaine tiers")


def _of_pronoun(found: re.Match[str]) -> str:
    """« ils ont été recensée », « elle a été blessé »."""
    pronoun, base = found["pronoun"].lower(), _bare(found["said"])
    one = re.search(r"s? (?:a|avait|aurait) ", found["all"].removeprefix(found["pronoun"])) is not None
    if not base or one != (pronoun == "elle"):
        return found.group()
    return found["all"] + agree(base, "f" if pronoun.startswith("elle") else "m", not one)


_ONE_OF = re.compile(
    r"(?P<all>(?:^|[,;:] |\bque |qu['’])(?P<the>[Ll]a|[Uu]ne|[Cc]ette|[Ll]e|[Uu]n|[Cc]et?) (?P<noun>[a-zà-ÿœ]+)"
    r" d(?:e |u |es |['’])(?:l[ae] |l['’])?[\w'’ -]{3,40}?"
    rf" (?:(?:a|avait|aura|aurait) {_ADVERB}été|est|était|sera|fut) {_ADVERB}){_WORD}"
)
"""« Une grève d'une journée a été déclenché »: the head of all agrees, unless it is a measure."""
_LOCALS = re.compile(rf"(?P<all>(?<![\w'’-])(?P<noun>[a-zà-ÿ]+s) [a-zà-ÿ]+aux (?:{_BEING}) {_ADVERB}){_WORD}")


def _of_locals(found: re.Match[str]) -> str:
    """« six fonctionnaires locaux étaient encore gardées »: the adjective tells the gender, and the number."""
    base = _bare(found["said"])
    return found["all"] + agree(base, "m", True) if base and is_noun(found["noun"]) else found.group()


_MADE_TO = re.compile(r"(?P<be>\bs['’](?:est|était)|\bse (?:sont|seront)) faite?s? (?P<said>[a-zà-ÿ]+(?:ées?|és?))\b")


def _made_to(found: re.Match[str]) -> str:
    """« elle s'est faite éliminée » is « s'est fait éliminer »."""
    base = re.sub(r"es?$|s$", "", found["said"])
    verb = f"{base.removesuffix('é')}er"
    return f"{found['be']} fait {verb}" if base.endswith("é") and participle(base) is not None else found.group()


_IN_GRAVE = re.compile(
    r"\b(?P<by>en|avec|par|de|sous) (?P<said>grave|forte?|lourde?|sérieuse|importante?|récente?|nouvelle|vive|longue) "
    r"(?P<noun>[a-zà-ÿ]{5,}s)\b"
)


def _in_graves(found: re.Match[str]) -> str:
    """« est en grave difficultés » is « en graves difficultés », of a noun that is no singular in -s."""
    one = found["noun"].removesuffix("s")
    plural = is_noun(one) and not is_noun(found["noun"].removesuffix("es") + "ès")
    sure = sure_gender(one) != "" and found["noun"] not in ("cours", "recours", "secours", "parcours", "discours")
    return f"{found['by']} {found['said']}s {found['noun']}" if plural and sure else found.group()


_ADVERBS = re.compile(r"(?<![\w'’-])(?P<said>[a-zà-ÿ]{5,}ment)s (?=[a-zà-ÿ]+(?:é|ée|és|ées|i|ie|is|ies)\b)")


def _adverb(found: re.Match[str]) -> str:
    """« des poules fraîchements égorgées »: an adverb has no plural; « les bâtiments rénovés » are a noun."""
    said = found["said"]
    adverb = not is_noun(said) and is_adjective(said.removesuffix("ment"))
    return f"{said} " if adverb else found.group()


_JOINED = re.compile(r"(?<![\w'’-])(?P<one>[A-ZÀ-Þ][a-zà-ÿ]{2,}o) - (?P<two>[A-ZÀ-Þ][a-zà-ÿ]{3,})\b")
"""« l'homme d'affaires Italo - Suisse »: a half of a nation's name, with the other."""
_FOREIGN = {"turque": "turc", "grecque": "grec", "publique": "public", "franque": "franc"}
_OFFICIAL = re.compile(
    r"(?<![\w'’-])(?P<the>[Ll]e|[Uu]n|[Dd]u|[Aa]u|[Cc]e) (?P<noun>[a-zà-ÿœ]{3,}) "
    r"(?P<more>[a-zà-ÿ]+(?:el|al|if|ien|eur|ais) )?"
    rf"(?P<said>{'|'.join(_FOREIGN)})(?![\w’'-])"
)


def _official(found: re.Match[str]) -> str:
    """« le discours officiel turque » is « … turc »: of a masculine noun, and nothing between but its adjective."""
    if sure_gender(found["noun"]) != "m":
        return found.group()
    return found.group().removesuffix(found["said"]) + _FOREIGN[found["said"]]


_ELIDED = re.compile(r"(?<![\w'’-])(?P<the>[lL]['’])(?P<noun>[a-zà-ÿœ]{3,}) (?P<said>[a-zà-ÿ]{4,})(?![\w’'-])")


def _described_elided(found: re.Match[str]) -> str:
    """« l'incendie partielle » is « l'incendie partiel », where the noun is of a gender we are sure of."""
    right, said = other_gender(found["noun"], found["said"]), found["said"]
    if said.endswith("elle") and sure_gender(found["noun"]) == "m" and is_adjective(said.removesuffix("le")):
        right = said.removesuffix("le")  # « partielle » is a noun too
    behind = _BEHIND.search(found.string[: found.start()])
    return found.group().removesuffix(said) + right if right and not behind else found.group()


_ENDS = (
    ("ale", "al"), ("elle", "el"), ("ive", "if"), ("ienne", "ien"), ("ieure", "ieur"), ("aise", "ais"), ("oise", "ois"),
    ("ière", "ier"), ("euse", "eux"),
)  # fmt: skip
_DESCRIBED = re.compile(
    r"(?<![\w'’-])(?P<the>(?:[Ll]a|[Uu]ne|[Ss]a|[Cc]ette|[Ll]e|[Uu]n|[Cc]et?"
    r"|[Ss]on|[Ll]eur) (?:grand |grande |vaste |nouveau |nouvelle |premier |première )?)(?P<noun>[a-zà-ÿœ]{3,}) "
    r"(?P<said>[a-zà-ÿ]{4,})(?![\w’'-])"
)


_BEHIND = re.compile(r"(?:\b(?:de|à|en|dans|sur|par|pour|avec)|\bd['’]) ?$", re.IGNORECASE)


def other_gender(noun: str, adjective: str) -> str:
    """The adjective as the noun wants it, where it stands in the other gender, else "": "national" after
    "concertation" is "nationale"."""
    gender = sure_gender(noun)
    for feminine, masculine in _ENDS:
        if gender == "m" and adjective.endswith(feminine):
            right = adjective[: -len(feminine)] + masculine
            return right if is_adjective(right) and not is_noun(adjective) else ""
        if gender == "f" and adjective.endswith(masculine):
            right = adjective[: -len(masculine)] + feminine
            return right if is_adjective(adjective) and len(masculine) < len(adjective) - 1 else ""
    return ""


def unagreed(text: str) -> str:
    """An adjective that does not agree with the noun beside it, where another noun before may be what it describes and
    nothing can be mended: « le thème de la concertation national ». "" where there is none."""
    for found in _DESCRIBED.finditer(text):
        if other_gender(found["noun"], found["said"]) and found["the"].split()[0].lower() not in ("son", "leur"):
            return f"{found['noun']} {found['said']}"
    return ""


def _described(found: re.Match[str]) -> str:
    """« son commerce extérieure », « une concertation national »: beside its noun, and the noun the head of all, not
    « le ministre de la défense français »."""
    the = found["the"].split()[0].lower()
    told = "f" if the in ("la", "une", "sa", "cette") else "m" if the in ("le", "un", "ce", "cet") else ""
    right = other_gender(found["noun"], found["said"])
    behind = _BEHIND.search(found.string[: found.start()])
    if not right or behind or (told and told != sure_gender(found["noun"])):
        return found.group()
    return found.group().removesuffix(found["said"]) + right
