"""The words of a sentence as the parser read them: plain rows, made once. Every rule looks at every word again and
again, and asks nothing of the parser. The names are those spaCy gives them; rows are filled by `parsing` alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import SupportsIndex, overload

__all__ = ["Doc", "Span", "Token"]


@dataclass(slots=True, eq=False)
class Token:
    """One word or mark. Tokens are the same only where they are one object; `i` is the place in the sentence."""

    i: int
    idx: int
    """The first character's place in the text of the sentence."""
    text: str
    lower_: str
    whitespace_: str
    """The space behind the word: one or none."""
    lemma_: str
    pos_: str
    dep_: str
    morph: str
    """« Gender=Fem|Number=Sing »."""
    ent_type_: str
    ent_iob_: str
    is_alpha: bool
    is_punct: bool
    is_space: bool
    doc: Doc = field(init=False, repr=False)
    head: Token = field(init=False, repr=False)
    """What the word depends on; the root depends on itself."""
    children: list[Token] = field(init=False, repr=False, default_factory=list)
    """In the order of the text."""

    @property
    def subtree(self) -> list[Token]:
        """The word and all that depends on it, in the order of the text."""
        found = [self]
        for token in found:
            found += token.children
        return sorted(found, key=lambda token: token.i)


class Span(tuple[Token, ...]):
    """Some words of a sentence that stand together."""

    @property
    def text(self) -> str:
        """As it is written, without the space behind."""
        if not self:
            return ""
        first, last = self[0], self[-1]
        return first.doc.text[first.idx : last.idx + len(last.text)]

    @overload
    def __getitem__(self, at: SupportsIndex) -> Token: ...
    @overload
    def __getitem__(self, at: slice) -> Span: ...
    def __getitem__(self, at: SupportsIndex | slice) -> Token | Span:
        return Span(tuple.__getitem__(self, at)) if isinstance(at, slice) else tuple.__getitem__(self, at)


class Doc(Span):
    """All words of a sentence."""

    text: str = ""
    """The sentence as it was given to the parser."""

    @cached_property
    def small(self) -> tuple[str, ...]:
        """The words in small letters."""
        return tuple([token.lower_ for token in self])

    @cached_property
    def words(self) -> frozenset[str]:
        """All of `small`: a rule that begins at certain words asks first whether the sentence has one."""
        return frozenset(self.small)


@cache
def features(morph: str) -> dict[str, frozenset[str]]:
    """« Gender=Fem|Number=Sing » taken apart."""
    pairs = (feature.partition("=") for feature in morph.split("|") if feature)
    return {name: frozenset(values.split(",")) for name, _, values in pairs}
