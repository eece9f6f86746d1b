"""The word lists are read fast, and as TOML has them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from quiz.english import tables

DATA = sorted((Path(tables.__file__).parent / "data").glob("*.toml"))


@pytest.mark.parametrize("file", DATA, ids=lambda file: file.stem)
def test_each_list_is_read_as_toml_has_it_and_in_its_order(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    quick, toml = tables.parsed(text), tomllib.loads(text)
    assert quick == toml
    assert [list(table) for table in quick.values()] == [list(table) for table in toml.values()]


@pytest.mark.parametrize(
    "text",
    [
        '# of words\n\n[words]\n# hello\n"bonjour" = "hello"\n\n"le monde" = "the world"\n',
        '[words]\n"bonjour" = "hello"',
        'title = "x"\n[words]\nbonjour = "hello"\n\n[more]\n"a" = "b"\n',
        '[words]\n"guillemet" = "\\"hello\\""\n"a" = "b" # said\n',
        '[words]\n"a" = ["b", "c"]\n[words.more]\n"d" = "e"\n[last]\n  "f" = "g"\n',
        '[words]\n"" = "nothing"\n',
        "",
    ],
)
def test_what_is_not_words_in_pairs_is_read_as_toml(text: str) -> None:
    assert tables.parsed(text) == tomllib.loads(text)


@pytest.mark.parametrize(
    "text",
    [
        '[words]\n"a" = "b"\n"a" = "c"\n',
        '[words]\n"a" = "b"\n[more]\n"a" = "b"\n[words]\n"c" = "d"\n',
        '[words]\n"a" = b\n',
    ],
)
def test_a_slip_is_no_list(text: str) -> None:
    with pytest.raises(tomllib.TOMLDecodeError):
        tables.parsed(text)
