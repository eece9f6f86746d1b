"""What stands between a verb and a figure after it: words that only tie sentences, a place or a means, a measure that
says how (« à une vitesse de 4 cm par seconde »), a sentence's first half (« à trois ans de prison et cinq ans de… »).

See `value_frames` for what the pieces of a frame mean. Refuses whatever has a verb or a comma in it.
"""

from __future__ import annotations

from typing import Literal

from quiz.facts.clause_pieces import Piece, following, piece
from quiz.facts.clauses import Shape, VerbGroup
from quiz.facts.fact import Frame
from quiz.facts.measures import Measure
from quiz.facts.value_who import Who, verb_pieces
from quiz.facts.value_words import phrases, words

NO_FRAME = Frame()
_TIED = frozenset({"comma", "rel", "part", "ger", "open", "num", "sub", "verb", "mark", "stop"})
_HOW = frozenset({"à", "pour", "sur", "pendant", "avec", "dans"})


def adjunct_frame(m: Measure, group: VerbGroup, chain: int, who: Who, lead: Piece) -> Frame:
    """« S explore la côte à une vitesse de 4 km/h », « S agit à partir d'une altitude de 19 km »: the measure is how
    the thing is done, and asked with its preposition."""
    shape, holder = m.shape, m.holder
    if holder is None or m.preposition not in ("de", "d'") or shape.tokens[holder].lower_ not in words("measure_nouns"):
        return NO_FRAME
    opens = next((i for i in range(holder - 1, chain, -1) if shape.tokens[i].lower_ in ("une", "un")), None)
    if opens is None or opens < chain + 1:
        return NO_FRAME
    link, said = opens - 1, shape.tokens[opens - 1].lower_
    if said in ("d'", "de") and opens - 3 >= chain and shape.tokens[opens - 2].lower_ == "partir":
        link, said = opens - 3, "à partir de"
    elif said not in _HOW:
        return NO_FRAME
    between = list(range(chain, link))
    if len(between) > 18 or any(shape.cats[i] in _TIED for i in between):
        return NO_FRAME
    label = piece(shape, range(opens + 1, m.first - 1))
    middle = piece(shape, between, owner=group.number)
    tokens, whole = following(shape, m.stop)
    rest = piece(shape, tokens, owner=group.number)
    if rest.text.startswith("par "):
        return NO_FRAME  # « 4 cm par seconde »: the figure is half of the answer
    clitics, finite, tail, _ = verb_pieces(m, group, chain)
    gender: Literal["m", "f"] = "f" if shape.tokens[opens].lower_ == "une" else "m"
    return Frame(
        construction="adjunct",
        lead=lead.text,
        subject=who.text,
        population=label.text,
        rest=" ".join(text for text in (middle.text, rest.text) if text),
        resolved=who.stands and all(p.stands for p in (lead, label, middle, rest)),
        preposition=said,
        clitics=clitics,
        finite=finite,
        tail=tail,
        pronoun=who.pronoun,  # type: ignore[arg-type]
        asked_gender=gender,
        time="" if whole else "cut",
    )


def without_connectors(shape: Shape, between: list[int]) -> list[int]:
    """« se réduit *en revanche* de 3 % », « compte *par ailleurs* 12 sites »: without what only ties two sentences."""
    for place in range(len(between)):
        for length in (3, 2, 1):
            run = between[place : place + length]
            if len(run) == length and _phrase(shape, run) in phrases("connectors") - {
                "et",
                "mais",
                "or",
                "puis",
                "au moins",
            }:
                return without_connectors(shape, between[:place] + between[place + length :])
    return between


def _phrase(shape: Shape, run: list[int]) -> str:
    return " ".join(str(shape.tokens[i].lower_) for i in run).replace("' ", "'")


def says_where_or_how(shape: Shape, between: list[int]) -> bool:
    """« emploie *en France* 5 000 personnes », « a blessé *au couteau* six passants »: one bare complement before the
    object, which can follow it as well."""
    if not 2 <= len(between) <= 4 or shape.cats[between[0]] != "adp":
        return False
    if len(between) == 2 and shape.tokens[between[0]].lower_ in ("de", "d'"):
        return shape.cats[between[1]] == "noun"  # « a privé de courant 30 000 foyers »
    if shape.tokens[between[0]].lower_ not in ("en", "à", "au", "aux", "dans", "par", "depuis", "sur", "vers"):
        return False
    cats = [shape.cats[i] for i in between[1:]]
    return (
        sum(cat in ("noun", "name") for cat in cats) == 1
        and cats[-1] in ("noun", "name", "adj")
        and not _TIED & set(cats)
    )


def time_first(shape: Shape, between: list[int]) -> int:
    """« a annoncé *jeudi matin* la suppression de 300 emplois »: how many tokens before an object say when."""
    days, parts = words("weekdays") | {"hier", "aujourd'hui"}, {"matin", "soir"}
    said = 0
    while said < len(between) and shape.tokens[between[said]].lower_ in (days | parts if said else days):
        said += 1
    dated = said < len(between) and shape.cats[between[said]] == "num"
    return 0 if dated else said


def second_sentence(m: Measure, group: VerbGroup, chain: int) -> bool:
    """« condamné à trois ans de prison et [à] *cinq ans d'inéligibilité* »: the second part of one sentence."""
    shape = m.shape
    if group.lemma not in words("sentencing_verbs") or m.preposition not in ("", "à"):
        return False
    stop = m.first - (1 if m.preposition else 0)
    joined = stop - 1
    if joined <= chain or shape.tokens[joined].lower_ != "et":
        return False
    inside = [shape.cats[i] for i in range(chain, joined)]
    tied = {"comma", "rel", "ger", "open", "sub", "verb", "mark", "stop"} & set(inside)
    return "num" in inside and not tied and len(inside) <= 9 and shape.tokens[chain].lower_ == "à"
