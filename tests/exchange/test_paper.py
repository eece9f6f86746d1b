import re
import shutil
import subprocess
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from quiz.deck import Bilingual
from quiz.errors import QuizError
from quiz.exchange import paper
from quiz.exchange.paper import Sheet
from tests.classroom.made import card, deck

FORMS = ("choice", "text", "cloze", "true-false", "number")


class Told(HTMLParser):
    """The page as a reader hears it, and every address it would fetch."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text, self.fetched, self.open = "", list[str](), list[str]()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.fetched += [value or "" for name, value in attrs if name in ("src", "href", "data")]
        if tag not in ("meta", "br", "link"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data if not self.open or self.open[-1] != "style" else ""


def made(sheet: Sheet, lang: str = "fr", count: int = 10) -> Told:
    one = deck(count, FORMS)
    return Told(paper.page(one, one.cards, sheet, lang))  # type: ignore[arg-type]


def test_every_question_is_asked_and_answered_and_nothing_is_fetched() -> None:
    told = made(Sheet())
    for number in range(10):
        assert re.search(rf"foire (numéro )?{number} ", told.text)
    assert told.text.count("comme chaque année") == 10
    assert not told.fetched
    assert not told.open
    questions, key = told.text.split("Corrigé")
    assert "comme chaque année" not in questions
    assert "« " not in key or "Autun" in key


def test_versions_shuffle_questions_and_choices_and_keep_their_keys() -> None:
    one = deck(12)
    versions = [paper.arranged(one.cards, number, "") for number in range(3)]
    assert len({tuple(item.card.id for item in items) for items in versions}) == 3
    for items in versions:
        assert {item.card.id for item in items} == {card.id for card in one.cards}
        for item in items:
            assert item.choices["ABC".index(item.letter)].fr == item.card.answer.fr
    letters = {tuple(item.letter for item in sorted(items, key=lambda item: item.card.id)) for items in versions}
    assert len(letters) > 1, "whoever looks at a neighbour's letters gains nothing"


def test_the_same_seed_gives_the_same_paper() -> None:
    one = deck(12)
    assert paper.page(one, one.cards, Sheet(2), "fr") == paper.page(one, one.cards, Sheet(2), "fr")
    assert paper.page(one, one.cards, Sheet(2, seed="b"), "fr") != paper.page(one, one.cards, Sheet(2), "fr")


def test_english_stands_below_where_it_is_wanted() -> None:
    assert "Where is fair 0 held?" in made(Sheet(english=True)).text
    assert "Where is fair 0 held?" not in made(Sheet()).text
    assert "Where is fair 0 held?" in made(Sheet(), "en").text
    assert "Name:" in made(Sheet(), "en").text


def test_marks_of_html_and_of_terminals_in_a_deck_are_only_text() -> None:
    evil = replace(card(1), question=Bilingual("<script>alert(1)</script> & \x1b[2J « Où ? »"))
    one = replace(deck(0), cards=(evil,), title=Bilingual("</title><img src=x>"))
    html = paper.page(one, one.cards, Sheet(), "fr")
    assert "<script>" not in html
    assert "<img" not in html
    assert "\x1b" not in html
    assert "<script>alert(1)</script> & « Où ? »" in Told(html).text


def test_a_name_that_is_neither_page_nor_pdf_is_refused(tmp_path: Path) -> None:
    with pytest.raises(QuizError, match="docx"):
        paper.write(tmp_path / "quiz.docx", "")
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="no pdftotext to read a PDF back")
@pytest.mark.parametrize("large", [False, True])
def test_a_pdf_has_every_question_whole_on_one_page(tmp_path: Path, large: bool) -> None:
    pytest.importorskip("weasyprint", exc_type=ImportError)
    one = deck(25, FORMS)
    path = tmp_path / "quiz.pdf"
    paper.write(path, paper.page(one, one.cards, Sheet(2, large=large), "fr"))
    text = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
    pages = text.split("\f")
    for number in range(25):
        asked = [page for page in pages if re.search(rf"foire (numéro )?{number} ", page) and "Corrigé" not in page]
        assert asked
    assert len(pages) > (8 if large else 4)


def test_a_key_with_english_among_choices_without_stays_french_on_paper() -> None:
    choices = (Bilingual("le préfet", "the prefect", "reviewed"), Bilingual("le maire"), Bilingual("le notaire"))
    told = paper.arranged([replace(card(0), choices=choices, answer=choices[0])], 0, "")
    assert {choice.said("en") for choice in told[0].choices} == {choice.fr for choice in choices}
