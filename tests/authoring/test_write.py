from dataclasses import replace

import pytest

from quiz.articles.article import Article
from quiz.articles.reader import article_of_text
from quiz.authoring.selection import MIXTURE
from quiz.authoring.twins import clusters
from quiz.authoring.write import Written, card_id, make_deck, proof
from quiz.deck import Deck, to_json
from quiz.facts.extract import extract
from quiz.facts.fact import Fact, Frame
from tests.authoring.made import CALM, DEMAND, amount, article, quotation, share, specification, statistic, who_said

SURVEY = Frame(
    "share-of",
    lead="selon l'enquête de l'Observatoire du bois",
    population="menuisiers interrogés",
    verb="prévoient",
    rest="d'acheter du hêtre",
)


def facts(home: Article) -> list[Fact]:
    rival = replace(SURVEY, verb="préfèrent", rest="le pin")
    return [
        statistic(home, "44 %", frame=SURVEY),
        statistic(home, "31 %", frame=rival, attribute="part qui préfère le pin"),
        quotation(home, DEMAND, "Odile Ferrand", role="directrice de la scierie"),
        quotation(home, CALM, "Lise Aubert"),
    ]


def written(*pairs: tuple[Article, list[Fact]], **more: object) -> Written:
    return make_deck(pairs, deck_id="bois", title="Bois", **more)  # type: ignore[arg-type]


def one() -> Deck:
    home = article()
    return written((home, facts(home)), min_score=0.0, max_cards=20).deck


def test_the_deck_asks_about_figures_and_quotations() -> None:
    deck = one()
    assert {card.kind for card in deck.cards} >= {"stat", "quote"}
    assert any("menuisiers interrogés" in card.question.fr and card.answer.fr.startswith("44") for card in deck.cards)
    assert any(card.question.fr.startswith("Qui a") for card in deck.cards)


def test_every_card_holds_what_its_form_promises() -> None:
    home = article()
    for card in one().cards:
        assert home.text[card.evidence.start : card.evidence.end] == card.evidence.text
        assert card.topic.fr
        assert 0 <= card.score <= 1
        if card.form in ("number", "text", "cloze"):
            assert card.answer.fr in card.accept
        if card.form == "choice":
            assert [choice.fr for choice in card.choices].count(card.answer.fr) == 1


def test_the_same_facts_give_the_same_deck_in_any_order() -> None:
    home, other = article(), article(doc="autre", title="Le bois manque en Bourgogne")
    pairs = [(home, facts(home)), (other, facts(other))]
    assert to_json(written(*pairs).deck) == to_json(written(*reversed(pairs)).deck)


def test_ids_are_unique_and_come_from_the_fact_not_the_wording() -> None:
    ids = [card.id for card in one().cards]
    assert len(set(ids)) == len(ids)
    home = article()
    candidate = share(home)
    assert card_id(candidate) == card_id(candidate.with_question("Tout autre chose ?"))
    assert card_id(candidate) != card_id(replace(candidate, form="number"))
    assert card_id(candidate) != card_id(replace(candidate, fact=statistic(home, "31 %")))


def test_an_id_outlives_a_change_of_spaces_and_apostrophes() -> None:
    home = article()
    curly = article(home.text.replace("'", "’").replace(" %", "\u00a0%"))
    assert card_id(who_said(home)) == card_id(
        replace(who_said(home), fact=quotation(curly, DEMAND.replace("'", "’"), "Odile Ferrand"))
    )


def test_what_two_articles_say_is_one_card_with_two_sources() -> None:
    home, other = article(), article(doc="autre", title="Le bois manque en Bourgogne")
    deck = written((home, facts(home)), (other, facts(other)), min_score=0.0, max_cards=20).deck
    said = [card for card in deck.cards if card.form != "true-false" and card.answer.fr.startswith("44")]
    assert said
    assert len({card.form for card in said}) == len(said)
    for card in said:
        assert [evidence.source for evidence in card.also] == [
            "scierie" if card.evidence.source == "autre" else "autre"
        ]


def test_articles_that_contradict_one_another_are_not_asked() -> None:
    home = article()
    other = article(home.text.replace("44 %", "47 %"), doc="autre", title="Le bois manque en Bourgogne")
    rival = [statistic(other, "47 %", frame=SURVEY)]
    result = written((home, [facts(home)[0]]), (other, rival))
    assert not any(card.form in ("choice", "number") for card in result.deck.cards)
    assert result.explain["no_contradiction"] >= 2


def test_the_proof_of_a_quotation_names_its_speaker() -> None:
    text = "Odile Ferrand hésite encore. « Le bois ne se vend pas tout seul dans le Morvan. » Elle rit."
    home = article(text, title="Une scierie", date=None)
    said = quotation(home, "Le bois ne se vend pas tout seul dans le Morvan", "Odile Ferrand", step="pronoun")
    said = replace(said, evidence=home.span(text.index("«"), text.index("»") + 1))
    assert proof(said, home).text == text[: text.index("»") + 1]
    assert proof(replace(said, speaker="Lise Aubert"), home) == said.evidence


def test_max_cards_and_min_score() -> None:
    home = article()
    assert len(written((home, facts(home)), max_cards=2, min_score=0.0).deck.cards) <= 2
    assert written((home, facts(home)), min_score=1.0).deck.cards == ()


def test_what_was_dropped_is_counted_by_gate() -> None:
    home = article()
    denied = statistic(home, "340", frame=SURVEY, modality="denied")
    explain = written((home, [denied])).explain
    assert explain["modality"] >= 2


def test_no_facts_no_cards() -> None:
    assert written((article(), [])).deck.cards == ()
    assert written().deck.cards == ()


def test_sentences_with_something_left_out_are_a_fallback() -> None:
    home = article()
    many = [*facts(home), statistic(home, "340"), statistic(home, "120")]
    cards = written((home, many), min_score=0.0).deck.cards
    by_sentence = [card for card in cards if card.form in ("cloze", "true-false")]
    assert len(by_sentence) <= MIXTURE * len(cards)


def test_twins() -> None:
    home, other = article(), article(doc="autre")
    same = [statistic(home, "44 %"), statistic(other, "44 %"), statistic(home, "31 %")]
    assert clusters(same) == [0, 0, 2]
    minute = specification(
        home, "deux heures", "Tibère", "durée", quantity=amount(home, "deux heures", "duration", "hour")
    )
    assert clusters([minute, replace(minute, entity="le séchoir Tibère")]) == [0, 0]
    assert clusters([minute, replace(minute, attribute="autre")]) == [0, 1]
    quotes = [
        quotation(home, DEMAND, "Odile Ferrand"),
        quotation(other, DEMAND, "Odile Ferrand"),
        quotation(home, CALM, None),
    ]
    assert clusters(quotes) == [0, 0, 2]


@pytest.mark.parametrize("told", ["2024", "2024-02", "2024-02-29", None])
def test_a_deck_is_made_however_much_of_its_date_an_article_tells(told: str | None) -> None:
    text = (
        "Volmont : la foire du bois\n\n"
        "La foire du bois a ouvert le 12 janvier à Volmont. La scierie Ferrand a vendu 310 toises en janvier 2024. "
        "Lise Aubert a inauguré la halle le 3 février 2024. Le maire, Paul Rigaud, a fermé la foire en décembre. "
        "Le pont sera refait en mars 2025. « Nous vendons plus de hêtre que de pin », a dit Odile Ferrand lundi 12."
    )
    dated = replace(article_of_text(text, doc="foire"), date=told)
    other = replace(article_of_text(text.replace("Volmont", "Aubrac"), doc="autre"), date="2024-02-27")
    made = make_deck([(each, extract(each)) for each in (dated, other)], deck_id="bois", title="Bois", min_score=0)
    assert made.deck.cards


def test_an_article_that_fails_costs_itself_only() -> None:
    home = article()
    away = replace(home, id="away", date="2024-13-45")  # no file brings such a day past the reader
    away_facts = [replace(fact, evidence=replace(fact.evidence, source="away")) for fact in facts(home)]
    told: list[str] = []
    made = written((home, facts(home)), (away, away_facts), broken=lambda which: told.append(which[0].id))
    assert told == ["away"]
    assert {card.evidence.source for card in made.deck.cards} == {home.id}
    with pytest.raises(ValueError, match="month"):
        written((home, facts(home)), (away, away_facts))
