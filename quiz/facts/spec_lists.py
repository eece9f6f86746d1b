"""Lists of named bodies and products that the article sets side by side: "des N comme A, B et C", "A, B et C
développent …".

One fact a member, kept aside: its frame holds all members and what is said of them. Refuses lists
of people and of places, and lists of which nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from quiz.facts.clauses import Shape, shape
from quiz.facts.fact import Frame
from quiz.facts.spec_scene import Found, Name, Scene
from quiz.facts.spec_words import morph, plural_kinds, words

SEPARATOR = "|"
"""Between the members in `Frame.population`."""

_BETWEEN = words("lists_between")
_JOINTS = frozenset((",", "et", "ou"))
_SUCH = frozenset(("comme", "que", "notamment"))
_PLAYERS = words("lists_players")
_LEAST = 3


def list_facts(scene: Scene) -> Iterator[Found]:
    """All lists of a sentence that something is said of."""
    seen: Shape | None = None
    for run in _runs(scene):
        if sum(name.kind in ("person", "place") for name in run) * 2 >= len(run):
            continue
        seen = seen or shape(scene.sentence)
        found = _introduced(scene, seen, run) or _subjects(scene, seen, run)
        yield from found


def _runs(scene: Scene) -> Iterator[list[Name]]:
    """Names one after the other with commas and "et" between, three or more."""
    run: list[Name] = []
    for name in scene.names:
        if run and _linked(scene, run[-1].end, name.start):
            run.append(name)
            continue
        if len(run) >= _LEAST:
            yield run
        run = [name]
    if len(run) >= _LEAST:
        yield run


def _linked(scene: Scene, end: int, start: int) -> bool:
    words = [scene.word(i) for i in range(end, start)]
    if not words or len(words) > 9 or not set(words) & _JOINTS:
        return False
    return all(word in _BETWEEN or word in plural_kinds() or word in ("start", "up") for word in words)


def _introduced(scene: Scene, seen: Shape, run: list[Name]) -> list[Found]:
    """« Des studios comme Brumelle, Brisk et Volute, chacun formant ses élèves, »: the class before, what is said
    behind."""
    at = run[0].start - 1
    if scene.word(at) not in _SUCH or (scene.word(at) == "que" and scene.word(at - 1) not in ("tels", "telles")):
        return []
    head = at - (2 if scene.word(at) == "que" else 1)
    while (
        head > 0
        and seen.cats[head] in ("adj", "adp", "noun", "name")
        and scene.word(head - 1) not in ("des", "les", "de", "d'")
    ):
        head -= 1
    start = head
    noun = scene.word(head)
    if scene.word(head - 1) not in ("des", "les", "de", "d'") or (noun not in _PLAYERS and noun not in plural_kinds()):
        return []
    kind = plural_kinds().get(noun)
    if kind is not None and kind.kind not in ("organisation", "product"):
        return []
    tail = run[-1].end
    if scene.word(tail) == "avec":  # « et même Brisk avec son moteur Volute »
        inner = next((n for n in scene.names if tail < n.start <= tail + 4), None)
        tail = inner.end if inner else tail
    said = _said_behind(scene, seen, tail)
    label = scene.text(start, at - (1 if scene.word(at) == "que" else 0)).strip()
    if not said and len(label.split()) < 2:
        return []
    return _found(scene, run, label, said, _gender(scene, head))


def _said_behind(scene: Scene, seen: Shape, at: int) -> str:
    """What is said of the members after the list: a participle clause or a plural verb."""
    if scene.word(at) == ",":
        at += 1
    if scene.word(at) in ("chacun", "chacune", "tous", "toutes"):
        at += 1
    if at >= len(seen.cats) or (seen.cats[at] not in ("ger", "verb") and not scene.word(at).endswith("ant")):
        return ""
    group = seen.group_of(at)
    if group is not None and (group.number != "p" or group.negated or group.mood == "cond"):
        return ""
    return _until_a_mark(scene, seen, at)


def _until_a_mark(scene: Scene, seen: Shape, at: int) -> str:
    stop = at
    while stop < len(seen.cats) and seen.cats[stop] not in ("stop", "comma", "sub", "open") and stop - at < 16:
        stop += 1
    if stop - at < 3 or stop - at >= 16 or (stop < len(seen.cats) and seen.cats[stop] == "sub"):
        return ""
    if (
        any(scene.word(i) in ("leur", "leurs", "ce", "cette", "ces", "cela") for i in range(at, stop))
        and seen.cats[at] != "ger"
    ):
        return ""
    return scene.text(at, stop).strip()


def _subjects(scene: Scene, seen: Shape, run: list[Name]) -> list[Found]:
    """« Brumelle, Brisk, mais aussi des studios comme Volute, vendent des décors »: a list that opens a plural
    clause."""
    first = run[0].start
    if first > 0 and scene.word(first - 1) not in (",", "et", "le", "la", "les", "l'", ":"):
        return []
    at = run[-1].end + (1 if scene.word(run[-1].end) == "," else 0)
    group = seen.group_of(at) if at < len(seen.cats) else None
    if (
        group is None
        or group.first != at
        or group.number != "p"
        or group.negated
        or group.mood == "cond"
        or group.auxiliary
    ):
        return []
    said = _until_a_mark(scene, seen, at)
    if not said or any(seen.cats[i] in ("verb",) for i in range(first)):
        return []
    return _found(scene, run, "", said, "f")


def _gender(scene: Scene, head: int) -> Literal["m", "f"]:
    return "f" if "Fem" in morph(scene.doc[head], "Gender") else "m"


def _found(scene: Scene, run: list[Name], label: str, said: str, gender: Literal["m", "f"]) -> list[Found]:
    members = list(dict.fromkeys(name.text for name in run))
    frame = Frame(
        construction="listed", lead=label, rest=said, population=SEPARATOR.join(members), asked_gender=gender,
        verb="participle" if said and not label else "",
    )  # fmt: skip
    out = []
    for name in run:
        start, end = scene.span(name.start, name.end)
        out.append(
            Found(
                attribute="listed",
                entity=name.entity.name,
                entity_kind=name.kind,
                start=start,
                end=end,
                rule="list-such" if label else "list-subjects",
                certainty=0.75,
                frame=frame,
                aside=True,
            )
        )
    return out
