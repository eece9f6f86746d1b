import pytest

from quiz.english.lemmas import guesses


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("journaux", "journal"), ("bateaux", "bateau"), ("directrices", "directeur"), ("actives", "actif"),
        ("heureuses", "heureux"), ("gentilles", "gentil"), ("premières", "premier"), ("blanches", "blanc"),
        ("mangeaient", "manger"), ("commençait", "commencer"), ("emploie", "employer"), ("préfère", "préférer"),
        ("achètent", "acheter"), ("appelle", "appeler"), ("annoncées", "annoncer"), ("finissent", "finir"),
        ("vendront", "vendre"), ("correspond", "correspondre"), ("obtiendra", "obtenir"), ("reprises", "reprendre"),
        ("permettent", "permettre"), ("aperçu", "apercevoir"), ("conduisent", "conduire"), ("craignent", "craindre"),
        ("découvert", "découvrir"), ("offerte", "offrir"), ("partent", "partir"), ("peuvent", "pouvoir"),
        ("iront", "aller"), ("faites", "faire"), ("paraissent", "paraître"), ("résolu", "résoudre"),
        ("serviront", "servir"), ("combattu", "combattre"), ("exclue", "exclure"), ("paie", "payer"),
    ],
)  # fmt: skip
def test_the_headword_is_among_the_guesses(form, lemma):
    assert lemma in [guess for guess, _ in guesses(form)]


def test_the_word_before_decides_what_is_tried_first():
    assert next(guesses("marche", "la")) == ("marche", "nominal")
    assert next(guesses("marche", "elle")) == ("marcher", "verb")
    assert next(guesses("marche")) == ("marche", "any")
