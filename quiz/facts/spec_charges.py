"""What somebody is accused of, charged with or sentenced for: « Odile Fortin, accusée de corruption, … », « Paul Roux a
été condamné à deux ans de prison pour fraude fiscale ».

Only of people by full name, and only offences in nouns that the lists know. Refuses denials, whole clauses (« accusé
d'avoir gonflé les prix ») and words of a quotation. Such facts serve questions only, and no list of facts prints them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.facts.entities import Entity
from quiz.facts.fact import Frame
from quiz.facts.spec_scene import Found, Scene, gender_of

_VERBS = {
    "accus": "accusé", "soupçonn": "soupçonné", "condamn": "condamné", "inculp": "inculpé", "poursuiv": "poursuivi",
    "mis": "mis en examen", "reconnu": "reconnu coupable", "arrêt": "arrêté", "jug": "jugé",
}  # fmt: skip
_BEING = (
    r"(?:est|était|a (?:\w+ )?été|avait (?:\w+ )?été|vient d['’]être|reste|sera)"
    r" (?:\w+ment |notamment |ainsi |désormais |aussi |également )?"
)
_OF = r"(?P<of>accusée?|soupçonnée?|reconnue? coupable)\b(?: [^.;:«»]{0,70}?)?? (?:de |d['’])"
_FOR = r"(?P<for>condamnée?|inculpée?|poursuivie?|mise? en examen|arrêtée?|jugée?)\b(?: [^.;:«»]{0,70}?)?? pour "
_CHARGED = re.compile(rf"(?P<be>(?:\b{_BEING})?)(?:{_OF}|{_FOR})«? ?")
_OFFENCE = re.compile(
    r"(?:corruption|détournements?|abus|fraudes?|blanchiment|trafic|favoritisme|escroquerie|recel|extorsion|vols?|faux"
    r"|terrorisme|association de malfaiteurs|apologie|espionnage|(?:haute )?trahison|rébellion|sédition|complot"
    r"|sabotage|financement|meurtres?|assassinats?|homicides?|viols?|agressions?|violences?|coups et blessures"
    r"|tortures?|crimes?|génocide|enlèvements?|séquestration|harcèlement|mise en danger|non-assistance|diffamation"
    r"|injures?|outrage|incitation|provocation|désobéissance|prise illégale|tentative|complicité)\b"
)
_ENDS = re.compile(
    r" (?:dans|lors|en (?:lien|\d|jan|fév|mar|avr|mai|jui|aoû|sep|oct|nov|déc|tant)|après|par|à la suite|auprès|envers"
    r"|le \d|qui|que|depuis|au (?:sein|cours|mois|profit)|et (?:un|une|le|la|l['’]|a|est|avait|risque|placée?)\b"
    r"|commise?s?|concernant|contre (?:l['’]|la|le|les|son|sa)|à (?:deux|trois|quatre|cinq|six|\d)|sur|pour)\b.*"
    r"|[,.;:()«»\"].*",
    re.DOTALL,
)
_LONGEST = 9


def charge_facts(scene: Scene) -> Iterator[Found]:
    """The offences of which a sentence says that somebody is accused, or for which they were sentenced."""
    text = scene.sentence.text
    for match in _CHARGED.finditer(text):
        after = text[match.end() :]
        if not _OFFENCE.match(after):
            continue
        charge = _whole(after)
        who = _who(scene, text, match)
        if who is None or not 1 <= len(charge.split()) <= _LONGEST or re.search(r"\bavoir|être\b", charge):
            continue
        start = scene.sentence.start + match.end()
        verb = match["of"] or match["for"]
        stem = next((stem for stem in _VERBS if verb.startswith(stem)), "")
        yield Found(
            attribute="charge",
            entity=who.name,
            entity_kind="person",
            entity_gender=gender_of(who),
            start=start,
            end=start + len(charge),
            rule="charge",
            certainty=0.85,
            frame=Frame(
                construction="charge",
                subject=who.name,
                verb=_VERBS.get(stem, ""),
                lead=charge,
                time="past" if re.search(r"été|vient|était", match["be"]) else "present",
                resolved=True,
            ),
            aside=True,
        )


def _whole(after: str) -> str:
    """The offence with those that follow it in a list: « rébellion, sédition et détournement de fonds »."""
    charge = _ENDS.sub("", after).strip()
    rest = after[len(charge) :]
    while (comma := re.match(r" ?, (?:de |d['’])?", rest)) is not None and _OFFENCE.match(rest[comma.end() :]):
        more = _ENDS.sub("", rest[comma.end() :]).strip()
        charge = after[: len(charge) + comma.end() + len(more)]
        rest = after[len(charge) :]
    return charge


def _who(scene: Scene, text: str, match: re.Match[str]) -> Entity | None:
    """The person right before the verb or the comma: « Odile Fortin est accusée », « Odile Fortin, accusée »; of « Elle
    est accusée » the one woman whom the title names."""
    before = text[: match.start()]
    if re.search(r"\bn['’]$|\bpas $", before):
        return None
    pronoun = re.search(r"(?:^|[,;] )(Il|Elle|il|elle) $", before)
    if pronoun is not None:
        return _titled(scene, "f" if pronoun[1].lower() == "elle" else "m") if match["be"] else None
    at = scene.sentence.start + match.start()
    people = [name for name in scene.names if name.kind == "person" and name.mention.end <= at]
    if not people or not gender_of(people[-1].entity) or " " not in people[-1].entity.name:
        return None
    gap = text[people[-1].mention.end - scene.sentence.start : match.start()]
    apposed = re.fullmatch(r" ?, (?:\d+ ans, )?(?:déjà |notamment |qui )?", gap) is not None
    direct = re.fullmatch(r" ?(?:, [^,.;]{3,60} ?,)? ?(?:\(\d+ ans\) )?", gap) is not None and bool(match["be"])
    known = direct or (apposed and (not match["be"] or gap.rstrip().endswith("qui")))
    return people[-1].entity if known else None


def _titled(scene: Scene, gender: str) -> Entity | None:
    """The one person of that gender in the title, where the sentence and the one before name nobody else of it."""
    reading = scene.reading
    title = reading.article.title or ""
    titled = [e for e in reading.entities.people() if e.name in title or e.name.split()[-1] in title.split()]
    titled = [e for e in titled if gender_of(e) == gender and " " in e.name]
    start = reading.sentences[max(0, scene.sentence.number - 1)].start
    near = reading.entities.within(start, scene.sentence.end)
    others = {m.entity.name for m in near if m.entity.kind == "person" and m.entity.gender in ("", gender)}
    return titled[0] if len(titled) == 1 and others <= {titled[0].name} else None
