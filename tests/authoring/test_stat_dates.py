"""Years for dates without one, counted from the article's day."""

from __future__ import annotations

import pytest

from quiz.authoring.stat_dates import with_today, with_years


@pytest.mark.parametrize(
    ("text", "iso", "dated"),
    [
        ("le 22 septembre dernier", "2017-10-01", "le 22 septembre 2017"),
        ("le 20 novembre dernier", "2017-01-23", "le 20 novembre 2016"),
        ("le 1er mai prochain", "2017-01-23", "le 1er mai 2017"),
        ("le 20 janvier prochain", "2016-12-29", "le 20 janvier 2017"),
        ("en mars dernier", "2017-10-01", "en mars 2017"),
        ("en octobre dernier", "2017-10-01", "en octobre dernier"),
        ("le 22 septembre dernier", None, "le 22 septembre dernier"),
        ("le 22 septembre 2015", "2017-10-01", "le 22 septembre 2015"),
    ],
)
def test_a_month_gets_its_year(text: str, iso: str | None, dated: str) -> None:
    assert with_years(text, iso) == dated


def test_today_is_the_article_s_month() -> None:
    text = "Le verger possède actuellement 300 ruches"
    assert with_today(text, "2017-08-05", opens=True) == "En août 2017, le verger possède 300 ruches"
    assert with_today(text, None, opens=True) == text
    assert with_today("combien de ruches le verger possède-t-il actuellement", "2017-08-05", opens=False) == (
        "en août 2017, combien de ruches le verger possède-t-il"
    )
