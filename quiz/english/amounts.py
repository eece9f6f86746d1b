"""Numbers with what they count or measure: percentages, money, units (CLDR, through Babel), counted things, fractions.

Takes a normalised French phrase without its hedges and gives English, or None where a word of it is unknown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from quiz.english import moments, tables
from quiz.english.numerals import FIGURES, NUMBER_WORDS, ORDINAL, SCALES, Number, ordinal, read, spelled


@dataclass(frozen=True, slots=True)
class Amount:
    """English of an amount. `counted`: things one counts, so that less of them is fewer."""

    text: str
    counted: bool = False


_SCALE = "|".join(sorted(SCALES, key=len, reverse=True))
_NUMBER = re.compile(rf"(?:{FIGURES}|{NUMBER_WORDS})(?:[ -](?:{_SCALE}))?(?![\w,.]*\d)(?!\w)")
_GLUED = re.compile(rf"({FIGURES})(?=[a-zA-Z%€$£°µ²])")
_SIGNS = {"€": "€", "$": "$", "£": "£", "¥": "¥", "EUR": "€", "USD": "US$", "$US": "US$", "$ US": "US$", "US$": "US$",
          "$CA": "CA$", "$ CA": "CA$", "$CAN": "CA$", "$ CAN": "CA$", "CHF": "CHF "}  # fmt: skip
_PREFIXES = {
    "k": "thousand",
    "K": "thousand",
    "M": "million",
    "Md": "billion",
    "Mds": "billion",
    "Mrd": "billion",
    "G": "billion",
}
_SIGN = "|".join(re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True))
_SIGNED = re.compile(rf"(?:({'|'.join(_PREFIXES)}) ?)?({_SIGN})")
_FRACTIONS = {
    "la moitié": "half", "un demi": "one half", "le double": "double", "le triple": "triple",
    "le quadruple": "quadruple",
    "un tiers": "one third", "le tiers": "one third", "un quart": "one quarter", "le quart": "one quarter",
}  # fmt: skip
_RANKED = {
    "place": "place", "position": "position", "rang": "place", "étape": "stage", "édition": "edition",
    "saison": "season", "journée": "matchday", "fois": "time", "siècle": "century",
}  # fmt: skip
_PARTS = {"tiers": "thirds", "quarts": "quarters"}
_PLUS_OR_MINUS = re.compile(r"([+−–-]) ?(?=\d)")
_HALF = re.compile(r"une? demi-(\w+)(?: (?:de |d')(.+))?")
_ONE_OF = re.compile(r"une? (\w+)(?: (?:de |d')(.+))?")
_SOME = re.compile(r"(plusieurs|quelques) (?!dizaines|centaines|milli)(.+)")
_SEVERAL = re.compile(r"(des|plusieurs|quelques) (dizaines|centaines|milliers|millions|milliards)(?: (?:de |d')(.+))?")
_OUT_OF = re.compile(r"(.+?) sur (.+)")
_FRACTION = re.compile(r"(\w+) (tiers|quarts|\w+ièmes?)")
_ARTICLE = re.compile(r"^(?:le |la |l')")
_NUMBERED = re.compile(r"(?:numéro|n°|no) ?(\d+)")
_RANK = re.compile(rf"({ORDINAL})(?: ({'|'.join(_RANKED)}))?")


def split_number(text: str) -> tuple[Number, str] | None:
    """The number at the start of `text` and what comes after it, without the space between."""
    match = _NUMBER.match(text) or _GLUED.match(text)
    if match is None:
        return None
    number = read(match.group())
    return None if number is None else (number, text[match.end() :].strip())


def amount(text: str, is_duration: bool = False) -> Amount | None:
    """The amount that `text` is, or None: « 44 % », « deux minutes », « 1,2 milliard d'euros », « 300 personnes »."""
    for rule in (_signed_number, _plain, _half, _collective, _out_of):
        found = rule(text)
        if found is not None:
            return found
    if text in _FRACTIONS:
        return Amount(_FRACTIONS[text])
    for rule_text in (_fraction(text), _rank(text), _pieces(text, is_duration)):
        if rule_text is not None:
            return Amount(rule_text)
    return None


def _signed_number(text: str) -> Amount | None:
    """« +18,15 % », « − 3 % »: the sign stays where it is."""
    match = _PLUS_OR_MINUS.match(text)
    if match is None:
        return None
    rest = _plain(text[match.end() :])
    return Amount(("+" if match[1] == "+" else "−") + rest.text) if rest else None


def _plain(text: str) -> Amount | None:
    for sign in ("€", "$", "£", "¥"):
        if text.startswith(sign):
            return _sign_first(text[len(sign) :].strip(), sign)
    found = split_number(text)
    if found is None:
        return None
    number, rest = found
    if not rest:
        return Amount(number.english())
    if rest in ("%", "pour cent", "pour-cent", "p. 100"):
        return Amount(number.english() + (" percent" if number.in_words else "%"))
    if rest in ("‰", "pour mille"):
        return Amount(number.english() + ("‰" if rest == "‰" else " per thousand"))
    money = _SIGNED.fullmatch(rest)
    if money is not None:
        scale = _PREFIXES.get(money[1] or "", "")
        return Amount(f"{_SIGNS[money[2]]}{number.english()}{' ' + scale if scale else ''}")
    if rest in ("et demi", "et demie"):
        return None
    half = re.fullmatch(r"(.+) et demie?", rest)
    if half:
        return _and_a_half(number, half[1])
    linked = re.sub(r"^(?:de |d')", "", rest)
    if linked != rest and not number.scale:
        return None
    return _measured(number, linked)


def _sign_first(rest: str, sign: str) -> Amount | None:
    match = re.fullmatch(rf"({FIGURES}) ?(millions?|milliards?|[mM]|bn)?", rest)
    number = read(match[1]) if match else None
    if match is None or number is None:
        return None
    scale = {"m": "m", "M": "M", "bn": "bn", None: ""}.get(match[2], f" {SCALES.get(match[2] or '', '')}")
    return Amount(f"{sign}{number.english()}{scale}")


def _measured(number: Number, thing: str) -> Amount | None:
    """A number and the unit, currency or thing after it."""
    symbol = tables.words("units", "symbols").get(thing)
    if symbol is not None:
        return Amount(f"{number.english()}{'' if symbol.startswith('°') else ' '}{symbol}")
    name = unit_name(thing, number.one)
    if name is not None:
        if thing == "fois" and number.in_words and not number.scale and number.whole in (1, 2):
            return Amount({1: "once", 2: "twice"}[number.whole])
        return Amount(f"{number.english()} {name}")
    noun = tables.counted("nouns", "nouns").get(thing)
    if noun is not None:
        return Amount(f"{number.english()} {noun[0] if number.one else noun[1]}", counted=True)
    return None


def unit_name(thing: str, one: bool) -> str | None:
    """The English word for a French unit or currency word, singular where `one`."""
    for table in ("own", "currencies"):
        forms = tables.counted("units", table).get(thing)
        if forms is not None:
            return forms[0] if one else forms[1]
    unit = tables.cldr_units().get(thing)
    return _cldr_name(unit, one) if unit else None


def _cldr_name(unit: str, one: bool) -> str:
    from babel.units import format_unit

    count = 1 if one else 2
    return str(format_unit(count, unit, "long", locale="en")).removeprefix(f"{count} ")


def _and_a_half(number: Number, thing: str) -> Amount | None:
    """« deux ans et demi » is two and a half years."""
    name = unit_name(thing, False)
    if name is None or number.decimals or number.whole > 99:
        return None
    said = number.english() if number.scale else spelled(number.whole)
    return Amount(f"{said} and a half {name}")


def _half(text: str) -> Amount | None:
    """« une demi-heure », « un demi-million d'euros »."""
    match = _HALF.fullmatch(text)
    if match is None:
        return None
    scale = SCALES.get(match[1])
    if scale:
        thing = _many(match[2]) if match[2] else ""
        return None if thing is None else Amount(f"half a {scale} {thing}".strip())
    name = unit_name(match[1], True)
    return (
        Amount(f"half {'an' if name[0] in 'aeiou' or name == 'hour' else 'a'} {name}")
        if name and not match[2]
        else None
    )


def _many(thing: str) -> str | None:
    """The plural of a unit, currency or counted thing."""
    noun = tables.counted("nouns", "nouns").get(thing)
    return noun[1] if noun else unit_name(thing, False)


def _collective(text: str) -> Amount | None:
    """« une centaine de personnes » is about a hundred people, « des milliers de foyers » thousands of households."""
    single = _ONE_OF.fullmatch(text)
    if single and single[1] in tables.words("units", "collective"):
        thing = _many(single[2]) if single[2] else ""
        about = "about " + tables.words("units", "collective")[single[1]]
        return None if thing is None else Amount(f"{about} {thing}".strip(), counted=True)
    some = _SOME.fullmatch(text)
    if some:
        thing = _many(some[2])
        return Amount(f"{'several' if some[1] == 'plusieurs' else 'a few'} {thing}", counted=True) if thing else None
    several = _SEVERAL.fullmatch(text)
    if several is None:
        return None
    few = {"des": "", "plusieurs": "several ", "quelques": "a few "}[several[1]]
    size = {"dizaines": "dozen", "centaines": "hundred", "milliers": "thousand"}.get(several[2]) or SCALES[several[2]]
    thing = _many(several[3]) if several[3] else ""
    if thing is None:
        return None
    if not few:
        return Amount(f"{size}s of {thing}" if thing else f"{size}s", counted=True)
    return Amount(f"{few}{size} {thing}".strip(), counted=True)


def _out_of(text: str) -> Amount | None:
    """« sept sur dix »."""
    match = _OUT_OF.fullmatch(text)
    left, right = (read(match[1]), read(match[2])) if match else (None, None)
    if left is None or right is None or left.scale or right.scale:
        return None
    return Amount(f"{left.english()} out of {right.english()}")


def _fraction(text: str) -> str | None:
    """« les deux tiers », « trois quarts », « un cinquième »."""
    text = text.removeprefix("les ")
    match = _FRACTION.fullmatch(text)
    over = read(match[1]) if match else None
    if match is None or over is None or not 1 <= over.whole <= 99:
        return None
    part = _PARTS.get(match[2])
    if part is None:
        named = ordinal(match[2].removesuffix("s"))
        if named is None:
            return None
        part = named if over.one else named + "s"
    return f"{spelled(over.whole)} {part}"


def _rank(text: str) -> str | None:
    """« 3e », « la première place », « numéro 10 »."""
    text = _ARTICLE.sub("", text)
    numbered = _NUMBERED.fullmatch(text)
    if numbered:
        return f"number {numbered[1]}"
    match = _RANK.fullmatch(text)
    named = ordinal(match[1]) if match else None
    if match is None or named is None:
        return None
    return f"{named} {_RANKED[match[2]]}" if match[2] else named


def _pieces(text: str, is_duration: bool) -> str | None:
    found = moments.pieces(text, is_duration)
    if found is None:
        return None
    said: list[str] = []
    for written, unit in found:
        number = read(written)
        if number is None:
            return None
        said.append(f"{number.english()} {_cldr_name(unit, number.one)}")
    return f"{', '.join(said[:-1])} and {said[-1]}"
