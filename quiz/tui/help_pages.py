"""All keys, place by place, as the table of keys has them, a learner's own among them.

Pure. It refuses to know what a command does beyond the sentence that says so.
"""

from __future__ import annotations

from quiz.language import Words
from quiz.tui.keymap import Keys, Place, printed
from quiz.tui.layout import Block, Run, pad, para, run

WIDE = 17
"""Cells of the column of keys."""
_MOVES = "↑ ↓"
_DIGITS = "1 2 3 4"
_SECTIONS: dict[str, tuple[Place, tuple[tuple[str, str], ...]]] = {
    # section -> its place in the keymap, and rows: the command (or the keys themselves), the sentence
    "question": ("choice", (
        (_DIGITS, "choose"), (f"{_MOVES} go", "cursor"), ("hint", "hint"), ("english", "english"), ("words", "gloss"),
        ("speak", "speak"), ("undo", "undo"), ("edit", "edit"), ("report", "report"), ("reject", "reject"),
        ("bury", "bury"), ("suspend", "suspend"), ("leave", "leave"),
    )),
    "typed": ("typed", (
        ("submit", "answer"), ("hint", "hint"), ("english", "english"), ("words", "gloss"), ("speak", "speak"),
        ("undo", "undo"), ("edit", "edit"), ("report", "report"), ("reject", "reject"), ("bury", "bury"),
        ("suspend", "suspend"), ("help", "help"), ("leave", "leave"),
    )),
    "feedback": ("feedback", (
        ("go", "continue"), (_DIGITS, "grade"), ("english", "english-after"), ("words", "gloss"), ("speak", "speak"),
        ("undo", "undo"), ("edit", "edit"), ("report", "report"), ("reject", "reject"), ("bury", "bury"),
        ("suspend", "suspend"), (_MOVES, "scroll"),
    )),
    "words": ("words", (("← →  ↑ ↓", "word-move"), ("speak", "word-speak"), ("leave", "word-leave"))),
    "summary": ("summary", (("go", "resume"), ("home", "go-home"), ("undo", "undo"), ("leave", "quit"))),
    "home": ("home", (
        ("go", "start"), (_MOVES, "select"), ("practice", "practice"), ("browse", "browse"), ("stats", "stats"),
        ("settings", "settings"), ("undo", "undo-deed"), ("leave", "quit"),
    )),
    "browse": ("browse", (
        ("go", "open"), ("seek", "search"), ("filter", "filter"), ("sort", "sort"), ("edit", "edit"),
        ("suspend", "suspend"), ("bury", "bury"), ("reset", "reset"), ("report", "report"), ("reject", "reject"),
        ("undo", "undo-deed"), ("leave", "back"),
    )),
    "seek": ("seek", (
        ("keep", "keep"), (_MOVES, "select-card"), ("filter", "filter"), ("undo", "undo-deed"), ("clear", "clear"),
    )),
    "card": ("card", (
        ("← →", "neighbour"), ("english", "english-after"), ("edit", "edit"), ("suspend", "suspend"),
        ("bury", "bury"), ("reset", "reset"), ("report", "report"), ("reject", "reject"), ("undo", "undo-deed"),
        ("leave", "back"),
    )),
    "stats": ("stats", (("← →", "page"), (_MOVES, "scroll"), ("leave", "back"))),
    "settings": ("settings", (
        (_MOVES, "select-row"), ("← →", "change"), ("unset", "unset"), ("undo", "undo-setting"), ("leave", "back"),
    )),
    "lesson": ("lesson", (
        ("go", "lesson-go"), ("back", "lesson-back"), ("skip", "lesson-skip"), ("pause", "lesson-pause"),
        ("lock", "lesson-lock"), ("who", "lesson-who"), (_MOVES, "lesson-select"), ("rename", "lesson-rename"),
        ("kick", "lesson-kick"), ("ban", "lesson-ban"), ("leave", "lesson-leave"),
    )),
    "teams": ("teams", (
        ("1 2 3  A B C", "teams-choose"), ("A Z … O P", "teams-buzz"), ("right", "teams-right"),
        ("wrong", "teams-wrong"), ("go", "teams-go"), ("undo", "teams-undo"), ("leave", "teams-leave"),
    )),
    "pupil": ("pupil", (
        ("A B C  1 2 3", "pupil-choose"), (f"{_MOVES} go", "pupil-cursor"), ("go-on", "pupil-go-on"),
        ("english", "pupil-english"), ("leave", "pupil-leave"),
    )),
    "pupil-typed": ("pupil-typed", (
        ("submit", "pupil-send"), ("go-on", "pupil-go-on"), ("english", "pupil-english"), ("leave", "pupil-leave"),
    )),
    "anywhere": ("home", (("help", "help"), ("theme", "theme"), ("palette", "palette"), ("Ctrl+Q", "leave-all"))),
}  # fmt: skip
_SECTION_OF = {"choice": "question", "flip": "question"}
_OF_A_CLASS = {"lesson": {"lesson"}, "teams": {"teams"}, "pupil": {"pupil", "pupil-typed"}}
"""The sections that the help of a class shows, by the first word of the place; elsewhere it shows all others."""
_SECOND = frozenset({"left", "right", "backspace", "tab"})
"""Keys that do what another does, and need no mention."""
_NAMES = {"enter": "enter", "space": "space", "escape": "escape", "delete": "delete"}


def help_page(words: Words, more: Words, keys: Keys, place: Place, own: str) -> list[Block]:
    """All keys, those of the present place first; `own` is where a learner's own are written, or ""."""
    blocks = [para(run(words.say("help.title"), "question"), run("  " + words.say("help.close"), "dim"))]
    for section in sorted(_sections(place), key=lambda name: name != _SECTION_OF.get(place, place)):
        where, rows = _SECTIONS[section]
        blocks.append(para(run(_say(words, more, section), "heading"), gap=1, tight=1))
        for command, sentence in rows:
            named = named_keys(keys, where, command, words)
            if named:
                first = (Run(pad(named, WIDE), "key"),)
                blocks.append(Block((run(_say(words, more, sentence)),), first=first, indent=2))
    if own:
        blocks.append(para(run(more.say("help.own", file=own), "dim"), gap=1, tight=1))
    return blocks


def _sections(place: Place) -> list[str]:
    """The sections worth reading in a place, in their order."""
    own = _OF_A_CLASS.get(place.partition("-")[0])
    foreign = {section for sections in _OF_A_CLASS.values() for section in sections}
    return [name for name in _SECTIONS if name == "anywhere" or (name in own if own else name not in foreign)]


def _say(words: Words, more: Words, name: str) -> str:
    key = f"help.{name}"
    return words.say(key) if words.has(key) else more.say(key)


def named_keys(keys: Keys, place: Place, command: str, words: Words) -> str:
    """The keys of a command as a reader knows them, the shortest to strike first, two at most; what is no command are
    keys already."""
    arrows, _, bare = command.rpartition(" ") if command.endswith(" go") else ("", "", command)
    table = keys.tables[place]
    found = [key for key, does in table.items() if does == bare]
    if not found:
        return command if bare not in {does for table in keys.tables.values() for does in table.values()} else ""
    own = set(keys.named.get(bare, ()))
    lower = [key for key in found if not (len(key) == 1 and key.isupper() and key.lower() in found)]
    lower = [key for key in lower if key not in _SECOND or len(lower) == 1]
    ranked = sorted(lower, key=lambda key: (key not in own, len(key) > 1 and key not in _NAMES, "+" in key))
    shown = [words.say(f"key.{_NAMES[key]}") if key in _NAMES else printed(key) for key in ranked[:2]]
    return "  ".join(([arrows] if arrows else []) + shown[: 1 if arrows else 2])
