"""English beside the French of a deck: reviewed before rule before none, and nothing that a person edited."""

from __future__ import annotations

from dataclasses import replace

from quiz.deck import Bilingual, Card, Deck, Evidence, Source
from quiz.english.layer import fill, kept_names
from quiz.english.memory import Memory

_EVIDENCE = Evidence("tram", 0, 62, "Le tram roule. « Il transporte 12 000 voyageurs », dit la régie.")
_CARD = Card(
    id="c1",
    kind="stat",
    form="choice",
    topic=Bilingual("Le tram roule (7\u00a0juin\u00a02024)"),
    question=Bilingual("Combien de voyageurs le tram transporte-t-il\u202f?"),
    choices=(Bilingual("12\u202f000"), Bilingual("9\u202f000"), Bilingual("beaucoup de monde")),
    answer=Bilingual("12\u202f000"),
    accept=(),
    evidence=_EVIDENCE,
    fact={"entity": "Lumen Films", "speaker": None},
)
_DECK = Deck(
    "d", Bilingual("Le tram"), (Source("tram", "tram.txt", "Le tram roule", "2024-06-07", "0" * 64),), (_CARD,)
)


def test_rules_fill_what_they_know_and_leave_the_rest() -> None:
    card = fill(_DECK, Memory()).cards[0]
    assert [(choice.en, choice.origin) for choice in card.choices] == [
        ("12,000", "rule"),
        ("9,000", "rule"),
        (None, "none"),
    ]
    assert card.answer == card.choices[0]
    assert (card.question.en, card.question.origin) == ("How many passengers does the tram carry?", "rule")
    assert card.evidence.en is None


def test_what_no_rule_knows_keeps_its_french_alone() -> None:
    unknown = replace(_CARD, question=Bilingual("Combien de zorglubs le tram transporte-t-il\u202f?"))
    card = fill(replace(_DECK, cards=(unknown,)), Memory()).cards[0]
    assert (card.question.en, card.question.origin) == (None, "none")


def test_a_title_is_no_phrase_of_ours() -> None:
    titled = replace(_CARD, topic=Bilingual("Une banque publique (7\u00a0juin\u00a02024)"))
    assert fill(replace(_DECK, cards=(titled,)), Memory()).cards[0].topic.en is None


def test_the_occasion_of_a_quotation_is_said_in_english_too() -> None:
    fr = "Qui a déclaré, lors d’une conférence à Metz\u00a0: «\u00a0Le tram roule\u00a0»\u202f?"
    said = replace(_CARD, question=Bilingual(fr))
    card = fill(replace(_DECK, cards=(said,)), Memory({"Le tram roule": "The tram is running"})).cards[0]
    assert card.question.en == "Who said, during a conference in Metz: “The tram is running”?"
    assert fill(replace(_DECK, cards=(said,)), Memory()).cards[0].question.en is None


def test_words_are_somebodys_and_a_claim_is_about_somebody() -> None:
    memory = Memory({"le tram roule": "the tram is running"})
    words = replace(_CARD, question=Bilingual("Ces mots sont d’Ada Morin\u00a0: «\u00a0le tram roule\u00a0»."))
    claim = replace(_CARD, id="c2", question=Bilingual("C’est Ada Morin qui a fondé la société."))
    fact = {"speaker": "Ada Morin"}
    deck = fill(replace(_DECK, cards=(replace(words, fact=fact), replace(claim, fact=fact))), memory)
    assert [card.question.en for card in deck.cards] == [
        "These words are Ada Morin’s: “the tram is running”.",
        "It was Ada Morin who founded the company.",
    ]


def test_reviewed_english_comes_first() -> None:
    memory = Memory(
        {
            "Combien de voyageurs le tram transporte-t-il ?": "How many passengers does the tram carry?",
            "12 000": "twelve thousand",
            "Le tram": "The tram",
            "Le tram roule": "The tram runs",
        }
    )
    deck = fill(_DECK, memory)
    card = deck.cards[0]
    assert (card.question.en, card.question.origin) == ("How many passengers does the tram carry?", "reviewed")
    assert (card.answer.en, card.answer.origin) == ("twelve thousand", "reviewed")
    assert (deck.title.en, deck.title.origin) == ("The tram", "reviewed")
    assert card.topic.en == "The tram runs (June 7, 2024)"


def test_evidence_is_put_together_from_its_sentences() -> None:
    memory = Memory(
        {
            "Le tram roule.": "The tram runs.",
            "« Il transporte 12 000 voyageurs », dit la régie.": "“It carries 12,000 passengers,” says the operator.",
        }
    )
    evidence = fill(_DECK, memory).cards[0].evidence
    closed = replace(_CARD, evidence=replace(_EVIDENCE, text="« Le tram roule. » Il est plein."))
    memory_of_both = Memory({"« Le tram roule. »": "“The tram runs.”", "Il est plein.": "It is full."})
    assert fill(replace(_DECK, cards=(closed,)), memory_of_both).cards[0].evidence.en == "“The tram runs.” It is full."
    assert evidence.en == "The tram runs. “It carries 12,000 passengers,” says the operator."
    assert evidence.origin == "reviewed"
    assert evidence.text == _EVIDENCE.text


def test_a_question_about_a_quotation_takes_its_words_from_the_memory() -> None:
    asked = replace(
        _CARD, kind="quote", question=Bilingual("Qui a dit\u00a0: «\u00a0Le tram roule. Enfin\u202f!\u00a0»\u202f?")
    )
    told = replace(asked, question=Bilingual("C’est Lumen Films qui a dit\u00a0: «\u00a0Enfin\u202f!\u00a0»."))
    memory = Memory({"Le tram roule.": "The tram runs.", "Enfin !": "At last!"})
    cards = fill(replace(_DECK, cards=(asked, told)), memory).cards
    assert (cards[0].question.en, cards[0].question.origin) == ("Who said: “The tram runs. At last!”?", "rule")
    assert cards[1].question.en == "It was Lumen Films who said: “At last!”"
    asking = replace(asked, question=Bilingual("Qui a dit\u00a0: «\u00a0Et puis\u202f?\u00a0»\u202f?"))
    said = fill(replace(_DECK, cards=(asking,)), Memory({"Et puis ?": "And then?"})).cards[0].question.en
    assert said == "Who said: “And then?”", "one mark is enough"
    calm = replace(told, question=Bilingual("C’est Lumen Films qui a dit\u00a0: «\u00a0Le tram roule.\u00a0»"))
    assert fill(replace(_DECK, cards=(calm,)), memory).cards[0].question.en == (
        "It was Lumen Films who said: “The tram runs.”"
    )
    assert fill(replace(_DECK, cards=(asked,)), Memory({"Enfin !": "At last!"})).cards[0].question.en is None


def test_what_a_person_edited_stays() -> None:
    edited = replace(
        _CARD, question=Bilingual("Combien ?", "How many, then?", "reviewed"), edited=("question", "answer")
    )
    card = fill(replace(_DECK, cards=(edited,)), Memory({"Combien ?": "How many?", "12 000": "x"})).cards[0]
    assert card.question.en == "How many, then?"
    assert card.answer.en is None


def test_a_template_s_english_is_kept_and_a_machine_s_gives_way() -> None:
    by_template = replace(_CARD, answer=Bilingual("12\u202f000", "12,000 people", "rule"))
    by_machine = replace(_CARD, answer=Bilingual("12\u202f000", "12.000", "machine"))
    cards = fill(replace(_DECK, cards=(by_template, by_machine)), Memory()).cards
    assert cards[0].answer.en == "12,000 people"
    assert (cards[1].answer.en, cards[1].answer.origin) == ("12,000", "rule")


def test_filling_twice_changes_nothing_more() -> None:
    deck = fill(_DECK, Memory({"Le tram": "The tram"}))
    assert fill(deck, Memory({"Le tram": "The tram"})) == deck


def test_names_of_facts_stay_as_they_are() -> None:
    quote = replace(
        _CARD,
        kind="quote",
        choices=(Bilingual("Anne Lebrun"), Bilingual("Paul Roche")),
        answer=Bilingual("Anne Lebrun"),
        fact={"speaker": "Anne Lebrun", "entity": "le tram de Clairval"},
    )
    deck = replace(_DECK, cards=(quote,))
    assert kept_names(deck) == {"Anne Lebrun", "Paul Roche"}
    assert [choice.en for choice in fill(deck, Memory()).cards[0].choices] == ["Anne Lebrun", "Paul Roche"]


def test_english_made_with_the_question_takes_the_article_of_a_body() -> None:
    asked = Bilingual(
        "Quelle fonction occupait Ada Morin au sein de la CFDT en mai 2016\u202f?",
        "What position did Ada Morin hold at CFDT in May 2016?",
        "rule",
    )
    card = fill(replace(_DECK, cards=(replace(_CARD, question=asked),)), Memory()).cards[0]
    assert card.question.en == "What position did Ada Morin hold at the CFDT in May 2016?"
