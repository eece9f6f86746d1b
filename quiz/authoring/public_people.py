"""Wrong choices beside people everybody may have heard of: who else held the office that is asked for, and who else was
in view in the same place in the same year.

Reads a table compiled by hand, and the words of a question. Refuses to know what an article says of anybody; invents
nobody.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from quiz.facts.event_words import nations
from quiz.typography import fold

_STILL = 9999
_NAMED = re.compile(r"(?P<name>.+?)(?P<woman> f)? (?P<first>\d{4})-(?P<last>\d{4})?")


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody of the table: the years of a term or of being in view, both counted."""

    name: str
    gender: str
    first: int
    last: int

    def seen(self, year: int) -> bool:
        """Whether a year is one of theirs."""
        return self.first <= year <= self.last


def _row(text: str) -> tuple[Known, ...]:
    found = (_NAMED.fullmatch(part.strip()) for part in text.split("|"))
    return tuple(
        Known(it["name"], "f" if it["woman"] else "m", int(it["first"]), int(it["last"] or _STILL))
        for it in found
        if it
    )


@cache
def _tables() -> tuple[dict[tuple[str, str], tuple[Known, ...]], tuple[tuple[Known, ...], ...]]:
    """By post and country or body (folded), who held it; and the rows of those who were in view together."""
    told = tomllib.loads((Path(__file__).parent / "data" / "public_people.toml").read_text(encoding="utf-8"))
    offices = {}
    for office, names in told["offices"].items():
        post, _, body = office.partition("|")
        offices[fold(post.strip()), fold(body.strip())] = _row(names)
    return offices, tuple(_row(names) for names in told["peers"].values())


_ASKED = re.compile(r"Qui (?:était|est)\b(?:, en (?:\w+ )?\d{4},)? ?(?:le|la|l['’]) ?(?P<post>[^?]+?)\s*\?")
_FEMININE = (("premiere ministre", "premier ministre"), ("presidente", "president"), ("chanceliere", "chancelier"))
_SAME = {"dirigeant": "chef", "leader": "chef", "patron": "president", "maison blanche": "maison-blanche"}


def office_of(question: str) -> tuple[str, str] | None:
    """The office a question asks the holder of, as post and country or body (folded): « Qui était, en mai 2016, le
    ministre belge de la Défense ? » is ("ministre de la defense", "belgique"). None where it asks for none."""
    found = _ASKED.match(question.replace("’", "'").replace("\u202f", " ").replace("\u00a0", " "))
    if found is None:
        return None
    post = fold(found["post"])
    for woman, man in _FEMININE:
        post = re.sub(rf"^{woman}\b", man, post)
    lands = {fold(word): fold(land) for word, land in nations().items()}
    for word in post.split():
        if word in lands:
            return " ".join(other for other in post.split() if other != word), lands[word]
    head, _, body = re.sub(r" (?:de la |de l'|du |des |de |d')", " | ", post, count=1).partition(" | ")
    return _SAME.get(head, head), _SAME.get(body, body)


_HEADS = ("president", "secretaire general", "directeur general", "chef", "premier secretaire")


def _alike(office: tuple[str, str] | None) -> tuple[tuple[str, str], ...]:
    """An office, and those that a « patron », a « chef » of the same body may hold."""
    if office is None:
        return ()
    post, body = office
    return (office, *((head, body) for head in _HEADS if post in ("president", "chef")))


def holders(question: str, key: str, year: int) -> Iterator[str]:
    """Who held the asked office in other years than `year`, those just before it first. Empty where the table does
    not know the office, or says somebody else held it then."""
    office = office_of(question)
    row = next((_tables()[0][it] for it in _alike(office) if it in _tables()[0]), ())
    own = [known for known in row if _same(known.name, key)]
    if not any(known.seen(year) for known in own):
        return
    others = [known for known in row if not known.seen(year) and known.gender == own[0].gender]
    names = {known.name for known in row if known.seen(year)}
    for known in sorted(others, key=lambda it: (it.first > year, min(abs(it.first - year), abs(it.last - year)))):
        if known.name not in names:
            yield known.name


@lru_cache(4096)
def peers(key: str, year: int) -> tuple[str, ...]:
    """Who was in view beside somebody in a year, of the same sex: for a president of a country, who else led there; who
    held an office then, or none, as they did, comes first."""
    out: list[str] = []
    for row in _tables()[1]:
        own = [known for known in row if _same(known.name, key) and known.seen(year)]
        if own:
            out += [it.name for it in row if it.seen(year) and it.gender == own[0].gender and it is not own[0]]
    governs = in_office(key, year)
    return tuple(sorted(dict.fromkeys(out), key=lambda name: (in_office(name, year) != governs, leaves(name, year))))


@lru_cache(4096)
def leaves(name: str, year: int) -> bool:
    """Whether the last office of somebody ended in a year: who follows acts in their place for the rest of it."""
    ends = [it.last for row in _tables()[0].values() for it in row if _same(it.name, name) and it.seen(year)]
    return bool(ends) and max(ends) == year


@lru_cache(4096)
def in_office(name: str, year: int) -> bool:
    """Whether the table has somebody in an office in a year."""
    return any(_same(known.name, name) and known.seen(year) for row in _tables()[0].values() for known in row)


@lru_cache(4096)
def out_of_view(name: str, year: int) -> bool:
    """Whether the table knows somebody, and not in that year: « George H. W. Bush » in 2017."""
    known = _by_name().get(_plain(name), ())
    return bool(known) and not any(it.seen(year) for it in known)


@cache
def _by_name() -> dict[str, tuple[Known, ...]]:
    everybody = (known for row in (*_tables()[1], *_tables()[0].values()) for known in row)
    found: dict[str, list[Known]] = {}
    for known in everybody:
        found.setdefault(_plain(known.name), []).append(known)
    return {name: tuple(rows) for name, rows in found.items()}


def in_public_life(name: str) -> bool:
    """Whether the table knows somebody: as good as a post told of them."""
    return _plain(name) in _by_name()


_LANDS = {
    "allemagne": "Allemagne", "belgique": "Belgique", "brésil": "Brésil", "canada": "Canada", "catalogne": "Espagne",
    "espagne": "Espagne", "france": "France", "israël": "Israël", "italie": "Italie", "québec": "Québec",
    "royaume": "Royaume-Uni", "russie": "Russie", "turquie": "Turquie", "états": "États-Unis",
}  # fmt: skip
"""The lands of the rows, by what their names begin with."""


@cache
def _rows_by_name() -> dict[str, frozenset[str]]:
    told = tomllib.loads((Path(__file__).parent / "data" / "public_people.toml").read_text(encoding="utf-8"))
    return {row: frozenset(_plain(known.name) for known in _row(names)) for row, names in told["peers"].items()}


@cache
def lands_of(name: str) -> frozenset[str]:
    """The lands in whose public life the table knows somebody; none for those of the Union and the United Nations."""
    rows = (row for row, names in _rows_by_name().items() if _plain(name) in names)
    return frozenset(_LANDS[row.partition("-")[0]] for row in rows if row.partition("-")[0] in _LANDS)


def stranger(name: str, key: str, title: str) -> bool:
    """« Jean-Claude Juncker » under « France : … », or under « la présidentielle française », beside a Frenchman: known
    to all, and not from there."""
    if not in_public_life(name) or name.split()[-1] in title:
        return False
    told = {nations().get(word, "") for word in re.findall(r"[\w-]+", title.lower())}
    lands = {title.partition(" :")[0].strip(), *told}
    return bool(lands & lands_of(key)) and not lands & lands_of(name)


def year_of(published: str | None) -> int:
    """The year of an article's date, 0 where it has none."""
    return int(published[:4]) if published and published[:4].isdigit() else 0


def _same(one: str, other: str) -> bool:
    return _plain(one) == _plain(other)


@lru_cache(4096)
def _plain(name: str) -> str:
    return re.sub(r"[^a-z]", "", fold(name))
