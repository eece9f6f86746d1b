"""What each screen says, as blocks of text: the question, the feedback, the home, the summary and the help.

Pure: a session's values, the words and a width in, blocks out. It refuses to know keys, colours and Textual.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from quiz import phrases
from quiz.deck import BLANK, Bilingual, Card, Deck, Evidence
from quiz.language import Lang, Words
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
    return para(run(card.topic.said(words.lang), "topic"), keep=1)


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


def french(text: str, words: Words, *, gap: int = 0) -> Block:
    """The French of a text that is shown in English."""
    label = words.say("question.french") + "  "
    first, rest = (Run(label, "label"),), (Run(" " * len(label)),)
    return Block(question_runs(text, "english"), first=first, rest=rest, gap=gap)


def _asked(question: Question, words: Words, *, other: bool) -> list[Block]:
    """The question in the language it is asked in, and in the other one where that is wanted. English says where it
    comes from; French that an English-speaking learner gets instead says that there is no English."""
    text, lang = question.card.question, question.side.asked
    whence = (run(f" ({words.say(f'origin.{text.origin}')})", "dim"),) if lang == "en" else ()
    blocks = [para(*question_runs(text.said(lang)), *whence, gap=1, tight=1, anchor="question")]
    if lang == "en" and other:
        blocks.append(replace(french(text.fr, words, gap=1), anchor="other"))
    elif lang == "fr" and (other or words.lang == "en"):
        blocks.append(replace(english(text, words, gap=1), anchor="other"))
    return blocks


def question_page(
    question: Question,
    words: Words,
    *,
    shown_other: bool = False,
    hints: Sequence[str] = (),
    struck: Collection[int] = (),
    note: str = "",
    cursor: int | None = None,
) -> list[Block]:
    """A question as it is asked: topic, question, the other language if wanted, choices (those a hint has struck out
    paler), hints and a note at the end."""
    card = question.card
    blocks = [topic(card, words), *_asked(question, words, other=shown_other)]
    for at, choice in enumerate(question.choices):
        lead = _choice_runs(
            choice, question.side.choices, other=shown_other, look="struck" if at in struck else "choice"
        )
        blocks.append(_choice(at, lead, chosen=cursor == at))
    if card.form == "flip":
        blocks.append(para(run(words.say("question.flip"), "dim"), gap=2, tight=1))
    for at, hint in enumerate(hints):
        lead = (run(words.say("question.hint") + " ", "label"),)
        last = "hint" if at == len(hints) - 1 else ""
        blocks.append(para(run(hint, "hint"), first=lead, gap=0 if at else 1, tight=0, anchor=last))
    if note:
        blocks.append(para(run(note, "note"), gap=1, tight=0, anchor="note"))
    return blocks


def _choice_runs(text: Bilingual, lang: Lang, *, other: bool, look: str) -> tuple[Run, ...]:
    """A short text in one language, and beside it in the other where that is wanted and says something else."""
    shown, beside = text.said(lang), text.said("fr" if lang == "en" else "en")
    if not other or beside == shown:
        return (run(shown, look),)
    return (run(shown, look), Run(" "), run(f"· {beside}", "english"))


def _choice(at: int, runs: tuple[Run, ...], *, chosen: bool) -> Block:
    lead = (Run(" › " if chosen else "   ", "cursor"), Run(f"{at + 1}", "key"), Run("  ", ""))
    ground = "chosen" if chosen else "row"
    return Block(runs, first=lead, pick=at, ground=ground, gap=1 if at else 2, tight=0 if at else 1)


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
    shown_other: bool,
    note: str,
) -> list[Block]:
    """What an answer was worth, what was expected, and the sentence of the article that proves it: verbatim, and in
    English where that is wanted or the learner's language."""
    card, side = question.card, question.side
    before, answer, after = phrases.filled(card, side.asked)
    asked = (run(before, "asked"), run(answer, "filled"), run(after.lstrip("_") if answer else after, "asked"))
    blocks = [topic(card, words), para(*asked, gap=1, tight=0, keep=2)]
    if shown_other and side.asked == "en":
        blocks.append(french("".join(phrases.filled(card)), words))
    if card.form == "flip":  # the learner is the judge
        told, *others = _table(
            [("feedback.answer", _choice_runs(outcome.expected, side.answer, other=shown_other, look="answer"))], words
        )
        blocks += [replace(told, gap=1, tight=1), *others]
    else:
        blocks.append(Block(verdict(outcome, words), gap=1, tight=1, anchor="verdict"))
        blocks += _answers(question, outcome, words, other=shown_other)
    blocks += evidence(card, question.deck, words, shown_english=shown_other or words.lang == "en")
    if outcome.leech:
        blocks.append(para(run(words.say("feedback.leech"), "note"), gap=1, tight=0))
    if note:
        blocks.append(para(run(note, "note"), gap=1, tight=0))
    return blocks


def _answers(question: Question, outcome: Outcome, words: Words, *, other: bool) -> list[Block]:
    """The answer, beside what was given where that differs."""
    lang = question.side.choices if question.choices else question.side.answer
    expected, given = outcome.expected.said(lang), outcome.given.strip()
    told = ("feedback.answer", _choice_runs(outcome.expected, lang, other=other, look="answer"))
    if not given:
        return _table([told], words, end=words.say("feedback.unanswered"))
    if question.choices:
        rows = [told]
        if not outcome.correct:
            chosen = next((one for one in question.choices if one.fr == outcome.given), Bilingual(given))
            rows.append(("feedback.chosen", _choice_runs(chosen, lang, other=other, look="")))
        return _table(rows, words)
    if given == expected:
        return _table([told], words)
    if lang == "en" and outcome.correct and phrases.closer(given, outcome.expected) == "fr":
        expected = outcome.expected.fr  # answered in French: set beside the French
    # Another writing of the same, or another form of the word: nothing to compare.
    forgiven = outcome.verdict == "right" and outcome.note in ("", "form")
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
        between = "; " if words.lang == "en" else "\u202f; "
        names = between.join(title if n == 1 else f"{title} (×\u00a0{n})" for title, n in titles.items())
        said = run(words.say("feedback.also", source=names), "source")
        brief = run(words.say("feedback.also-many", n=len(others)), "source")
        blocks.append(Block((said,), first=(BAR,), rest=(BAR,), brief=(brief,)))
    return blocks
