"""One article that makes the program fail costs itself only: told, not kept, the others read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quiz.articles.article import Article
from quiz.articles.reader import Folder, article_of_text
from quiz.authoring.build import Built, Options, build
from quiz.errors import QuizError
from quiz.facts.pool import facts_of_all

TEXT = (
    "La laiterie de Saint-Malo agrandit ses caves\n\n"
    "En 2019, la laiterie employait environ 245 personnes, dont 12 % d'apprentis. "
    "« Nous avons besoin de caves plus fraîches pour l'été », a déclaré Jeanne Kerdal, directrice de la laiterie. "
    "Elle a été fondée en 1932.\n"
)


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path / "home"))
    return tmp_path


def _articles() -> list[Article]:
    """The middle one has half a character in it, which no file can bring past the reader and no parser reads."""
    first, last = (article_of_text(TEXT, doc=name) for name in ("avant", "apres"))
    middle = article_of_text(TEXT.replace("245", "310"), doc="milieu")
    return [first, replace(middle, file="milieu.txt", text=middle.text.replace("caves", "cav\ud800s")), last]


@pytest.mark.parametrize("workers", [1, 2])
def test_the_others_are_read(workers: int) -> None:
    told: list[str] = []
    articles = [*_articles(), *(article_of_text(f"Titre {n}\n\nRien ici.", doc=f"t{n}") for n in range(14))]
    found = {
        article.doc: facts
        for article, facts in facts_of_all(articles, workers, lambda broken: told.append(broken[0].doc))
    }
    assert told == ["milieu"]
    assert list(found) == [article.doc for article in articles]
    assert len(found["avant"]) == len(found["apres"]) >= 3
    assert found["milieu"] == ()


def test_where_nobody_listens_the_fault_is_raised() -> None:
    with pytest.raises(UnicodeEncodeError):
        list(facts_of_all(_articles()))


def test_a_build_names_it_and_makes_the_deck_of_the_others(home: Path) -> None:
    folder = Folder("essai", home, tuple(_articles()))
    error, built = build([folder], Options(home / "decks"), lambda done, total: None)
    assert isinstance(error, QuizError)
    assert "milieu" in error.sentence("fr")
    assert "UnicodeEncodeError" in error.sentence("en")
    assert isinstance(built, Built)
    assert {source.id for source in built.deck.sources} == {"avant", "apres"}
