"""Facts kept from an earlier build are the facts, and nothing but the same article and program gets them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quiz import paths
from quiz.articles.reader import article_of_text
from quiz.facts.extract import extract
from quiz.facts.kept import keep, recall
from quiz.facts.pool import facts_of_all

TEXT = (
    "La laiterie de Saint-Malo agrandit ses caves\n\n"
    "En 2019, la laiterie employait environ 245 personnes, dont 12 % d'apprentis. "
    "« Nous avons besoin de caves plus fraîches pour l'été », a déclaré Jeanne Kerdal, directrice de la laiterie. "
    "Elle a été fondée en 1932.\n"
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path))
    return tmp_path


def test_what_is_recalled_is_what_was_found():
    article = article_of_text(TEXT)
    found = extract(article)
    assert len(found) >= 3
    assert recall(article) is None
    keep(article, found)
    again = recall(article)
    assert again == found
    assert [(f.names, f.features) for f in again] == [(f.names, f.features) for f in found]


def test_a_build_gives_the_same_facts_from_the_cache():
    articles = [article_of_text(TEXT), article_of_text(TEXT.replace("245", "310"), doc="autre")]
    first = list(facts_of_all(articles[:1]))
    both = list(facts_of_all(articles))
    assert both[0] == first[0]
    assert [article.doc for article, _ in both] == [article.doc for article in articles]
    assert list(facts_of_all(articles)) == both


def test_another_text_date_or_title_is_another_article():
    article = article_of_text(TEXT)
    keep(article, extract(article))
    assert recall(replace(article, date="2020-01-01")) is None
    assert recall(replace(article, title="Autre")) is None


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"names": [], "facts": 3}', '{"names": [], "facts": [{"=": "Path"}]}']
)
def test_a_damaged_cache_is_no_cache(text: str):
    article = article_of_text(TEXT)
    keep(article, extract(article))
    (kept,) = (paths.cache() / "facts").rglob("*.json")
    kept.write_text(text, encoding="utf-8")
    assert recall(article) is None


def test_facts_of_another_version_are_forgotten():
    article = article_of_text(TEXT)
    old = paths.cache() / "facts" / "0123456789abcdef" / "a.json"
    old.parent.mkdir(parents=True)
    old.write_text("{}", encoding="utf-8")
    keep(article, extract(article))
    assert not old.exists()
