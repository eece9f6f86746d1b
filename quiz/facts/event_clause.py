"""One clause of a sentence, in pieces of token numbers, and what makes it a plain statement.

Knows grammar and no names; how clauses are found is the business of `event_clauses`, `event_relatives` and
`event_participles`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from quiz.facts.clause_pieces import text_of
from quiz.facts.clauses import Shape, VerbGroup
from quiz.facts.event_words import nations, words
from quiz.facts.verbs import finite, is_noun, participle

LONGEST_REST = 30
"""Tokens after the verb: a question of more is not read."""
_REFLEXIVE = ("se", "s'")


_JOINING = re.compile(
    r"\b(?:par exemple|en effet|en outre|en revanche|en fait|d'ailleurs|par ailleurs|par la suite|pour sa part"
    r"|à nouveau|de surcroît|tout de même|malgré tout|dans la foulée|d'ores et(?: déjà)?) ?"
)
"""What a verb has inside it that only ties its sentence to another."""


@dataclass(frozen=True, slots=True)
class Clause:
    """Token numbers of one clause of a sentence.

    `lead` are adverbials before the subject, `subject` its phrase without asides, `head` its noun, `rest` what follows
    the verb within the claim. `cut` tells that something after `rest` was left out, `shared` that the subject is that
    of the clause before.
    """

    seen: Shape
    group: VerbGroup
    lead: tuple[int, ...]
    subject: tuple[int, ...]
    head: int
    rest: tuple[int, ...]
    cut: bool
    aside: tuple[int, ...] = ()
    """What stands between commas right behind the subject, without the commas."""
    shared: bool = False
    relative: bool = False
    """A relative clause: its subject is the name before « qui »."""
    led_off: bool = False
    """Something before the subject was left out that points at another sentence."""
    reported: bool = False
    """What somebody says: « Awa Sow a annoncé que | la mairie ouvrira … »."""
    said: tuple[str, str] = ("", "")
    """The verb of a participle behind its name in full, finite form and rest: « Awa Sow, | élue en 2014, » was."""
    done_by: bool = False
    """Only who did it is told: « le pont Volute, | construit par Awa Sow, »."""
    article: str = ""
    """The article of the subject that a contraction hides: « du | pont Volute »."""

    @property
    def after(self) -> int:
        """The first token behind the verb that belongs to the claim: « secoue | actuellement | le Burundi »."""
        return self.rest[0] if self.rest else self.group.stop

    @property
    def clitics(self) -> str:
        """The reflexive pronoun before the verb, with what follows it: "s'", "se "."""
        before = [self.seen.tokens[i] for i in range(self.group.first, self.group.finite)]
        return "".join(token.text.lower() + token.whitespace_ for token in before)

    @property
    def finite(self) -> str:
        """The form that agrees with the subject."""
        if self.said[0]:
            return self.said[0]
        return str(self.seen.tokens[self.group.finite].text)

    @property
    def tail(self) -> str:
        """The rest of the verb: participles, and what adverbs say something."""
        if self.said[0]:
            return self.said[1]
        inner = range(self.group.finite + 1, self.group.stop)
        comma = next((i for i in reversed(inner) if self.seen.cats[i] == "comma"), self.group.finite)
        inner = range(comma + 1, self.group.stop)  # « a, ce mercredi, | menacé »
        empty = words("empty_adverbs") | {"aujourd'hui", "depuis", "hier"}  # the topic line has the day
        text = text_of(self.seen, [i for i in inner if self.seen.tokens[i].lower_ not in empty])
        return _JOINING.sub("", text).strip()


def shown(clause: Clause) -> bool:
    """Short enough, with nothing in it that the parser saw a mask for."""
    seen = clause.seen
    tokens = (*clause.rest, *clause.subject, *clause.lead)
    return len(clause.rest) <= LONGEST_REST and not any(seen.sentence.masks(seen.tokens[i]) for i in tokens)


def asserts(seen: Shape, group: VerbGroup) -> bool:
    """A plain statement: no negation, no conditional, no pronoun before the verb but « se »: « s'est imposé » needs
    nothing before it, « l'a battu » and « y a vécu » do."""
    word = seen.tokens[group.finite].text
    if finite(word) is None or word.lower() in nations():
        return False  # no verb, whatever the tagger says
    plain = group.main == group.finite and group.first == group.finite
    behind, ahead = seen.cats[group.first - 1 : group.first], seen.cats[group.stop : group.stop + 1]
    noun = plain and group.lemma not in ("avoir", "être") and is_noun(seen.tokens[group.finite].text)
    if noun and (behind == ("comma",) or seen.tokens[group.finite].pos_ not in ("VERB", "AUX")):
        return False  # « Awa Sow, figure du club, », « Omar Ba, forfait, »
    if plain and group.lemma in ("avoir", "être") and ahead == ("comma",):
        return False  # « a, jeudi, présenté »
    coming = next((cat for cat in seen.cats[group.stop :] if cat != "adv"), "stop")
    if plain and group.lemma == "aller" and coming == "inf":
        return False  # « va donner »: nothing has happened
    own = all(seen.tokens[i].lower_ in _REFLEXIVE for i in range(group.first, group.finite))
    return own and not group.inverted and not group.negated and group.mood == "ind" and not _misformed(seen, group)


def _misformed(seen: Shape, group: VerbGroup) -> bool:
    """« a brandit le drapeau », « a du se rendre », « est allé cherché »: no form of the verb, and a question would
    repeat the slip."""
    said = [token.lower_ for token in seen.tokens[group.finite : group.stop + 3]]
    for place, (here, after) in enumerate(pairwise(said)):
        behind = said[place + 2 : place + 4]
        if here in ("a", "ont", "avait", "avaient"):
            present = after.endswith("it") and finite(after) is not None and participle(after) is None
            if present or (after == "du" and any(word.endswith(("er", "ir", "re")) for word in behind)):
                return True
        if here in ("allé", "allée", "allés", "allées", "venu", "venue") and after.endswith("é"):
            return True
    return False
