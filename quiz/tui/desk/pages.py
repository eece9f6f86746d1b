"""What the desk shows, as blocks of text: a card with all an editor must see of it, the list, the menus, the help.

Pure: values and words in, blocks out. It refuses to know keys, colours and Textual.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from quiz import phrases
from quiz.deck import BLANK, Bilingual, Card, Deck
from quiz.deck_edit import Operation
from quiz.deck_lint import Finding
from quiz.language import Lang, Words
from quiz.tui import pages
from quiz.tui.desk.review import Filter
from quiz.tui.layout import Block, Run, clip, pad, para, run
from quiz.typography import cell_width

SIGNS = {"draft": "·", "approved": "✓", "rejected": "✗"}
_LOOKS = {"draft": "strong", "approved": "good", "rejected": "bad"}


@dataclass(frozen=True, slots=True)
class Speech:
    """The words of the desk, and those of the rooms it borrows from: the screens' for English and dates, the command
    line's for findings, the errors'."""

    lang: Lang
    desk: Words
    screens: Words
    findings: Words
    errors: Words

    @classmethod
    def of(cls, lang: Lang) -> Speech:
        """All of them in one language."""
        return cls(lang, *(Words(lang, room) for room in ("desk", "tui", "cli", "errors")))

    def fields(self, names: Iterable[str]) -> str:
        """Names of card fields as a reader knows them: « question, choix »."""
        keys = [name for name in names if self.desk.has(f"field.{name}")]
        return self.desk.say("list-separator").join(self.desk.say(f"field.{key}") for key in keys)


def one_line(card: Card, cells: int = 44) -> str:
    """The card's question, short enough to be named in a sentence."""
    return clip(run(card.question.fr.replace(BLANK, "…")).text, cells)


def card_page(card: Card, deck: Deck, findings: Sequence[Finding], speech: Speech) -> list[Block]:
    """Everything there is to see of a card: what it is, what is said against it, its texts in both languages with where
    the English comes from, and the sentence that proves it among its neighbours."""
    say = speech.desk.say
    blocks = [*_standing(card, speech), *finding_blocks(findings, speech)]
    blocks.append(para(run(card.topic.fr, "topic"), gap=1, tight=1))
    blocks.append(_english(card.topic, speech))
    blocks.append(para(*pages.question_runs(card.question.fr), gap=1, tight=0))
    blocks.append(_english(card.question, speech))
    gap = 1
    for choice in card.choices:
        blocks.append(_choice(choice, speech, right=choice.fr == card.answer.fr, gap=gap))
        gap = 0
    labels = [say("card.answer"), say("card.accept")]
    wide = max(map(cell_width, labels)) + 2
    if card.form != "choice" and not card.choices:
        lead = (run(pad(labels[0], wide), "dim"),)
        blocks.append(Block((run(card.answer.fr, "answer"), *_aside(card.answer, speech)), first=lead, gap=1, tight=1))
    if card.accept or card.form in ("number", "text", "cloze"):
        ways = "\u2002|\u2002".join(card.accept) if card.accept else say("card.accept-none")
        blocks.append(Block((run(ways, "" if card.accept else "dim"),), first=(run(pad(labels[1], wide), "dim"),)))
    return [*blocks, *_evidence(card, deck, speech)]


def _standing(card: Card, speech: Speech) -> list[Block]:
    say = speech.desk.say
    score = f"{card.score:.2f}".replace(".", speech.screens.say("decimal"))
    what = [say(f"kind.{card.kind}"), say(f"form.{card.form}"), say("card.score", score=score)]
    status = Run(f"{SIGNS[card.status]} {say(f'status.{card.status}')}   ", _LOOKS[card.status])
    blocks = [Block((run(" · ".join(what), "dim"),), first=(status,))]
    more = []
    if card.edited:
        more.append(say("card.edited", fields=speech.fields(card.edited)))
    if card.tags:
        more.append(say("card.tags", tags=say("list-separator").join(card.tags)))
    return [*blocks, para(run(" · ".join(more), "dim"))] if more else blocks


def finding_blocks(findings: Iterable[Finding], speech: Speech) -> list[Block]:
    """One line a finding: a sign, how grave it is, and what it is."""
    blocks = []
    for finding in findings:
        grave = finding.level == "error"
        lead = Run(
            f"{'✗' if grave else '!'} {speech.findings.say(f'level-{finding.level}')}  ", "bad" if grave else "near"
        )
        detail = (run(speech.desk.say("card.detail", text=finding.detail), "context"),) if finding.detail else ()
        blocks.append(Block((run(speech.findings.say(finding.key)), *detail), first=(lead,)))
    return blocks


def _english(text: Bilingual, speech: Speech) -> Block:
    return pages.english(text, speech.screens)


def _aside(text: Bilingual, speech: Speech) -> tuple[Run, ...]:
    """The English of a short text beside it; what says itself in English too needs none."""
    if text.en == text.fr:
        same, origin = speech.desk.say("origin.same"), speech.desk.say(f"origin.{text.origin}")
        return (run(f" · {same} ({origin})", "dim"),)
    if text.en:
        return (run(f" · {text.en}", "english"), run(f" ({speech.desk.say(f'origin.{text.origin}')})", "dim"))
    return (run(" · " + speech.desk.say("origin.none"), "dim"),) if phrases.wants_english(text.fr) else ()


def _choice(choice: Bilingual, speech: Speech, *, right: bool, gap: int) -> Block:
    lead = Run(" ✓ " if right else "   ", "good")
    return Block(
        (run(choice.fr, "answer" if right else ""), *_aside(choice, speech)), first=(lead,), gap=gap, tight=gap
    )


def _evidence(card: Card, deck: Deck, speech: Speech) -> list[Block]:
    """As a learner sees it, but with the neighbours whole, and every other sentence that says the same."""
    shown = replace(card, also=())
    blocks = [replace(block, brief=None) for block in pages.evidence(shown, deck, speech.screens, shown_english=True)]
    for other in card.also:
        source = phrases.source_in_words(deck, other.source, speech.screens)
        runs = (run(speech.desk.say("card.also", source=source) + "  ", "source"), run(other.text, "context"))
        blocks.append(Block(runs, first=(pages.BAR,), rest=(pages.BAR,)))
    return blocks


def row(card: Card, findings: Sequence[Finding], *, here: bool, width: int) -> tuple[Run, ...]:
    """A line of the list: the cursor, the status, the question cut short, and a sign where there are findings."""
    grave = any(finding.level == "error" for finding in findings)
    flag = Run(" ✗" if grave else " !" if findings else "  ", "bad" if grave else "near")
    lead = Run(" › " if here else "   ", "cursor")
    sign = Run(SIGNS[card.status] + " ", _LOOKS[card.status])
    room = max(0, width - 8)
    text = pad(run(card.question.fr.replace(BLANK, "…")).text, room)
    return (lead, sign, Run(text, "dim" if card.status == "rejected" else ""), flag, Run(" "))


# Sentences


def done(operation: Operation, speech: Speech, *, undone: bool = False) -> str:
    """What was done, or taken back, by name."""
    room = "undone" if undone else "done"
    fields = speech.fields(operation.fields)
    return speech.desk.say(
        f"{room}.{operation.name}", what=one_line(operation.before if undone else operation.after), fields=fields
    )


def filter_name(which: Filter, speech: Speech) -> str:
    """A filter in words: « brouillons », « nature : citation »."""
    return speech.desk.say(f"filter.{which.name}", what=_value(which, speech))


def _value(which: Filter, speech: Speech) -> str:
    if which.name == "finding":
        return speech.findings.say(which.value)
    return speech.desk.say(f"{which.name}.{which.value}") if which.name in ("kind", "form") else ""


# Menus


def filter_page(rows: Sequence[tuple[Filter, int]], cursor: int, speech: Speech) -> list[Block]:
    """The filters with how many cards each shows, in groups."""
    say = speech.desk.say
    blocks = [para(run(say("filter.title"), "question"))]
    group = ""
    for at, (which, count) in enumerate(rows):
        grouped = which.name in ("kind", "form", "finding")
        gap = 1 if at == 0 else 0
        if grouped and which.name != group:
            blocks.append(para(run(say(f"filter.by-{which.name}"), "heading"), gap=1, tight=0))
        group = which.name
        said = _value(which, speech) if grouped else filter_name(which, speech)
        chosen = at == cursor
        lead = (Run(" › " if chosen else "   ", "cursor"), Run(pad(str(count), 5, right=True) + "  ", "figure"))
        look = "chosen" if chosen else ""
        blocks.append(Block((run(said, "" if count else "dim"),), first=lead, pick=at, ground=look, gap=gap, tight=gap))
    return [*blocks, para(run(say("filter.help"), "dim"), gap=1, tight=1)]


def conflict_page(key: str, file: str, speech: Speech, *, editing: bool, cursor: int) -> list[Block]:
    """Somebody else changed the file (`key` "desk-changed"), or it has gone ("desk-gone"): what now?"""
    say = speech.desk.say
    name = "gone" if key == "desk-gone" else "changed"
    blocks = [
        para(run(say(f"conflict.{name}"), "question")),
        para(run(say(f"conflict.{name}-why", file=file)), gap=1, tight=1),
        para(run(say("conflict.pending-edit" if editing else "conflict.pending-decision"))),
    ]
    for at, (letter, way) in enumerate((("r", "rewrite" if name == "gone" else "reload"), (say("key.escape"), "stay"))):
        chosen = at == cursor
        lead = (Run(" › " if chosen else "   ", "cursor"), Run(pad(letter, 6) + "  ", "key"))
        look = "chosen" if chosen else ""
        gap = 0 if at else 1
        blocks.append(Block((run(say(f"conflict.{way}")),), first=lead, pick=at, ground=look, gap=gap, tight=gap))
    return blocks


_HELP: dict[str, tuple[tuple[str, str], ...]] = {
    "deciding": (("a", "approve"), ("r", "reject"), ("d", "draft"), ("e", "edit"), ("u", "undo")),
    "going": (
        ("j k  ↓ ↑", "move"), ("n", "undecided"), ("g G", "ends"), ("{space}", "read"),
    ),
    "choosing": (("f", "filter"), ("/", "seek"), ("{escape}", "clear")),
    "editing": (
        ("{tab}  {enter}", "field"), ("F5", "key"), ("Ctrl+S  F2", "save"), ("{escape}", "abandon"),
    ),
    "anywhere": (("?  F1", "help"), ("c  F9", "theme"), ("q", "quit")),
}  # fmt: skip


def help_page(speech: Speech) -> list[Block]:
    """All keys, by what they are for."""
    say = speech.desk.say
    blocks = [para(run(say("help.title"), "question"))]
    for place, keys in _HELP.items():
        blocks.append(para(run(say(f"help.{place}"), "heading"), gap=1, tight=1 if place == "deciding" else 0))
        for key, said in keys:
            for name in ("enter", "escape", "space", "tab"):
                key = key.replace("{" + name + "}", say(f"key.{name}"))
            blocks.append(Block((run(say(f"help.{said}")),), first=(Run(pad(key, 13), "key"),), indent=2))
    blocks.append(para(run(say("help.signs"), "dim"), gap=1, tight=1))
    blocks.append(para(run(say("help.close"), "dim")))
    return blocks
