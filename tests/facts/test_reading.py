from __future__ import annotations

from quiz.articles.reader import article_of_text
from quiz.facts.reading import read, read_many

from .reading_of import reading


def test_what_stands_between_marks_is_known() -> None:
    r = reading("Anne Roy a dit « oui, trois fois oui » puis elle est partie.")
    inside, outside = r.article.text.index("trois"), r.article.text.index("puis")
    assert r.quoted(inside)
    assert not r.quoted(outside)
    assert [r.article.text[a:b] for a, b in r.quote_spans] == ["« oui, trois fois oui »"]


def test_a_place_is_in_its_sentence_and_its_block() -> None:
    r = reading("Anne Roy est venue. Elle est repartie.")
    at = r.article.text.index("repartie")
    sentence = r.sentence_at(at)
    assert sentence is not None
    assert sentence.text == "Elle est repartie."
    assert r.block_kind(at) == "prose"
    assert r.block_kind(0) == "title"
    assert r.sentence_at(len(r.article.text) + 5) is None


def test_a_quotation_can_be_read_on_demand() -> None:
    r = reading("Anne Roy a dit : « La mer monte. Nous partirons en mai. »")
    first, second = r.inside(r.marked[0])
    assert (first.text, second.text) == ("La mer monte.", "Nous partirons en mai.")
    assert first.doc[1].text == "mer"
    assert r.article.text[second.at(second.doc[0]) :].startswith("Nous partirons")


def test_many_articles_read_together_are_read_as_they_are_alone() -> None:
    texts = ["Anne Roy est venue.", "Luc Petit dort. Il rêve.", ""]
    articles = [article_of_text(f"Un titre numéro {n}\n\n{text}\n") for n, text in enumerate(texts)]
    together = [[s.text for s in r.sentences] for r in read_many(articles)]
    assert together == [[s.text for s in read(article).sentences] for article in articles]
