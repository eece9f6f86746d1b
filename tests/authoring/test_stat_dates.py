"""Years for dates without one, counted from the article's day."""

from __future__ import annotations

import pytest

from quiz.authoring.stat_dates import with_years


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
