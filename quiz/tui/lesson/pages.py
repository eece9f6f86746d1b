"""What the teacher's screen says, as blocks: the door, the question, the key with who chose what, the end.

It is read from the back row and by everybody: no pupil's answer stands beside a name on it, and of the ranks only the
first three. Pure: a lesson in, blocks out.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from quiz import phrases
from quiz.classroom.lesson import Lesson, Round, Seat
from quiz.classroom.messages import right_choice
from quiz.deck import Bilingual, Card
from quiz.language import Words
from quiz.study.class_cards import LETTERS
from quiz.tui.big import big_lines
from quiz.tui.layout import Block, Run, pad, para, run
from quiz.tui.pages import BAR, question_runs
from quiz.typography import cell_width

_METER = 24
_LARGE = 16
"""Rows of a page from which the code of the door is written large."""


def lobby(
    lesson: Lesson, address: str, code: str, qr: Sequence[str], words: Words, width: int, room: int
) -> list[Block]:
    """How to come in: the address and the code, large where there is room, a square to photograph, who is there."""
    beside = max((len(line) for line in qr), default=0)
    side = bool(qr) and width - beside - 4 >= 36 and len(qr) + 3 <= room
    column = width - beside - 4 if side else width
    large = side or room >= _LARGE
    letters = (big_lines(" ".join(code), column) or []) if large else []
    text = [
        (run(words.say("host.come-in"), "dim"),),
        (run(f"http://{address}", "strong"),),
        (run(words.say("host.or-type"), "dim"),),
        (run(f"quiz join {address} CODE", "strong"),),
        (),
        (run(words.say("host.code") + " ", "dim"), run(" ".join(code), "strong")),
        *((Run(line, "big"),) for line in letters),
        (),
        (run(words.say("host.present", n=len(lesson.present)), "strong"),),
    ]
    blocks: list[Block] = []
    if side:
        rows = max(len(text), len(qr))
        for at in range(rows):
            square = Run(qr[at], "qr") if at < len(qr) else Run(" " * beside)
            blocks.append(Block((square, Run("    "), *(text[at] if at < len(text) else ())), fixed=True))
    else:
        blocks = [Block(runs, fixed=True) for runs in text]
    names = ", ".join(seat.name for seat in lesson.present)
    if names:
        blocks.append(para(run(names), gap=1, keep=max(1, room - len(blocks) - 1)))
    if address.startswith(("127.", "localhost")):
        blocks.append(para(run(words.say("host.loopback"), "dim"), gap=1))
    if lesson.locked:
        blocks.append(para(run(words.say("host.locked"), "note"), gap=1))
    return blocks


def question(asked: Round, words: Words) -> list[Block]:
    """A question as the class reads it."""
    blocks = put(asked.card, asked.choices, words)
    if not asked.choices:
        blocks.append(para(run(words.say("host.typed"), "dim"), gap=2, tight=1))
    return blocks


def put(card: Card, choices: Sequence[Bilingual], words: Words, tried: Collection[int | None] = ()) -> list[Block]:
    """What the article is about, the question and its choices; those that were tried in vain are struck out."""
    blocks = [
        para(run(card.topic.said(words.lang), "topic"), keep=1),
        para(*question_runs(card.question.said(words.lang)), gap=1, tight=1, anchor="question"),
    ]
    for at, choice in enumerate(choices):
        first = (Run("   "), Run(LETTERS[at], "key"), Run("  "))
        text = run(choice.said(words.lang), "struck" if at in tried else "choice")
        blocks.append(Block((text,), first=first, pick=at, ground="row", gap=1 if at else 2, tight=0 if at else 1))
    return blocks


def proof(card: Card, words: Words, keep: int) -> list[Block]:
    """The sentence that proves the answer, of which `keep` lines stay where room is short, and its English."""
    marked = phrases.mark_answer(card)
    parts = (run(marked.before, "evidence"), run(marked.answer, "mark"), run(marked.after, "evidence"))
    blocks = [Block(tuple(part for part in parts if part.text), first=(BAR,), rest=(BAR,), gap=1, keep=keep)]
    if words.lang == "en" and card.evidence.en:
        blocks.append(Block((run(card.evidence.en, "english"),), first=(BAR,), rest=(BAR,), keep=2))
    return blocks


def key(lesson: Lesson, asked: Round, words: Words, width: int) -> list[Block]:
    """The key, how many chose each, how the teams stand, and the sentence that proves it."""
    card, right = asked.card, right_choice(asked)
    blocks = [
        para(run(card.topic.said(words.lang), "topic"), keep=1),
        para(*question_runs(card.question.said(words.lang)), gap=1, tight=1),
    ]
    most = max(1, len(asked.answers))
    for at, choice in enumerate(asked.choices):
        count = sum(given.choice == at for given in asked.answers.values())
        look = "good" if at == right else "choice"
        sign = "✓" if at == right else " "
        text = choice.said(words.lang)
        first = (Run(f" {sign} ", "good"), Run(LETTERS[at], "key"), Run("  "))
        meter = "━" * round(_METER * count / most)
        room = width - 8 - _METER - 6
        if cell_width(text) <= room:
            runs = (
                run(pad(text, room), look),
                Run("  "),
                Run(pad(meter, _METER), "meter"),
                Run(f" {count:>3}", "figure"),
            )
            blocks.append(Block(runs, first=first, fixed=True, ground="row", gap=0 if at else 1))
        else:
            blocks.append(Block((run(f"{text}  ({count})", look),), first=first, ground="row", gap=0 if at else 1))
    if not asked.choices:
        blocks.append(para(run("✓ " + card.answer.said(words.lang), "good"), gap=1))
    if asked.skipped:
        blocks.append(para(run(words.say("host.skipped"), "note"), gap=1))
    else:
        n = sum(given.right for given in asked.answers.values())
        blocks.append(para(run(words.say("host.right", n=n, answered=len(asked.answers)), "strong"), gap=1))
    shares = enumerate(lesson.team_shares(), start=1)
    teams = " · ".join(words.say("host.team-share", team=team, share=round(100 * share)) for team, share in shares)
    if teams:
        blocks.append(para(run(teams)))
    return [*blocks, *proof(card, words, keep=3)]


def free(lesson: Lesson, words: Words, width: int) -> list[Block]:
    """A lesson at everybody's own pace: how many have answered each question, and nobody's name."""
    blocks = [para(run(words.say("host.free"), "strong"))]
    here = {seat.id for seat in lesson.present}
    column = max(8, min(60, width - 14))
    for number, asked in enumerate(lesson.rounds, start=1):
        count = len(here & set(asked.answers))
        meter = "━" * round(column * count / max(1, len(here)))
        first = (Run(f"{number:>4}  ", "key"),)
        runs = (Run(pad(meter, column), "meter"), Run(f" {count:>3}", "figure"))
        blocks.append(Block(runs, first=first, fixed=True, gap=1 if number == 1 else 0))
    return blocks


def ended(lesson: Lesson, words: Words) -> list[Block]:
    """The end: the teams, and the first three."""
    blocks = [para(run(words.say("host.ended"), "heading"))]
    for number, share in sorted(enumerate(lesson.team_shares()), key=lambda pair: (-pair[1], pair[0])):
        blocks.append(
            para(run(words.say("host.team-share", team=number + 1, share=round(100 * share)), "strong"), gap=1)
        )
    best = sorted(lesson.present, key=lambda seat: (-lesson.score(seat.id), seat.id))
    for rank, seat in enumerate([seat for seat in best if lesson.score(seat.id)][:3], start=1):
        score = words.say("host.score", score=lesson.score(seat.id), total=lesson.put_to(seat.id))
        blocks.append(para(run(f"{rank}. ", "key"), run(seat.name, "strong"), run(f"  {score}", "dim"), gap=1))
    return blocks


def seats(
    lesson: Lesson, present: Sequence[Seat], online: set[int], cursor: int, words: Words, width: int
) -> list[Block]:
    """Who is there, for the teacher's eyes: whether the line is up, and how many questions were answered."""
    if not present:
        return [para(run(words.say("host.present", n=0), "dim"))]
    asked = [one for one in lesson.rounds if one.opened is not None and not one.skipped]
    blocks = []
    for at, seat in enumerate(present):
        here = words.say("host.here" if seat.id in online else "host.away")
        answered = sum(seat.id in one.answers for one in asked)
        team = "" if seat.team is None else words.say("page.team", team=seat.team + 1)
        text = f"{pad(seat.name, 18)} {pad(here, 9)} {pad(team, 10)} {answered} / {len(asked)}"
        lead = (Run(" › " if at == cursor else "   ", "cursor"),)
        blocks.append(
            Block(
                (run(pad(text, width - 4)),), first=lead, fixed=True, pick=at, ground="chosen" if at == cursor else ""
            )
        )
    return blocks
