"""A deck file of a hundred thousand cards opens, plays and is searched in little memory, and one that is large out of
malice ends soon, in as little.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from hashlib import sha256
from itertools import chain, repeat
from pathlib import Path

import pytest

from quiz.deck import to_json
from tests.study.samples import card, deck

CARDS, ARTICLES = 100_000, 2_000
PAGE = 1 << 20
FULL = 500 * PAGE

WORK = """
import json, resource, sys, time
from pathlib import Path
from quiz.deck_format import read_deck
from quiz.errors import QuizError

began, lines = time.process_time(), []

def said(what):
    try:  # what this program alone came to: getrusage also tells how large the one that started it was
        status = Path("/proc/self/status").read_text()
        peak = int(status.split("VmHWM:")[1].split()[0]) / 1024
    except OSError:
        kind = resource.getrusage(resource.RUSAGE_SELF)
        peak = kind.ru_maxrss / (1 << (20 if sys.platform == "darwin" else 10))
    lines.append((what, time.process_time() - began, peak))

try:
    deck = read_deck(Path(sys.argv[1]))
except QuizError as error:
    said(error.key)
else:
    said("open")
    from quiz.study.history import History
    from quiz.study.order import Limits
    from quiz.study.session import Session
    from quiz.tui.catalog import Catalog, Moment
    with History.open(Path(sys.argv[1]).with_suffix(".sqlite")) as history:
        session = Session.begin(history, [deck], Limits(new=500))
        for _ in range(20):
            session.answer(session.question().card.answer.fr, 3.0)
        session.bury()
        session.summary()
        said(f"{len(deck.cards)} cards, {session.summary().answered} answered")
        catalog = Catalog([deck], history.standings(), Moment(history.today(), history.today_ends()))
        catalog.seek("atelier 99999")
        said(f"{len(catalog.in_sight)} found")
print(json.dumps(lines))
"""


def opened(path: Path) -> list[tuple[str, float, float]]:
    """What came of it in a process of its own: (what, seconds of processor time, megabytes at most) by then."""
    home = path.parent / "home"
    done = subprocess.run(
        [sys.executable, "-c", WORK, str(path)],
        env={**os.environ, "QUIZ_HOME": str(home)},
        stdout=subprocess.PIPE,
        check=True,
        timeout=900,
    )
    return [(what, seconds, megabytes) for what, seconds, megabytes in json.loads(done.stdout)]


def large(path: Path) -> Path:
    """A deck of as many cards as that, each of the length that real ones have."""
    (one,) = json.loads(to_json(deck(card())))["cards"]
    head = json.loads(to_json(deck()))
    one["evidence"]["before"] = one["evidence"]["after"] = "La ville compte encore beaucoup d’ateliers. " * 8
    one["choices"] = []
    head["sources"] = [
        {"id": f"s{n}", "file": f"s{n}.txt", "title": f"Article {n}", "date": None, "sha256": "0" * 64}
        for n in range(ARTICLES)
    ]
    begun = json.dumps(head, ensure_ascii=False).removesuffix("]}").rstrip()
    with path.open("w", encoding="utf-8") as file:
        file.write(begun)
        for n in range(CARDS):
            one["id"] = sha256(b"%d" % n).hexdigest()[:12]
            one["evidence"] |= {"source": f"s{n % ARTICLES}", "start": 1000 * (n // ARTICLES), "end": 1060}
            one["question"]["fr"] = f"Quelle part de l’atelier {n} a fermé ?"
            file.write(("," if n else "") + "\n" + json.dumps(one, ensure_ascii=False, indent=1))
        file.write("]}")
    return path


@pytest.mark.slow
def test_a_hundred_thousand_cards_in_one_file(tmp_path):
    path = large(tmp_path / "deck.json")
    first, again = opened(path), opened(path)
    print(f"\n{CARDS:,} cards in one file of {path.stat().st_size / 1e6:.0f} MB (processor time, most memory by then)")
    for name, rows in (("first time", first), ("again", again)):
        print(*(f"  {name:<11} {what:<34} {seconds:6.2f} s {most:5.0f} MB" for what, seconds, most in rows), sep="\n")
    found = "2 found"  # one by its question, one by its id
    assert [what for what, _, _ in first] == ["open", f"{CARDS} cards, 20 answered", found]
    assert path.stat().st_size > 64 << 20
    assert first[0][2] < 120
    assert first[1][2] < 150
    assert first[2][2] < 500
    assert again[0][1] < 1


def endless(*pieces: bytes) -> Iterator[bytes]:
    """What begins like a deck and goes on until the file is as large as it may be."""
    begun, piece = b"".join(pieces[:-1]), pieces[-1]
    return chain([begun], repeat(piece * (PAGE // len(piece)), FULL // PAGE))


HEAD = b'{"format": "quiz-deck/1", "id": "a", "title": {"fr": "a", "en": null}, "language": "fr", '
SOURCE = b'{"id": "%d", "file": "a", "title": null, "date": null, "sha256": "' + b"0" * 64 + b'"},'
MALICE = {
    "one text": (endless(HEAD, b'"sources": [{"id": "', b"x"), "deck-not-json"),
    "one number": (endless(HEAD, b'"sources": [', b"1"), "deck-not-json"),
    "spaces": (endless(HEAD, b" "), "deck-not-json"),
    "brackets": (endless(HEAD, b'"cards": [', b"["), "deck-not-json"),
    "nothing": (endless(b"\0"), "deck-not-json"),
    "cards that are none": (endless(HEAD, b'"cards": [', b"{},"), "deck-invalid"),
    "numbers": (endless(HEAD, b'"cards": [', b"1,"), "deck-invalid"),
    "fields": (endless(HEAD, b'"x": 1,'), "deck-not-json"),
    "articles": (endless(HEAD, b'"sources": [', b"".join(SOURCE % n for n in range(7000))), "deck-invalid"),
}


@pytest.mark.slow
@pytest.mark.parametrize("name", MALICE)
def test_a_file_that_is_large_out_of_malice(tmp_path, name):
    pieces, why = MALICE[name]
    path = tmp_path / "deck.json"
    with path.open("wb") as file:
        file.writelines(pieces)
    ((what, seconds, most),) = opened(path)
    print(f"\n{path.stat().st_size >> 20} MB of {name:<20} {what:<14} {seconds:6.2f} s {most:5.0f} MB")
    path.unlink()
    assert what == why
    assert seconds < 60
    assert most < 200
