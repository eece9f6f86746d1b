"""What an event is: one clause that says who did what, with one of its pieces to be asked for.

Events serve questions only. They are the article's own main clauses, too many and too plain to be called facts, so
`quiz facts` prints none of them (`Event.aside`) and the yardstick for facts does not count them; the builder of decks
gets them with the others, and their cards are of kind "spec".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from quiz.facts.fact import Fact, Frame

Slot = Literal["agent", "of", "is", "object", "by", "with", "place", "date"]
ValueKind = Literal["person", "organisation", "product", "work", "place", "country", "thing", "date"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Fact):
    """A clause with the piece that is asked for left out.

    `slot` is what that piece is to the verb: its subject, the end of its subject ("of": le maire de quelle ville), what
    its subject is said to be ("is"), its object, the agent of a passive, a complement with a preposition ("with"), the
    place, the date. `value` is that piece resolved to its full name, `written` as it stands in the clause.

    Of `frame`, `lead` is what stands before the subject, `subject` the subject ("" where it is asked), `clitics`,
    `finite` and `tail` the verb, `rest` what follows it, `pronoun` the subject's pronoun, `preposition` that of the
    asked piece, `asked_plural` whether the verb is in the plural.
    """

    slot: Slot
    entity: str
    """Who or what the clause is about: its subject's name or phrase."""
    value: str
    value_kind: ValueKind
    value_gender: Literal["m", "f", ""] = ""
    frame: Frame
    family: str = ""
    """The sort of thing the value is known to be ("club", "entreprise", "parti"), "" where nothing tells."""
    feminine: bool = False
    """Whether what follows the verb is said of a woman only ("présidente")."""
    aliases: tuple[str, ...] = ()
    statement: str = ""
    written: str = ""
    others: tuple[str, ...] = ()
    """What the article names of the value's very sort, in its order: wrong choices."""

    @property
    def aside(self) -> bool:
        """Always: an event is no row of `quiz facts`."""
        return True

    @property
    def attribute(self) -> str:
        """What the value is to the clause, for telling like answers."""
        return f"{self.slot} {self.family or self.value_kind}"
