import csv
import io
import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.classroom.reports import Report, report
from quiz.classroom.reports_files import as_csv, as_html, as_json
from quiz.language import Lang, Words
from tests.classroom.made import NOW
from tests.classroom.test_lesson import answer, lesson, place

EVIL = '=HYPERLINK("x")'


def told(name: str = "Ada", typed: str = "Lens") -> Report:
    class_ = lesson(2, forms=("choice", "text"), teams=2)
    for at, seat in enumerate((name, "Luc")):
        class_.apply(class_.seating(seat, f"t{at}", NOW))
    class_.apply(class_.opening(NOW))
    answer(class_, 0, 0, place(class_, 0))
    class_.apply(class_.closing(NOW))
    class_.apply(class_.opening(NOW))
    if typed.strip():
        answer(class_, 1, 1, typed)
    class_.apply(class_.closing(NOW))
    return report(class_, "Foires", NOW)


def cells(text: str, mark: str = ";") -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=mark))


@pytest.mark.parametrize(("lang", "mark", "half"), [("fr", ";", "0,5"), ("en", ",", "0.5")])
def test_the_table_has_every_question_pupil_and_team(lang: Lang, mark: str, half: str) -> None:
    words = Words(lang, "classroom")
    rows = cells(as_csv(told(), words), mark)
    assert rows[0][1] == words.say("report.question")
    assert rows[1][3:6] == ["1", "1", "1"]
    assert "Autun: 1" in rows[1][9]
    assert rows[2][9] == "Lens: 1"
    assert rows[3] == []
    assert [row[:5] for row in rows[5:7]] == [["Ada", "1", "1", "1", "2"], ["Luc", "2", "0", "1", "2"]]
    assert rows[7] == [words.say("report.team-row", team=1), "1", half]


@given(st.text(max_size=12), st.text(max_size=12))
def test_no_cell_begins_a_formula_or_hides_a_control(name: str, typed: str) -> None:
    for row in cells(as_csv(told("=" + name, "+" + typed), Words("fr", "classroom"))):
        for cell in row:
            assert not cell.lstrip().startswith(("=", "+", "-", "@", "|", "%", "\t", "\r")), cell
            assert all(char.isprintable() or char == "\u202f" or char == "\u00a0" for char in cell if ord(char) < 160)


@pytest.mark.parametrize("mark", [";", ",", "|", "; ", '"'])
def test_no_formula_stands_behind_a_mark_that_another_program_splits_at(mark: str) -> None:
    for sign in "=+-@":
        text = as_csv(told(f"a{mark}{sign}1+1", f"b{mark}{sign}A1"), Words("fr", "classroom"))
        for row in cells(text):
            assert not re.search(rf"[;,|\"]\s*[{re.escape(sign)}]", " ".join(row)), row


def test_json_has_the_same_figures() -> None:
    body = json.loads(as_json(told()))
    assert body["questions"][0]["choices"] == [
        {"choice": choice, "chosen": n}
        for choice, n in zip(told().asked[0].choices, told().asked[0].chosen, strict=True)
    ]
    assert body["questions"][1]["typed"] == [{"text": "Lens", "count": 1}]
    assert [pupil["right"] for pupil in body["pupils"]] == [1, 0]
    assert body["questions"][0]["discrimination"] is None, "two are no class"


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_page_escapes_what_a_pupil_wrote(lang: Lang) -> None:
    evil = "<script>alert(1)</script>"
    page = as_html(replace(told(evil, evil), title=f"&{evil}"), Words(lang, "classroom"))
    assert "<script" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert f'<html lang="{lang}">' in page
    assert "//" not in page, "nothing is fetched"


def test_the_french_page_has_decimal_commas() -> None:
    page = as_html(replace(told(), asked=(replace(told().asked[0], seconds=20.2),)), Words("fr", "classroom"))
    assert "20,2\u00a0s" in page
    assert "20.2" not in page
