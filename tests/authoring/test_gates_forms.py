from dataclasses import replace

import pytest

from quiz.authoring.clozes import clozes, statement
from quiz.authoring.gates import choices, forms
from quiz.authoring.scene import Scene
from quiz.deck import BLANK, Bilingual
from tests.authoring.made import amount, article, asking, share, specification, statistic, who_said


def some(*texts: str) -> tuple[Bilingual, ...]:
    return tuple(Bilingual(text) for text in texts)


def test_a_quotation_is_verbatim_and_long_enough() -> None:
    home = article()
    candidate = who_said(home)
    assert forms.quotation(candidate, Scene(home)) is None
    assert forms.quotation(candidate.with_question("Qui a dit : «\u00a0Nous n'avons jamais vu\u00a0» ?"), Scene(home))
    changed = candidate.with_question("Qui a dit : «\u00a0Nous n'avons jamais vu une offre pareille depuis\u00a0» ?")
    assert forms.quotation(changed, Scene(home))
    trimmed = candidate.with_question(
        "Qui a dit : «\u00a0[…] jamais vu une demande pareille depuis la tempête\u00a0» ?"
    )
    assert forms.quotation(trimmed, Scene(home)) is None


def test_a_quotation_does_not_name_its_speaker() -> None:
    words = "La maison Ferrand ne vendra jamais sa scierie à personne"
    home = article(f"« {words} », a dit Odile Ferrand.")
    assert forms.quotation(who_said(home, words), Scene(home))


def test_half_a_clause_is_no_quotation() -> None:
    words = "Lorrains sont trop pressés par leurs patrons cette année"
    home = article(f"Odile Ferrand a dit que les « {words} ».")
    assert forms.quotation(who_said(home, words), Scene(home))


def test_a_quotation_holds_no_words_of_the_article() -> None:
    words = "Je ne vendrai jamais cette scierie, répond-elle en souriant, même pour un million"
    home = article(f"« {words} », a dit Odile Ferrand.")
    assert forms.quotation(who_said(home, words), Scene(home))


def test_clozes_blank_one_figure() -> None:
    home = article()
    made = clozes(statistic(home, "340"))
    cloze = next(c for c in made if c.form == "cloze")
    assert cloze.question.fr.count(BLANK) == 1
    assert cloze.answer.fr == "340"
    assert "trois cent quarante" in cloze.accept
    assert forms.salience(cloze, Scene(home)) is None


def test_a_statement_is_true_or_has_one_other_figure() -> None:
    home = article()
    made = clozes(statistic(home, "340"))
    card = next(c for c in made if c.form == "true-false")
    assert forms.true_false(card, Scene(home)) is None
    if card.answer.fr == "Vrai":
        assert "340" in card.question.fr
    else:
        assert "340" not in card.question.fr


def test_connectors_and_notes_are_left_out_of_a_cloze() -> None:
    home = article("En revanche, Bois du Morvan a vendu 340 toises de chêne[2] en 2022.")
    made = statement(statistic(home, "340"))
    assert made is not None
    assert made[0] == "Bois du Morvan a vendu 340 toises de chêne en 2022."


@pytest.mark.parametrize(
    "text",
    [
        "Bois du Morvan a sauvé six ou 340 toises de chêne en hiver.",
        "Bois du Morvan a vendu du chêne (dont 340 toises) à ses voisins.",
        "Ont été vendues 340 toises.",
        "Les 12 scieries, 14 ateliers et 16 dépôts du Morvan ont vendu 340 toises ensemble.",
    ],
)
def test_a_bad_blank_is_dropped(text: str) -> None:
    home = article(text)
    for cloze in (c for c in clozes(statistic(home, "340")) if c.form == "cloze"):
        assert forms.salience(cloze, Scene(home))


def test_one_and_two_are_never_blanked() -> None:
    home = article()
    fact = specification(
        home, "deux heures", "Tibère", "durée", quantity=amount(home, "deux heures", "duration", "hour")
    )
    assert all(forms.salience(c, Scene(home)) for c in clozes(fact) if c.form == "cloze")


def test_a_denial_makes_no_statement() -> None:
    home = article("Bois du Morvan n'a pas vendu 340 toises de chêne en 2022.")
    made = [c for c in clozes(statistic(home, "340")) if c.form == "true-false"]
    assert made
    assert all(forms.true_false(c, Scene(home)) for c in made)


def test_three_choices_with_the_key_once() -> None:
    home = article()
    scene = Scene(home)
    candidate = share(home, choices=some("39 %", "52 %"))
    candidate = replace(candidate, choices=(candidate.answer, *candidate.choices))
    assert choices.enough_choices(candidate, scene) is None
    assert choices.enough_choices(replace(candidate, choices=candidate.choices[:2]), scene)
    assert choices.enough_choices(replace(candidate, choices=some("39 %", "52 %", "60 %")), scene)


def test_one_key() -> None:
    home = article()
    candidate, scene = asking("Qui a développé le séchoir Tibère ?", "Bois du Morvan", form="choice")
    fair = replace(candidate, choices=(candidate.answer, *some("Ateliers Roux", "Pin Plus")))
    assert choices.one_key(fair, scene) is None
    twice = replace(candidate, choices=(candidate.answer, *some("Morvan", "Pin Plus")))
    assert choices.one_key(twice, scene)
    shared = replace(fair, also_true=("Ateliers Roux",))
    assert choices.one_key(shared, Scene(home))


def test_alike() -> None:
    home = article()
    candidate = share(home)
    assert choices.alike(replace(candidate, choices=(candidate.answer, *some("39 %", "52 %"))), Scene(home)) is None
    assert choices.alike(replace(candidate, choices=(candidate.answer, *some("un tiers", "52 %"))), Scene(home))


def test_plausible() -> None:
    home = article()
    candidate = share(home)
    assert choices.plausible(replace(candidate, choices=(candidate.answer, *some("39 %", "60 %"))), Scene(home)) is None
    assert choices.plausible(replace(candidate, choices=(candidate.answer, *some("2 %", "60 %"))), Scene(home))


def test_the_key_is_not_told_by_its_length() -> None:
    candidate, scene = asking("Que fabrique Bois du Morvan ?", "des planches de chêne séchées à cœur", form="choice")
    long = replace(candidate, choices=(candidate.answer, *some("du papier", "des clous")))
    assert choices.key_length(long, scene)
    even = replace(
        candidate, choices=(candidate.answer, *some("des poutres de hêtre pour les toits", "du papier de pin"))
    )
    assert choices.key_length(even, scene) is None
