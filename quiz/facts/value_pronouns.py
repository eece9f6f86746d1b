"""Objects said as pronouns, put back: « 38 % l'utiliseront » after « envisagent d'utiliser le robot » is
« utiliseront le robot ».

Only where the same verb (or « se servir de » for « utiliser ») had its object named shortly before; else the pronoun
stays and the piece does not stand alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from quiz.facts.clause_pieces import Piece, following, piece
from quiz.facts.clauses import Shape, VerbGroup
from quiz.facts.parsing import Token
from quiz.facts.value_context import Context
from quiz.facts.value_words import words
from quiz.facts.verbs import is_adjective, is_noun, verb_forms

_BACK = 2
"""How many sentences of the paragraph are looked at before this one."""
_SAME = {"servir": ("utiliser", "servir"), "utiliser": ("utiliser",)}


def restored(shape: Shape, indexes: Sequence[int], context: Context, owner: Literal["s", "p", ""]) -> Piece:
    """The tokens as a piece, their object pronouns replaced by what they stand for where that is sure."""
    indexes = list(indexes)
    for place, i in enumerate(indexes):
        found = _object_pronoun(shape, i)
        if found is None:
            continue
        verb, dropped = found
        if verb not in indexes:
            return piece(shape, indexes, owner=owner)
        lemma = _lemma(shape.tokens[verb])
        named = _named_before(shape, i, lemma, context)
        if named is None:
            break
        before = [k for k in indexes[:place] if k not in dropped]
        middle = [k for k in range(i, verb + 1) if k not in dropped and k in indexes]
        after = indexes[indexes.index(verb) + 1 :]
        head = piece(shape, [*before, *middle], owner=owner)
        rest = restored(shape, after, context, owner)
        de = "de " if lemma == "servir" else ""
        vowel = "aeiouyâàéèêëîïôûh"
        said = re.sub(rf"\bde (?=[{vowel}])", "d'", re.sub(rf"\bs'(?=[^{vowel}])", "se ", head.text))
        text = " ".join(part for part in (said, de + named, rest.text) if part)
        return Piece(text, head.whole, head.stands and rest.stands)
    return piece(shape, indexes, owner=owner)


def verb_and_rest(shape: Shape, group: VerbGroup, context: Context) -> tuple[Piece, Piece, bool]:
    """A verb and what follows it, both restored, and whether that is all. Raises `CutInside` as `following` does."""
    verb = restored(shape, range(group.first, group.stop), context, group.number)
    tokens, whole = following(shape, group.stop)
    return verb, restored(shape, tokens, context, group.number), whole


def _object_pronoun(shape: Shape, i: int) -> tuple[int, tuple[int, ...]] | None:
    """(the verb, the tokens that go) for an object pronoun at `i`: « l' » before a verb, « en » in « s'en servir »."""
    token = shape.tokens[i]
    if i + 1 >= len(shape.tokens):
        return None
    if token.lower_ == "l'" and shape.cats[i + 1] in ("verb", "inf"):
        return i + 1, (i,)
    if (
        token.lower_ == "en"
        and _lemma(shape.tokens[i + 1]) == "servir"
        and i > 0
        and shape.tokens[i - 1].lower_ in ("s'", "se")
    ):
        return i + 1, (i,)
    return None


def _lemma(token: Token) -> str:
    return next((form.lemma for form in verb_forms(token.text)), "")


def _named_before(shape: Shape, i: int, lemma: str, context: Context) -> str | None:
    """The object the verb had the last time it was said, in this sentence or just before."""
    wanted = _SAME.get(lemma, (lemma,))
    number, passage = shape.sentence.number, shape.sentence.passage
    earlier = [s for s in context.reading.sentences[max(0, number - _BACK) : number] if s.passage == passage]
    runs: list[Sequence[Token]] = [shape.tokens[:i], *(tuple(s.doc) for s in reversed(earlier))]
    for tokens in runs:
        for k in range(len(tokens) - 2, -1, -1):
            if _lemma(tokens[k]) in wanted and tokens[k].pos_ in ("VERB", "NOUN", "ADJ", "AUX"):
                said = _object_after(tokens, k + 1)
                if said:
                    return said
    return None


def _object_after(tokens: Sequence[Token], k: int) -> str | None:
    """« la GenAI », « un robot de cuisine »: a short noun phrase with its article, right after a verb."""
    if k + 1 >= len(tokens) or tokens[k].lower_ not in ("la", "le", "l'", "un", "une", "cette", "ce"):
        return None
    j = k + 1
    while j < len(tokens) and j < k + 5:
        word = tokens[j].text
        known = word[:1].isupper() or is_noun(word) or is_adjective(word)
        if known and tokens[j].pos_ in ("NOUN", "PROPN", "ADJ", "X") and tokens[j].lower_ not in words("adpositions"):
            j += 1
        else:
            break
    if j == k + 1 or not any(t.text[:1].isupper() or is_noun(t.text) for t in tokens[k + 1 : j]):
        return None
    out = "".join(t.text + t.whitespace_ for t in tokens[k:j]).strip()
    return out.replace("cette ", "la ", 1).replace("ce ", "le ", 1) if out.startswith(("cette ", "ce ")) else out
