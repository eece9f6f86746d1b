"""What a person has set: kept whole, read back, and refused by name where the file is not what it should be."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.cli import main
from quiz.errors import QuizError
from quiz.settings import FILE, Settings, load, save


def test_a_machine_where_nothing_was_set_has_the_defaults(tmp_path: Path) -> None:
    assert load(tmp_path) == Settings(new=20, reviews=200, retention=0.9, provider=None)
    assert list(tmp_path.iterdir()) == []


@given(
    new=st.integers(0, 9999),
    retention=st.floats(0.7, 0.99),
    lang=st.sampled_from(["fr", "en", None]),
    learner=st.none() | st.text(),
    big=st.booleans(),
)
def test_what_is_saved_is_what_is_loaded(tmp_path_factory: pytest.TempPathFactory, **told: Any) -> None:
    home = tmp_path_factory.mktemp("home")
    save(home, Settings(**told))
    assert load(home) == Settings(**told)


@pytest.mark.parametrize("text", ["", "{", "[]", "7", '{"new": 5', "\x00\x00"])
def test_a_damaged_file_is_named(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    with pytest.raises(QuizError) as caught:
        load(tmp_path)
    assert caught.value.key == "settings-damaged"
    assert caught.value.details["file"] == tmp_path / FILE


@pytest.mark.parametrize(
    ("field", "value"),
    [("new", -1), ("new", True), ("new", 2.5), ("reviews", "200"), ("retention", 1.0), ("lang", "de"), ("big", 1),
     ("theme", None), ("provider", 4)],
)  # fmt: skip
def test_a_value_out_of_bounds_is_named_with_its_field(tmp_path: Path, field: str, value: object) -> None:
    (tmp_path / FILE).write_text(json.dumps({field: value}), encoding="utf-8")
    with pytest.raises(QuizError) as caught:
        load(tmp_path)
    assert (caught.value.key, caught.value.details["field"]) == ("settings-value", field)


def test_a_setting_of_a_newer_version_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('{"new": 7, "holograms": true}', encoding="utf-8")
    assert load(tmp_path) == Settings(new=7)


def test_what_is_set_holds_for_the_commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path))
    save(tmp_path, Settings(lang="en", learner="Zoé"))
    assert main(["stats", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["learner"] == "Zoé"
    assert main(["stats"]) == 0
    said = capsys.readouterr().out
    assert main(["stats", "--lang", "fr"]) == 0
    assert capsys.readouterr().out != said


def test_damaged_settings_are_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any) -> None:
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path))
    (tmp_path / FILE).write_text("{", encoding="utf-8")
    for command in (["decks"], ["stats"], ["play", "--plain", "--limit", "1"]):
        monkeypatch.setattr("sys.stdin", io.StringIO(""))
        assert main(command) == 0
        told = capsys.readouterr()
        assert told.out
        assert FILE in told.err
        assert told.err.count("\n") == 1


def test_settings_that_could_not_be_read_are_kept_when_others_are_set(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('{"new": 30,}', encoding="utf-8")
    save(tmp_path, Settings(new=5))
    assert load(tmp_path).new == 5
    assert (tmp_path / f"{FILE}.old").read_text(encoding="utf-8") == '{"new": 30,}'
