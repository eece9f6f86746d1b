"""Years for dates without one, counted from the article's day."""

from __future__ import annotations

import pytest

from quiz.authoring.stat_dates import on_the_day, with_the_year, with_today, with_years


@pytest.mark.parametrize(
    ("text", "iso", "dated"),
    [
        ("le 22 septembre dernier", "2017-10-01", "le 22 septembre 2017"),
        ("le 20 novembre dernier", "2017-01-23", "le 20 novembre 2016"),
        ("le 1er mai prochain", "2017-01-23", "le 1er mai 2017"),
        ("le 20 janvier prochain", "2016-12-29", "le 20 janvier 2017"),
        ("en mars dernier", "2017-10-01", "en mars 2017"),
        (
            "étaient appelés ce week-end à voter",
            "2018-03-05",
            "étaient appelés le week-end des 3 et 4 mars 2018 à voter",
        ),
        ("ont voté ce week-end", "2018-03-04", "ont voté le week-end des 3 et 4 mars 2018"),
        ("ont voté ce week-end", "2018-06-30", "ont voté le week-end du 30 juin 2018"),
        ("ont voté ce week-end", "2018-03-02", "ont voté ce week-end"),
        ("voteront ce week-end", "2018-03-05", "voteront ce week-end"),
        ("reçoit Lens ce week-end", "2018-03-05", "reçoit Lens ce week-end"),
        ("en octobre dernier", "2017-10-01", "en octobre dernier"),
        ("le 22 septembre dernier", None, "le 22 septembre dernier"),
        ("le 22 septembre 2015", "2017-10-01", "le 22 septembre 2015"),
    ],
)
def test_a_month_gets_its_year(text: str, iso: str | None, dated: str) -> None:
    assert with_years(text, iso) == dated


def test_today_is_the_article_s_day() -> None:
    text = "Le verger possède actuellement 300 ruches"
    assert with_today(text, "2017-08-05", opens=True) == "Au 5 août 2017, le verger possède 300 ruches"
    assert with_today(text, "2017-08", opens=True) == "En août 2017, le verger possède 300 ruches"
    assert with_today(text, None, opens=True) == text
    assert with_today("combien de ruches le verger possède-t-il actuellement", "2017-08-05", opens=False) == (
        "au 5 août 2017, combien de ruches le verger possède-t-il"
    )


def test_beside_something_done_today_stays_in_its_place() -> None:
    risen = "Le compte a grimpé, porté actuellement à"
    assert with_today(risen, "2017-08-05", opens=True) == "Le compte a grimpé, porté au 5 août 2017 à"
    done = "Le vent a fait aujourd'hui"
    assert with_today(done, "2017-08-05", opens=True) == done
    asked = "combien de blessés les crues d'aujourd'hui ont-elles faits aujourd'hui"
    assert with_today(asked, "2017-08-05", opens=False) == asked


def test_what_is_so_at_present_was_so_on_the_article_s_day() -> None:
    assert on_the_day(" blessés à l'heure actuelle.", "2017-08-05") == " blessés au 5 août 2017."
    assert on_the_day(" blessés à l'heure actuelle.", "2017") == " blessés à l'heure actuelle."


@pytest.mark.parametrize(
    ("text", "dated"),
    [
        ("depuis le début de l'année", "depuis le début de l'année 2017"),
        ("sur les six premiers mois de l'année", "sur les six premiers mois de l'année 2017"),
        ("pour l'année en cours", "pour l'année 2017"),
        ("depuis le début de l'année dernière", "depuis le début de l'année dernière"),
        ("au cours de l'année, contre 12 en 2015", "au cours de l'année, contre 12 en 2015"),
        ("le prix de l'année", "le prix de l'année"),
    ],
)
def test_the_year_is_the_article_s(text: str, dated: str) -> None:
    assert with_the_year(text, "2017-08-05") == dated
