"""The gates every generated card passes, each a named function (candidate, scene) -> None or a short reason.

`GATES` is their order: cheap and grave ones first, so that the counts of `build-deck --explain` name the real reason.
Where judges keep as many as they refuse, there is no gate but a doubt, which the ranker weighs (`doubts`).
Deck-wide gates (no_twin, mixture, length and place over the deck) are in `quiz.authoring.selection`.
"""

from __future__ import annotations

from collections.abc import Callable

from quiz.authoring.candidate import Candidate
from quiz.authoring.gates.bearings import bearings
from quiz.authoring.gates.choices import alike, enough_choices, key_length, one_key, plausible
from quiz.authoring.gates.context import leaning, stands_alone
from quiz.authoring.gates.counted import counted_things
from quiz.authoring.gates.figure_subjects import figure_subjects, untold
from quiz.authoring.gates.figures import (
    ages_in_passing,
    computable,
    crowded,
    sizes_in_passing,
    stands_by_figures,
    told_otherwise,
    whose_count,
)
from quiz.authoring.gates.forms import quotation, salience, true_false
from quiz.authoring.gates.giveaways import (
    a_word_for_somebody,
    agreeing_participle,
    beside_the_point,
    broken_units,
    cut_antecedent,
    goes_without_saying,
    known_ruler,
    off_the_podium,
    office_in_title,
    one_day_near,
    pieces_lost,
    rounded_in_title,
    routine_day,
    shown_pieces,
    told_nation,
    told_number,
)
from quiz.authoring.gates.late import late_doubt, late_sentences, shown_slips
from quiz.authoring.gates.nameless import named_things
from quiz.authoring.gates.passing import cut_short, kept_limits, one_count, running_counts, second_halves
from quiz.authoring.gates.slips import sound_words
from quiz.authoring.gates.times import dated
from quiz.authoring.gates.truth import (
    event_scope,
    grounded,
    modality,
    no_contradiction,
    partition,
    role_sanity,
    subject,
    whole_claim,
)
from quiz.authoring.gates.wording import (
    ends_in_its_mark,
    length,
    no_leak,
    not_trivial,
    surface_french,
    two_languages,
)
from quiz.authoring.gates.worth import (
    a_stake,
    about_it,
    acts_of_state,
    among_parties,
    own_saying,
    unnamed_by_the_words,
    whole_call,
    whole_name,
)
from quiz.authoring.scene import Scene

Gate = Callable[[Candidate, Scene], str | None]

GATES: tuple[Gate, ...] = (
    length,
    grounded,
    subject,
    modality,
    partition,
    whole_claim,
    role_sanity,
    quotation,
    salience,
    true_false,
    no_leak,
    not_trivial,
    told_nation,
    told_number,
    goes_without_saying,
    known_ruler,
    office_in_title,
    agreeing_participle,
    a_word_for_somebody,
    routine_day,
    pieces_lost,
    shown_pieces,
    rounded_in_title,
    off_the_podium,
    one_day_near,
    broken_units,
    beside_the_point,
    cut_antecedent,
    about_it,
    among_parties,
    acts_of_state,
    a_stake,
    own_saying,
    unnamed_by_the_words,
    whole_name,
    whole_call,
    stands_alone,
    named_things,
    counted_things,
    dated,
    computable,
    crowded,
    told_otherwise,
    ages_in_passing,
    sizes_in_passing,
    stands_by_figures,
    whose_count,
    figure_subjects,
    bearings,
    late_sentences,
    shown_slips,
    running_counts,
    kept_limits,
    second_halves,
    cut_short,
    one_count,
    no_contradiction,
    enough_choices,
    one_key,
    alike,
    plausible,
    key_length,
    surface_french,
    sound_words,
    ends_in_its_mark,
    two_languages,
)


def doubts(candidate: Candidate, scene: Scene) -> dict[str, float]:
    """What a gate would drop good cards for along with bad: features that the ranker weighs, each 1."""
    found = leaning(candidate, scene) | ({"no_scope": 1.0} if event_scope(candidate, scene) else {})
    return found | late_doubt(candidate, found) | untold(candidate, scene)


def refused(candidate: Candidate, scene: Scene) -> tuple[str, str] | None:
    """The first gate that drops the candidate, by name, and its reason; None where it passes them all."""
    for gate in GATES:
        reason = gate(candidate, scene)
        if reason is not None:
            return gate.__name__, reason
    return None
