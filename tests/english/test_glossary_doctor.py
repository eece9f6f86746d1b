import pytest

from quiz.english import freedict
from quiz.english.glossary_doctor import rows
from tests.dictionaries import write_dictionary


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_what_there_is_and_what_is_missing(tmp_path, monkeypatch, lang):
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path / "nothing"))
    monkeypatch.setattr(freedict, "SYSTEM", ())
    write_dictionary(tmp_path / "dictionaries")
    (found, said), (words, _), (speaks, voice) = rows(lang)
    assert found
    assert "FreeDict" in said
    assert "18" in said
    assert not words
    assert not speaks
    assert "espeak-ng" in voice


def test_a_damaged_dictionary_is_none(tmp_path, monkeypatch):
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path))
    folder = write_dictionary(tmp_path / "dictionaries")
    (folder / "fra-eng.dict.dz").write_bytes(b"\x1f\x8bbroken")
    found, said = next(iter(rows("fr")))
    assert not found
    assert str(folder) in said
