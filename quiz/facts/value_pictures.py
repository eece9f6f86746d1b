"""How fine and how fast the pictures are that somebody makes: « le robot peut filmer en 720p à 25 images par seconde ».

Only of a subject with a name, and of what moves or is looked at.
"""

from __future__ import annotations

from quiz.facts.clause_leads import leading
from quiz.facts.clauses import Shape
from quiz.facts.fact import Frame
from quiz.facts.measures import Measure
from quiz.facts.value_context import Context
from quiz.facts.value_who import Who, verb_pieces

NO_FRAME = Frame()


_PICTURES = {
    "vidéo": "vidéos", "séquence": "séquences", "film": "films", "clip": "clips", "image": "images", "plan": "plans",
    "match": "matchs", "animation": "animations", "scène": "scènes",
}  # fmt: skip


def picture_frame(m: Measure, context: Context) -> Frame:
    """« le robot peut filmer une heure de match en 720p à 25 images par seconde »: how fine, how fast, of what S makes.

    Only of a subject with a name, and of what moves or is looked at.
    """
    group, shape = m.group, m.shape
    if group is None or group.inverted or group.passive or m.quantity.high == 0:
        return NO_FRAME
    chain = _verb_chain(shape, group.stop)
    who = Who(m, group, context)
    between = range(chain, m.first)
    if not who.text or not who.stands or who.impersonal or any(shape.cats[i] in ("verb", "stop") for i in between):
        return NO_FRAME
    thing = next((x for i in between if (x := _PICTURES.get(shape.tokens[i].lower_.removesuffix("s")))), "")
    lead = leading(shape, who.first, [g for g in shape.groups if g.stop <= who.first])
    if not thing or lead is None or not any(word[:1].isupper() for word in who.text.split()):
        return NO_FRAME
    clitics, finite, tail, _ = verb_pieces(m, group, chain)
    return Frame(
        construction="picture",
        lead=lead.text,
        subject=who.text,
        population=thing,
        resolved=who.stands and lead.stands,
        preposition="en" if m.quantity.dimension == "resolution" else "à",
        clitics=clitics,
        finite=finite,
        tail=tail,
        pronoun=who.pronoun,  # type: ignore[arg-type]
    )


def _verb_chain(shape: Shape, stop: int) -> int:
    """The token after a verb and the infinitive it governs."""
    return stop + 1 if stop < len(shape.cats) and shape.cats[stop] == "inf" else stop
