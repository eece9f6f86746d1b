from __future__ import annotations

import pytest

from quiz.articles.reader import article_of_text
from quiz.authoring.candidate import Candidate
from quiz.authoring.pool import Pool
from quiz.authoring.quote_statements import hanging, statements, turned
from quiz.authoring.write import proposals
from quiz.facts.extract import extract
from quiz.facts.fact import Quotation


def told(text: str) -> list[Candidate]:
    """The statements that an article's quotations and claims give."""
    article = article_of_text(f"Une journée au conseil municipal\n\n{text}\n")
    facts = extract(article)
    proposed = [candidate for fact in facts for candidate in proposals(fact, article)]
    pool = Pool()
    pool.add_article(article, facts, proposed)
    return [one for candidate in proposed for one in statements(candidate, pool)]


@pytest.mark.parametrize(
    ("question", "statement"),
    [
        (
            "Qui a dit\u00a0: «\u00a0Nous vendrons les quais\u00a0»\u202f?",
            "C'est Ada Morin qui a dit\u00a0: «\u00a0Nous vendrons les quais\u00a0».",
        ),
        (
            "De qui sont ces mots\u00a0: «\u00a0il faut vendre les quais.\u00a0»\u202f?",
            "Ces mots sont d'Ada Morin\u00a0: «\u00a0il faut vendre les quais.\u00a0»",
        ),
        ("Qui a annoncé que le pont fermera\u202f?", "C'est Ada Morin qui a annoncé que le pont fermera."),
        ("Quel média a parlé de «\u00a0farce\u00a0»\u202f?", "C'est Ada Morin qui a parlé de «\u00a0farce\u00a0»."),
    ],
)
def test_a_question_on_a_speaker_is_turned_into_a_statement(question: str, statement: str) -> None:
    assert turned(question, "Ada Morin") == statement


def test_no_other_question_is_turned() -> None:
    assert turned("Quelle est la fonction de la personne qui a dit cela ?", "le maire") is None


def test_where_nobody_else_speaks_one_statement_in_three_is_made_and_true() -> None:
    towns = ("Lorient", "Vannes", "Quimper", "Brest", "Morlaix", "Auray", "Dinan", "Lannion", "Redon")
    made = [told(f"Awa Diop a annoncé que le pont de {town} fermera en mars pour travaux.") for town in towns]
    found = [one for each in made for one in each]
    assert 0 < len(found) < len(towns) * 2 / 3
    assert {(one.form, one.answer.fr) for one in found} == {("true-false", "Vrai")}
    assert all(one.question.fr.startswith("C'est Awa Diop qui a annoncé que le pont de ") for one in found)


def test_a_false_statement_has_the_name_of_another_who_speaks_there() -> None:
    text = "\n\n".join(
        f"Le maire de {town}, Luc Petit, a promis de nouveaux trains pour les usagers de {town}. "
        f"Le préfet Paul Morin a déclaré : « La ligne de {town} coûtera dix millions d'euros aux communes voisines. » "
        f"Luc Petit a répondu : « Les communes de la côte paieront volontiers les trains de {town}. »"
        for town in ("Lorient", "Vannes", "Quimper", "Brest")
    )
    found = told(text)
    assert "Faux" in {one.answer.fr for one in found}
    for one in found:
        right = isinstance(one.fact, Quotation) and (one.fact.speaker or "-") in one.question.fr
        assert one.answer.fr == ("Vrai" if right else "Faux")


def test_a_body_has_its_article_and_a_plural_one_is_not_stated() -> None:
    towns = ("Lorient", "Vannes", "Quimper", "Brest", "Morlaix", "Auray", "Dinan", "Lannion", "Redon")
    made = [told(f"La CFDT a annoncé que le dépôt de {town} fermera en mars pour travaux.") for town in towns]
    assert any(made)
    assert all(one.question.fr.startswith("C'est la CFDT qui a annoncé") for each in made for one in each)
    assert told("Les Nations unies ont annoncé que le dépôt de Lorient fermera en mars pour travaux.") == []


def test_words_that_are_cut_are_not_stated() -> None:
    long = "Nous ne céderons pas un pouce de ce terrain, et les habitants de Lorient le savent depuis longtemps. "
    assert told(f"« {long * 4}», a déclaré Awa Diop.") == []


@pytest.mark.parametrize(
    ("question", "hangs"),
    [
        ("Qui demande toujours la liste des navires ?", True),
        ("Qui affirme que la baisse « n'est pas due qu'au froid » ?", True),
        ("Qui affirme que le port de Lorient rouvrira ?", False),
        ("Qui affirme que le dragage coûtera cher ?", False),
    ],
)
def test_what_only_the_sentences_before_explain_is_not_stated(question: str, hangs: bool) -> None:
    assert hanging(question, "Le dragage du port de Lorient contesté") is hangs
