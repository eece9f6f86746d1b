"""What an editor would say of a card, and what would only tire them."""

import pytest

from quiz.deck import BLANK, Bilingual
from quiz.deck_lint import lint, lint_card, repeated
from quiz.language import Words
from tests.decks import card, cloze, deck, evidence


def keys(**changes):
    return {finding.key.removeprefix("lint.") for finding in lint_card(card(**changes))}


def choices(*shown, **changes):
    return keys(choices=tuple(map(Bilingual, shown)), answer=Bilingual(shown[0]), **changes)


def asked(text, form="cloze"):
    return keys(form=form, choices=(), question=Bilingual(text))


def test_a_good_card_has_no_finding():
    assert lint_card(card()) == ()
    assert lint_card(cloze()) == ()


@pytest.mark.parametrize(
    "changes",
    [
        {"answer": Bilingual("quarante-quatre pour cent"), "accept": ("44%",), "form": "number"},
        {"answer": Bilingual("La mairie de Nérac"), "accept": (), "fact": {"speaker_as_written": "la mairie"}},
        {"answer": Bilingual("Vrai"), "form": "true-false"},
        {"answer": Bilingual("recycler"), "kind": "vocabulary", "form": "flip"},
    ],
)
def test_an_answer_is_proven_in_any_of_its_writings(changes):
    assert "not-in-evidence" not in keys(**changes)


def test_an_answer_that_the_sentence_does_not_hold_is_named():
    assert "not-in-evidence" in keys(answer=Bilingual("45 %"), accept=("45",), form="number")
    assert "not-in-evidence" in keys(answer=Bilingual("4 %"), accept=(), form="text", evidence=evidence())


@pytest.mark.parametrize(
    "shown",
    [
        ("44 %", "52 %", "trente"),
        ("44 %", "52", "31"),
        ("44 euros", "52 euros", "31 habitants"),
        ("Awa Diop", "la mairie", "Odile Fabre"),
    ],
)
def test_choices_that_are_unlike(shown):
    assert "choices-unlike" in choices(*shown)


@pytest.mark.parametrize(
    "shown",
    [
        ("deux minutes", "cinq minutes", "trente secondes"),
        ("Awa Diop", "la mairie de Nérac", "Odile Fabre"),
        ("44 €", "52 euros", "31 €"),
    ],
)
def test_choices_that_are_alike(shown):
    assert not {"choices-unlike", "choices-same"} & choices(*shown)


def test_choices_that_say_the_same():
    assert "choices-same" in choices("12 000 €", "12\u202f000\u00a0€", "9 000 €")
    assert "choices-same" in choices("Élodie", "elodie", "Awa")


def test_a_key_far_longer_than_the_others():
    assert "key-longest" in choices("la directrice générale de la régie des eaux", "la maire", "le préfet")
    assert "key-longest" not in choices("la directrice générale", "la maire de la commune", "le préfet")


@pytest.mark.parametrize(
    "stem",
    [
        f"Elle emploie {BLANK} personnes.",
        f"Selon lui, {BLANK} habitants trient.",
        f"Cette dernière emploie {BLANK} personnes.",
        f"Son usine emploie {BLANK} personnes.",
        f"Il est resté {BLANK} jours.",
    ],
)
def test_a_pronoun_without_a_name(stem):
    assert "pronoun" in asked(stem)
    assert "pronoun" in asked(f"Vrai ou faux\u202f? {stem}", "true-false")


@pytest.mark.parametrize("stem", [f"Il y a {BLANK} bornes.", f"Il faut {BLANK} jours.", f"L’usine emploie {BLANK}."])
def test_an_impersonal_pronoun_is_french(stem):
    assert "pronoun" not in asked(stem)


def test_a_doubled_word():
    assert "doubled-word" in asked(f"La part de de la ville\u00a0: {BLANK}.")
    assert "doubled-word" in choices("le le maire", "la maire", "le préfet")
    assert "doubled-word" not in asked(f"Nous nous levons à {BLANK}, sur un air de Duran Duran.")
    assert "doubled-word" not in asked(f"Il a dit «\u00a0c’est très très bien\u00a0»\u00a0: {BLANK}.")


def test_a_long_question():
    assert "long-question" in asked("mot " * 61 + BLANK)
    assert "long-question" not in asked("mot " * 40 + BLANK)


def test_a_sentence_that_is_gone():
    assert "evidence-gone" in keys(tags=("evidence-gone",))


def test_a_question_asked_twice_under_one_topic():
    twin, other = card("c9"), card("c10", topic=Bilingual("Un autre article"))
    assert repeated(deck(card(), twin, other)) == {"c9"}
    assert [finding.card for finding in lint(deck(card(), twin, other))] == ["c9"]
    assert repeated(deck(card(status="rejected"), twin)) == frozenset()


def test_a_word_card_has_its_word_in_the_sentence_and_a_noun_its_article():
    def word(answer: str, written: str) -> set[str]:
        fact = {"lemma": "habitant", "written": written, "pos": "noun"}
        question = Bilingual("Comment dit-on en français «\u00a0resident\u00a0»\u202f?")
        return keys(kind="vocabulary", form="text", question=question, answer=Bilingual(answer), choices=(), fact=fact)

    assert word("un habitant", "habitants") == set()
    assert word("habitant", "habitants") == {"noun-without-article"}
    assert word("un habitant", "voisins") == {"word-not-in-evidence"}


def test_every_finding_has_its_sentence_in_both_languages():
    from pathlib import Path
    from re import findall

    import quiz.deck_lint

    said = set(findall(r'"(lint\.[a-z-]+)"', Path(quiz.deck_lint.__file__).read_text(encoding="utf-8")))
    assert len(said) > 10
    for lang in ("fr", "en"):
        assert all(Words(lang, "cli").has(key) for key in said)
