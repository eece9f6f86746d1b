import unicodedata
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.classroom import names
from quiz.typography import cell_width


def test_a_class_of_forty_gets_forty_names() -> None:
    taken: list[str] = []
    for _ in range(40):
        taken.append(names.given(taken, Random(len(taken))))
    assert len({name.casefold() for name in taken}) == 40
    assert all(cell_width(name) <= names.LONGEST for name in taken)


def test_a_hall_of_two_thousand_still_gets_names() -> None:
    taken: set[str] = set()
    random = Random(7)
    for _ in range(2000):
        taken.add(names.given(taken, random))
    assert len(taken) == 2000


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("  Ada   Morin ", "Ada Morin"),
        ("Zoé", "Zoé"),
        ("a\u0301\u0301\u0301\u0301", "á"),
        ("\x1b[31mAda\x1b[0m", "Ada"),
        ("\u202eadA", "adA"),
        ("Ada\nMorin", "Ada Morin"),
        ("Maximilien-Archibald de la Tour", "Maximilien-Archi"),
        ("学生学生学生学生学生", "学生学生学生学生"),
        ("\u200b\u200b", ""),
        ("\u0301", ""),
        ("\u3164\u2800", ""),
        ("!!!", ""),
        ("🦊", "🦊"),
    ],
)
def test_a_typed_name_is_cleaned(typed: str, shown: str) -> None:
    assert names.cleaned(typed) == shown


@given(st.text(max_size=120))
def test_no_name_harms_a_screen(typed: str) -> None:
    shown = names.cleaned(typed)
    assert cell_width(shown) <= names.LONGEST
    assert not any(unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp") for char in shown)
    assert names.cleaned(shown) == shown


def test_codes_can_be_read_aloud_and_typed_as_people_type() -> None:
    code = names.code(Random(3))
    assert len(code) == 6
    assert not set(code) & set("IOQ01")
    assert names.same_code(code, f" {code[:3].lower()}-{code[3:]} ")
    assert not names.same_code(code, code[:5])
