"""What each screen says, as blocks of text: the question, the feedback, the home, the summary and the help.

Pure: a session's values, the words and a width in, blocks out. It refuses to know keys, colours and Textual.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from quiz import phrases
from quiz.deck import BLANK, Bilingual, Card, Deck, Evidence
from quiz.language import Words
from quiz.study.session import Outcome, Question
from quiz.tui.layout import Block, Run, first_words, last_words, pad, para, run
from quiz.typography import cell_width

BAR = Run("▎ ", "bar")
NEIGHBOUR = 40
"""Cells left to each neighbour of the evidence where room is short."""
BLANK_SHOWN = "________"
"""A cloze's blank on screen: seen without colour too, and never broken in two."""


def topic(card: Card, words: Words) -> Block:
    """The line above every question: what the article is about, and its date."""
    return para(run(card.topic.en or card.topic.fr if words.lang == "en" else card.topic.fr, "topic"), keep=1)


def question_runs(text: str, look: str = "question") -> tuple[Run, ...]:
    """A question, its blank made visible."""
    before, blank, after = text.partition(BLANK)
    if not blank:
        return (run(text, look),)
    after = after.lstrip("_")
    return tuple(part for part in (run(before, look), Run(BLANK_SHOWN, "blank"), run(after, look)) if part.text)


def english(text: Bilingual | Evidence, words: Words, *, gap: int = 0, beside: Run | None = None) -> Block:
    """The English of a text with where it comes from, or a sentence that says there is none."""
    said, origin = phrases.english_of(text)
    label = words.say("question.english") + "  "
    bar = (beside,) if beside else ()
    first, rest = (*bar, Run(label, "label")), (*bar, Run(" " * len(label)))
    if said is None:
        return Block((run(words.say("origin.none"), "dim"),), first=first, rest=rest, gap=gap)
    whence = run(f" ({words.say(f'origin.{origin}')})", "dim")
    return Block((*question_runs(said, "english"), whence), first=first, rest=rest, gap=gap)


def question_page(
    question: Question,
    words: Words,
    *,
    shown_english: bool = False,
    hints: Sequence[str] = (),
    struck: Collection[int] = (),
    note: str = "",
    cursor: int | None = None,
) -> list[Block]:
    """A question as it is asked: topic, question, its English if wanted, choices (those a hint has struck out paler),
    hints and a note at the end."""
    card = question.card
    blocks = [topic(card, words), para(*question_runs(card.question.fr), gap=1, tight=1, anchor="question")]
    if shown_english:
        blocks.append(english(card.question, words, gap=1))
    for at, choice in enumerate(question.choices):
        blocks.append(_choice(at, choice, shown_english, chosen=cursor == at, struck=at in struck))
    if card.form == "flip":
        blocks.append(para(run(words.say("question.flip"), "dim"), gap=2, tight=1))
    for at, hint in enumerate(hints):
        lead = (run(words.say("question.hint") + " ", "label"),)
        blocks.append(para(run(hint, "hint"), first=lead, gap=0 if at else 1, tight=0 if at else 1))
    if note:
        blocks.append(para(run(note, "note"), gap=1, tight=0))
    return blocks


def _choice(at: int, choice: Bilingual, shown_english: bool, *, chosen: bool, struck: bool) -> Block:
    runs = [run(choice.fr, "struck" if struck else "choice")]
    said, _ = phrases.english_of(choice)
    if shown_english and said and said != choice.fr:
        runs += [Run(" "), run(f"· {said}", "english")]
    lead = (Run(" › " if chosen else "   ", "cursor"), Run(f"{at + 1}", "key"), Run("  ", ""))
    ground = "chosen" if chosen else "row"
    return Block(tuple(runs), first=lead, pick=at, ground=ground, gap=1 if at else 2, tight=0 if at else 1)


def verdict(outcome: Outcome, words: Words) -> tuple[Run, ...]:
    """Right, near or wrong: a sign and words, and a colour for whom it helps."""
    sign = {"right": "✓", "near": "≈", "wrong": "✗"}[outcome.verdict]
    said = words.say(f"feedback.{outcome.verdict}")
    look = {"right": "good", "near": "near", "wrong": "bad"}[outcome.verdict]
    why = words.say(f"feedback.note-{outcome.note}") if outcome.note else ""
    return (Run(f"{sign} {said}", look), run(f", {why}" if why else "", "dim"))


def feedback_page(
    question: Question,
    outcome: Outcome,
    words: Words,
    *,
    shown_english: bool,
    note: str,
) -> list[Block]:
    """What an answer was worth, what was expected, and the sentence of the article that proves it."""
    card = question.card
    before, answer, after = phrases.filled(card)
    asked = (run(before, "asked"), run(answer, "filled"), run(after.lstrip("_") if answer else after, "asked"))
    blocks = [topic(card, words), para(*asked, gap=1, tight=0, keep=2)]
    if card.form == "flip":  # the learner is the judge
        told, *others = _table([("feedback.answer", (run(outcome.expected.fr, "answer"),))], words)
        blocks += [replace(told, gap=1, tight=1), *others]
    else:
        blocks.append(Block(verdict(outcome, words), gap=1, tight=1, anchor="verdict"))
        blocks += _answers(question, outcome, words)
    blocks += evidence(card, question.deck, words, shown_english=shown_english)
    if outcome.leech:
        blocks.append(para(run(words.say("feedback.leech"), "note"), gap=1, tight=0))
    if note:
        blocks.append(para(run(note, "note"), gap=1, tight=0))
    return blocks


def _answers(question: Question, outcome: Outcome, words: Words) -> list[Block]:
    """The answer, beside what was given where that differs."""
    expected, given = outcome.expected.fr, outcome.given.strip()
    if not given:
        return _table([("feedback.answer", (run(expected, "answer"),))], words, end=words.say("feedback.unanswered"))
    if question.choices:
        rows = [("feedback.answer", (run(expected, "answer"),))]
        if not outcome.correct:
            rows.append(("feedback.chosen", (run(given),)))
        return _table(rows, words)
    if given == expected:
        return _table([("feedback.answer", (run(expected, "answer"),))], words)
    forgiven = outcome.verdict == "right" and not outcome.note  # another writing of the same: nothing to compare
    aligned = phrases.align(expected, "" if forgiven else given)
    return _table(
        [
            (
                "feedback.answer",
                tuple(run(text, "answer" if same else "answer-diff") for text, same in aligned.expected),
            ),
            (
                "feedback.written",
                tuple(run(text, "" if same else "given-diff") for text, same in aligned.given or ((given, True),)),
            ),
        ],
        words,
    )


def _table(rows: Sequence[tuple[str, tuple[Run, ...]]], words: Words, end: str = "") -> list[Block]:
    """Labels and values, the values under each other."""
    labels = [words.say(key) for key, _ in rows]
    wide = max(map(cell_width, labels))
    blocks = [
        Block(value, first=(run(pad(label, wide) + "  ", "dim"),), indent=2)
        for label, (_, value) in zip(labels, rows, strict=True)
    ]
    return [*blocks, para(run(end, "dim"), indent=2)] if end else blocks


def evidence(card: Card, deck: Deck, words: Words, *, shown_english: bool = False) -> list[Block]:
    """The sentence, its neighbours paler around it, the answer marked in it, its English if wanted, and its source."""
    proof, marked = card.evidence, phrases.mark_answer(card)
    sentence = (run(marked.before, "evidence"), run(marked.answer, "mark"), run(marked.after, "evidence"))
    before, after = proof.before + " " if proof.before else "", " " + proof.after if proof.after else ""
    blocks = [
        Block(
            (run(before, "context"), *sentence, run(after, "context")),
            first=(BAR,),
            rest=(BAR,),
            gap=1,
            tight=1,
            brief=(
                run(last_words(before, NEIGHBOUR), "context"),
                *sentence,
                run(first_words(after, NEIGHBOUR), "context"),
            ),
            anchor="evidence",
        )
    ]
    if shown_english:
        blocks.append(english(proof, words, beside=BAR))
    source = run(phrases.source_in_words(deck, proof.source, words), "source")
    blocks.append(Block((source,), first=(BAR,), rest=(BAR,)))
    others = list(dict.fromkeys(other.source for other in card.also if other.source != proof.source))
    if others:
        titles = Counter(phrases.source_in_words(deck, other, words) for other in others)
        names = "\u202f; ".join(title if n == 1 else f"{title} (×\u00a0{n})" for title, n in titles.items())
        said = run(words.say("feedback.also", source=names), "source")
        brief = run(words.say("feedback.also-many", n=len(others)), "source")
        blocks.append(Block((said,), first=(BAR,), rest=(BAR,), brief=(brief,)))
    return blocks


def help_page(words: Words, place: str) -> list[Block]:
    """All keys, those of the present place first."""
    blocks = [para(run(words.say("help.title"), "question"), run("  " + words.say("help.close"), "dim"))]
    order = sorted(_HELP, key=lambda name: name != _HELP_OF.get(place, place))
    for place, keys in ((name, _HELP[name]) for name in order):
        blocks.append(para(run(words.say(f"help.{place}"), "heading"), gap=1, tight=1))
        for key, said in keys:
            blocks.append(
                Block((run(words.say(f"help.{said}")),), first=(Run(pad(_key(key, words), 16), "key"),), indent=2)
            )
    return blocks


def _key(key: str, words: Words) -> str:
    for name in ("enter", "escape", "space"):
        key = key.replace("{" + name + "}", words.say(f"key.{name}"))
    return key


_HELP_OF = {"choice": "question", "flip": "question"}
"""The section of the help that a place of the keymap belongs to, where the names differ."""
_HELP: dict[str, tuple[tuple[str, str], ...]] = {
    "question": (
        ("1 2 3 4", "choose"), ("↑ ↓ {enter}", "cursor"), ("h  F2", "hint"), ("t  F3", "english"), ("u  F4", "undo"),
        ("q  {escape}", "leave"),
    ),
    "typed": (
        ("{enter}", "answer"), ("F2  Ctrl+N", "hint"), ("F3  Ctrl+T", "english"), ("F4  Ctrl+Z", "undo"),
        ("F1  Ctrl+G", "help"), ("{escape}", "leave"),
    ),
    "feedback": (
        ("{enter} {space}", "continue"), ("1 2 3 4", "grade"), ("t", "english-after"), ("u", "undo"), ("↑ ↓", "scroll"),
    ),
    "summary": (("{enter}", "resume"), ("u", "undo"), ("q", "quit")),
    "home": (("{enter}", "start"), ("↑ ↓", "select"), ("p", "practice"), ("q", "quit")),
    "anywhere": (("?  F1", "help"), ("c  F9", "theme")),
}  # fmt: skip
