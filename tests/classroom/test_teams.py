import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.classroom.teams import Game
from tests.classroom.made import deck


def right(game: Game) -> int:
    card = game.card
    assert card is not None
    return next(k for k, choice in enumerate(game.choices) if choice.fr == card.answer.fr)


def wrong(game: Game) -> int:
    return (right(game) + 1) % 3


def test_teams_take_turns_and_a_right_answer_scores_one() -> None:
    game = Game(deck(3).cards, 2)
    assert game.now.turn == 0
    game.choose(right(game))
    assert (game.now.phase, game.now.scores) == ("told", (1, 0))
    game.go_on()
    assert game.now.turn == 1
    game.choose(wrong(game))
    assert game.now.scores == (1, 0)
    game.go_on()
    game.tell()
    game.go_on()
    assert game.now.phase == "over"
    assert game.ranks == [(0, 1), (1, 0)]


def test_the_first_to_buzz_answers_and_a_wrong_one_leaves_it_to_the_others() -> None:
    game = Game(deck(1).cards, 3, buzz=True)
    assert not game.choose(0), "nobody has buzzed"
    assert game.buzz(2)
    assert not game.buzz(0), "too late"
    game.choose(wrong(game))
    assert game.now.turn is None
    assert not game.buzz(2), "it has had its turn"
    assert game.buzz(0)
    game.choose(right(game))
    assert (game.now.phase, game.now.scores) == ("told", (1, 0, 0))


def test_when_all_were_wrong_the_key_is_told() -> None:
    game = Game(deck(1).cards, 2, buzz=True)
    for team in (1, 0):
        game.buzz(team)
        game.choose(wrong(game))
    assert game.now.phase == "told"


def test_an_answer_said_aloud_is_for_the_teacher_to_judge() -> None:
    game = Game(deck(2, ("text", "choice")).cards, 2)
    assert not game.choose(0)
    assert game.judge(True)
    assert game.now.scores == (1, 0)
    game.go_on()
    assert not game.judge(True), "a choice needs no judge"


@pytest.mark.parametrize("teams", [0, 1, 5])
def test_teams_are_two_to_four(teams: int) -> None:
    with pytest.raises(ValueError):
        Game(deck(1).cards, teams)


_STEPS = st.lists(st.sampled_from(["buzz0", "buzz1", "choose0", "choose1", "choose2", "tell", "go_on"]), max_size=40)


@given(_STEPS, st.booleans())
def test_undo_takes_every_step_back(steps: list[str], buzz: bool) -> None:
    game = Game(deck(4).cards, 2, buzz=buzz)
    seen = [game.now]
    for step in steps:
        name, number = step.rstrip("012"), step[-1]
        done = getattr(game, name)(int(number)) if number.isdigit() else getattr(game, name)()
        assert done == (game.now is not seen[-1]), "a step that does nothing says so"
        if done:
            seen.append(game.now)
        assert sum(game.now.scores) <= game.now.at + 1
    while len(seen) > 1:
        assert game.undo()
        seen.pop()
        assert game.now == seen[-1]
    assert not game.undo()
