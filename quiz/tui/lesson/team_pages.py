"""What the screen of a game between teams says, as blocks, for the back row. Pure: a game in, blocks out."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.classroom.teams import Game
from quiz.language import Words
from quiz.tui.big import big_lines
from quiz.tui.layout import Block, Run, para, run
from quiz.tui.lesson.pages import proof, put
from quiz.tui.pages import question_runs

ZONES = ("aqzwesd", "poiklm", "rtfgvcx", "yuhjnb")
"""The letters each of four teams buzzes with: an end of the keyboard each, and the middle in two halves."""


def zone_of(letter: str, teams: int) -> int | None:
    """The team whose side of the keyboard a letter is on. Two teams have half of it each, three a third."""
    at = next((zone for zone, letters in enumerate(ZONES) if letter in letters), None)
    return None if at is None else at % 2 if teams == 2 else min(at, teams - 1)


def scores(game: Game, words: Words) -> str:
    """« Équipe 1 : 3 · Équipe 2 : 1 »."""
    return " · ".join(
        words.say("teams.score", team=team + 1, score=score) for team, score in enumerate(game.now.scores)
    )


def question(game: Game, words: Words) -> list[Block]:
    """The question, with whose turn it is; what was tried and wrong is struck out."""
    card = game.card
    assert card is not None
    blocks = put(card, game.choices, words, tried={one.choice for one in game.now.tries})
    now = game.now
    if now.turn is None:
        free = [team for team in range(game.teams) if team not in now.out]
        blocks.append(para(run(words.say("teams.buzz"), "strong"), gap=1, tight=1))
        blocks += [para(run(side(team, game.teams, words), "dim")) for team in free]
    else:
        key = "teams.turn" if game.choices else "teams.turn-aloud"
        blocks.append(para(run(words.say(key, team=now.turn + 1), "strong"), gap=1))
    return blocks


def side(team: int, teams: int, words: Words) -> str:
    """« Équipe 1 : à gauche du clavier (A Z E Q S D) »."""
    where = ("left", "right", *(("middle",) if teams == 3 else ("middle-left", "middle-right")))[team]
    keys = " ".join(("AZEQSD", "IOPKLM", "RTFGCV", "YUHJBN")[team])
    return words.say("teams.keys", team=team + 1, side=words.say(f"teams.{where}"), keys=keys)


def told(game: Game, words: Words) -> list[Block]:
    """The key and the sentence that proves it, and who was right."""
    card = game.card
    assert card is not None
    blocks = [
        para(run(card.topic.said(words.lang), "topic"), keep=1),
        para(*question_runs(card.question.said(words.lang)), gap=1, tight=1),
        para(
            run(words.say("host.key", answer=card.answer.said(words.lang)), "good"), gap=1, tight=1, anchor="question"
        ),
    ]
    for one in game.now.tries:
        sign, look = ("✓", "good") if one.right else ("✗", "bad")
        said = "" if one.choice is None else game.choices[one.choice].said(words.lang)
        blocks.append(para(run(f"{sign} ", look), run(f"{words.say('teams.team', team=one.team + 1)}  {said}")))
    blocks += proof(card, words, keep=4)
    blocks.append(para(run(scores(game, words), "strong"), gap=1, tight=1))
    return blocks


def over(game: Game, words: Words, width: int, *, projector: bool) -> list[Block]:
    """The first three."""
    blocks: Sequence[Block] = [para(run(words.say("teams.over"), "heading"))]
    for rank, (team, score) in enumerate(game.ranks, start=1):
        text = f"{rank}. {words.say('teams.score', team=team + 1, score=score)}"
        lines = big_lines(text, width) if projector else None
        if lines is None:
            blocks = [*blocks, para(run(text, "strong"), gap=1)]
        else:
            blocks = [
                *blocks,
                *(Block((Run(line, "big"),), fixed=True, gap=0 if at else 1) for at, line in enumerate(lines)),
            ]
    return list(blocks)
