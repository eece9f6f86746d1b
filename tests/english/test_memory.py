"""Translation memories: found whatever the spaces, written the same twice, and never a danger."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.english.memory import SIZE_CAP, Memory
from quiz.errors import QuizError
from quiz.language import Words

_TMX = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="fr-FR" datatype="plaintext" segtype="sentence" adminlang="en" creationtool="x"
 creationtoolversion="1" o-tmf="x"/><body>
<tu><tuv xml:lang="fr-FR"><seg>Le tram <bpt i="1">&lt;b&gt;</bpt>roule<ept i="1">&lt;/b&gt;</ept>.</seg></tuv>
<tuv xml:lang="EN"><seg>The tram <hi>runs</hi>.</seg></tuv></tu>
<tu><tuv xml:lang="de"><seg>Nur deutsch</seg></tuv></tu>
<tu><tuv lang="fr"><seg>C’est l’été\u00a0!</seg></tuv><tuv lang="en"><seg>It is summer!</seg></tuv></tu>
</body></tmx>
"""


def _write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def test_units_of_a_file_from_another_program_are_found(tmp_path: Path) -> None:
    memory = Memory.load_tmx([_write(tmp_path / "a.tmx", _TMX)])
    assert len(memory) == 2
    assert memory.lookup("Le tram roule.") == ("The tram runs.", "reviewed")
    assert memory.lookup("C'est  l'été !") == ("It is summer!", "reviewed")
    assert memory.lookup("Le tram roule") is None


def test_a_utf_16_file_is_read(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.tmx", _TMX.replace("UTF-8", "UTF-16"), "utf-16")
    assert len(Memory.load_tmx([path])) == 2


def test_later_files_hold_over_earlier_ones(tmp_path: Path) -> None:
    Memory({"un": "one", "deux": "two"}).save_tmx(tmp_path / "a.tmx")
    Memory({"deux": "TWO"}).save_tmx(tmp_path / "b.tmx")
    memory = Memory.load_tmx([tmp_path / "a.tmx", tmp_path / "b.tmx"])
    assert memory.pairs() == [("deux", "TWO"), ("un", "one")]
    assert Memory({"un": "one"}).merged(Memory({"un": "1"})).lookup("un") == ("1", "reviewed")


_TEXT = st.text(st.characters(codec="utf-8"), max_size=30)


@given(st.dictionaries(_TEXT, _TEXT, max_size=6))
def test_what_is_saved_comes_back_and_saves_the_same(pairs: dict[str, str]) -> None:
    import tempfile

    memory = Memory(pairs)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "m.tmx"
        memory.save_tmx(path)
        again = Memory.load_tmx([path])
    assert again.pairs() == memory.pairs()
    assert again.to_tmx() == memory.to_tmx()


def test_the_order_of_pairs_does_not_show() -> None:
    assert Memory({"a": "1", "b": "2"}).to_tmx() == Memory({"b": "2", "a": "1"}).to_tmx()


_BOMB = (
    '<?xml version="1.0"?><!DOCTYPE tmx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    '<tmx version="1.4"><body><tu><tuv xml:lang="fr"><seg>&b;</seg></tuv></tu></body></tmx>'
)
_OUTSIDE = (
    '<?xml version="1.0"?><!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
    '<tmx version="1.4"><body><tu><tuv xml:lang="fr"><seg>&x;</seg></tuv></tu></body></tmx>'
)


@pytest.mark.parametrize(
    "text", [_BOMB, _OUTSIDE, "", "pas du XML", "<tmx><body>", "<html></html>", _TMX.replace("UTF-8", "x-no-such")]
)
def test_a_file_that_is_no_safe_memory_is_refused_by_name(tmp_path: Path, text: str) -> None:
    with pytest.raises(QuizError) as caught:
        Memory.load_tmx([_write(tmp_path / "bad.tmx", text)])
    assert caught.value.key == "memory-invalid"
    assert "bad.tmx" in Words("fr", "errors").say(caught.value.key, **caught.value.details)  # type: ignore[arg-type]


def test_a_missing_and_a_huge_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(QuizError) as caught:
        Memory.load_tmx([tmp_path / "absent.tmx"])
    assert caught.value.key == "memory-unreadable"
    with (tmp_path / "big.tmx").open("wb") as stream:
        stream.truncate(SIZE_CAP + 1)
    with pytest.raises(QuizError) as caught:
        Memory.load_tmx([tmp_path / "big.tmx"])
    assert caught.value.key == "memory-too-large"


def test_controls_do_not_come_in(tmp_path: Path) -> None:
    text = _TMX.replace("The tram", "The \u202e\u200btram")
    assert Memory.load_tmx([_write(tmp_path / "a.tmx", text)]).lookup("Le tram roule.") == (
        "The tram runs.",
        "reviewed",
    )
