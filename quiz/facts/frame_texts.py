"""Frames read off the words around a figure: how long the parts of a race are, how long a stage or a road between two
places is, by what score somebody has won on the way to a title.

Looks at the sentence as text and asks grammar for the subject alone. See `value_frames` for what the pieces mean.
Refuses a denial, a conditional and figures that nothing beside them explains.
"""

from __future__ import annotations

import re

from quiz.facts.fact import Frame
from quiz.facts.frame_subjects import known_subject, stated
from quiz.facts.measures import Measure
from quiz.facts.value_context import Context

NO_FRAME = Frame()


def text_frame(m: Measure, context: Context) -> Frame:
    """The first of these readings that the words around the figure allow."""
    sentence, flat = m.shape.sentence, context.reading.flat
    if m.quantity.role or m.quantity.vague or sentence.masks(m.shape.tokens[m.first]):
        return NO_FRAME
    start, end = m.quantity.outer
    before, after = flat[sentence.start : start], flat[end : sentence.end]
    turnout = _in_brackets(m, before, after, context.reading.article.title or "")
    if turnout.construction:
        return turnout
    legs = _part_of_race(m, before, after, context.reading.article.title or "")
    frame = legs if legs.construction else _between_places(m, before, after)
    return frame if frame.construction else _on_the_way(m, context, before, after)


_RACE = re.compile(
    r"\b(?P<article>[Ll]['’] ?|[Ll]a |[Ll]e )(?P<noun>épreuve|course|étape|compétition|parcours|triathlon)\b"
)
_LEG = re.compile(
    r"^ (?:de |d['’] ?)(?P<leg>natation|nage|vélo(?: de route| tout terrain)?|cyclisme(?: sur route)?|VTT"
    r"|course à pied|ski de fond|marche|canoë|kayak|roller)\b"
)
_LAPS = re.compile(r"\b(?:en \w+ (?:boucles?|tours?)|deux boucles|boucles? de|record|premiers?|derniers?|après)\b")


_SPORT = re.compile(r"\b(triathlon|duathlon|aquathlon|biathlon|pentathlon|ironman|swimrun)\b", re.IGNORECASE)


def _part_of_race(m: Measure, before: str, after: str, title: str) -> Frame:
    """« L'épreuve se déroulait sur 1,5 km de natation, 40 km de vélo et 10 km de course à pied »: how long each part
    of it was."""
    race, leg = _RACE.search(before), _LEG.match(after)
    if m.quantity.dimension != "length" or m.quantity.bound == "range" or race is None or leg is None:
        return NO_FRAME
    sport = _SPORT.search(title)
    again = leg is not None and f"{before} {after}".count(leg["leg"].split()[0]) > 1
    if (
        sport is None
        or again
        or len(before) - race.end() > _NEAR
        or _LAPS.search(before[race.end() :])
        or not _LEGS.search(f"{before} {after}")
    ):
        return NO_FRAME
    several = len(re.findall(rf"\d[^,;]{{0,12}}{_LEG.pattern[1:]}", f"{before}0{after}"))
    if several < _PARTS - 1:
        return NO_FRAME
    noun = race["noun"]
    feminine = noun in ("épreuve", "course", "étape", "compétition")
    article = race["article"].lower().strip()
    return Frame(
        construction="object",
        subject=f"{article}{'' if article[-1] in chr(39) + chr(8217) else ' '}{noun} de {sport[1].lower()}",
        population=leg["leg"],
        resolved=True,
        finite="comptait",
        pronoun="elle" if feminine else "il",
        asked_gender="m",
        verb="known",
    )


_LEGS = re.compile(r"natation|nage|vélo|cyclisme|VTT|course à pied")
_NEAR = 90
"""Signs between a race and the length of one of its parts."""
_PARTS = 2
"""A race of one part has no parts."""


_LONG = re.compile(
    r"\b(?P<article>[Uu]n|[Uu]ne|[Ll]a|[Ll]e|[Ll]['’]) ?(?P<thing>(?:étape|route|autoroute|ligne|liaison|tronçon|tunnel"
    r"|pont|canal|oléoduc|gazoduc|câble|mur|parcours|chaîne humaine|voie ferrée)"
    r"(?: (?:de|en|à) [a-zà-ÿ]+(?: [a-zà-ÿ]+){0,2}?| [a-zà-ÿ]+){0,2}?)"
    r",? (?:longue? de |d['’]une longueur de |de )(?:long de )?$"
)
_BETWEEN = re.compile(
    r"^ (?P<where>entre (?:l[ae] |les |l['’])?[A-ZÀ-Þ][^,.;()]{1,40}? et (?:l[ae] |les |l['’])?[A-ZÀ-Þ][\w'’-]+"
    r"(?:[ -](?:[A-ZÀ-Þ][\w'’-]*|d[eu]s?|les?|la|sur|en)(?![\w]))*)"
)


def _between_places(m: Measure, before: str, after: str) -> Frame:
    """« La prochaine étape sera une étape de plaine longue de 180 km entre Vaugris et Metz »: how long what joins two
    places is."""
    thing, places = _LONG.search(before), _BETWEEN.match(after)
    if m.quantity.dimension != "length" or thing is None or places is None:
        return NO_FRAME
    noun = thing["thing"]
    feminine = noun.startswith(("étape", "route", "autoroute", "ligne", "liaison", "chaîne", "voie"))
    vowel = noun.startswith(("étape", "autoroute", "oléoduc"))
    article = "l'" if vowel else "la " if feminine else "le "
    where = re.sub(r"(?: (?:d[eu]s?|les?|la|sur|en))+$", "", places["where"])
    return Frame(
        construction="noun-of",
        subject=f"{article}{noun} {where}",
        population="longueur",
        resolved=True,
        pronoun="elle" if feminine else "il",
        asked_gender="f",
        verb="known",
    )


_RATED = re.compile(
    r"(?:^|, |que |où |alors que |et )"
    r"(?P<what>(?:[Ll]a participation|[Ll]['’]abstention|[Ll]e taux d(?:e |['’])[a-zà-ÿ]+)"
    r"(?: (?:au|à|aux|du|de|des|lors) ?[^,;()]{3,50}?)?) (?P<verb>est|était|a été|fut|reste|restait) "
    r"(?:\w+ ){0,3}?\w+ \($"
)


def _in_brackets(m: Measure, before: str, after: str, title: str) -> Frame:
    """« La participation au scrutin a été forte (72,2 %) »: how high it was."""
    said = _RATED.search(before)
    if m.quantity.dimension != "share" or m.quantity.unit != "percent" or said is None or not after.startswith(")"):
        return NO_FRAME
    if re.search(r"\b(?:ne|n['’]|pas)\b", said.group()) or said["what"].count(" ") > _LONGEST:
        return NO_FRAME
    what = said["what"]
    if len(what.split()) < _TOLD and not _VOTE.search(title):
        return NO_FRAME
    return Frame(
        construction="amounts-to",
        subject=what[:1].lower() + what[1:],
        resolved=True,
        preposition="à",
        clitics="s'",
        finite="élève" if said["verb"] in ("est", "reste") else "élevait",
        pronoun="il" if "taux" in what else "elle",
    )


_LONGEST, _TOLD = 9, 4
_VOTE = re.compile(r"\b(?:référendum|élections?|scrutin|vote|présidentielle|primaire|législatives)\b", re.IGNORECASE)


_BEATING = re.compile(
    r"(?:,|^|\b[Ee]n) ?(?P<how>battant|dominant|s['’]imposant (?:face à|contre|devant)|perdant|s['’]inclinant)"
    r"(?: (?P<whom>[^,;:()]{3,70}?))?,? (?:sur (?:le|un) score de |par |\()$"
)
_PAST = {"battant": "battu", "dominant": "dominé", "perdant": "perdu"}
_FACING = re.compile(r"^ (?P<facing>(?:face (?:à|aux?)|contre|devant) [^,;.()]{3,60})")


def _on_the_way(m: Measure, context: Context, before: str, after: str) -> Frame:
    """« Vaugris a remporté la coupe, en battant Metz sur le score de 31 à 26 », « …, perdant 6 à 1 face à Metz »: the
    score of the match that the main clause tells the outcome of."""
    won, group = _BEATING.search(before), m.group
    if m.quantity.dimension != "score" or won is None or not stated(group) or group is None:
        return NO_FRAME
    who = known_subject(m, group, context)
    facing = _FACING.match(after)
    whom = won["whom"] or ""
    how = re.sub(r"['’]", "'", won["how"])
    if who is None or not who.pronoun or (not whom and facing is None):
        return NO_FRAME
    reflexive = how.startswith("s'")
    several = who.pronoun.endswith("s")
    ending = ("e" if who.pronoun.startswith("elle") else "") + ("s" if several else "")
    word = how.split()[0].removeprefix("s'").removesuffix("ant")
    tail = f"{word}é{ending}" if reflexive else _PAST[how]
    facing_word = how.partition(" ")[2]
    rest = " ".join(t for t in (facing_word, whom, facing["facing"] if facing else "") if t)
    return Frame(
        construction="score",
        lead=who.lead.text,
        subject=who.text,
        rest=rest,
        resolved=who.stands and who.lead.stands,
        clitics=("se " if several else "s'") if reflexive else "",
        finite=("sont" if several else "est") if reflexive else ("ont" if several else "a"),
        tail=tail,
        pronoun=who.pronoun,
    )
