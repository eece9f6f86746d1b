from dataclasses import replace

import pytest

from quiz.authoring.distractors import _picked, choices_for, wrong_speaker
from quiz.authoring.likeness import alike, overlaps
from quiz.authoring.pool import Pool
from quiz.deck import Bilingual
from tests.authoring.made import (
    CALM,
    DEMAND,
    amount,
    article,
    asking,
    quotation,
    share,
    specification,
    statistic,
    who_said,
)


def speakers(*names: str, gender: str = "f") -> Pool:
    home = article()
    pool = Pool()
    facts = [replace(quotation(home, DEMAND, name), gender=gender) for name in names]
    pool.add_article(home, facts, ())
    return pool


def texts(choices: tuple[Bilingual, ...]) -> set[str]:
    return {choice.fr for choice in choices}


def test_people_of_the_article_are_the_wrong_choices() -> None:
    home = article()
    choices = choices_for(who_said(home), speakers("Odile Ferrand", "Lise Aubert", "Mathilde Roux"))
    assert texts(choices) == {"Odile Ferrand", "Lise Aubert", "Mathilde Roux"}


def test_people_share_the_key_s_gender_and_are_never_invented() -> None:
    home = article()
    assert choices_for(who_said(home), speakers("Paul Aubert", "Marc Roux", gender="m")) == ()
    assert choices_for(who_said(home), speakers("Lise Aubert")) == ()


def test_somebody_named_in_the_question_is_no_choice() -> None:
    home = article()
    candidate = who_said(home).with_question(f"Qui a répondu à Lise Aubert : « {CALM} » ?")
    assert choices_for(candidate, speakers("Odile Ferrand", "Lise Aubert", "Mathilde Roux")) == ()


def test_shares_come_from_the_article_first() -> None:
    home = article()
    pool = Pool()
    facts = [statistic(home, "44 %"), statistic(home, "31 %", entity="autres menuisiers")]
    pool.add_article(home, facts, ())
    choices = choices_for(share(home), pool)
    assert "31 %" in texts(choices)
    assert len(choices) == 3


def test_without_others_shares_are_computed() -> None:
    home = article()
    choices = choices_for(share(home), Pool())
    assert len(choices) == 3
    assert all(choice.fr.endswith(" %") for choice in choices)


@pytest.mark.parametrize("said", ["54 %", "58,65 %"])
def test_beside_a_winner_s_share_stand_others_that_win(said: str) -> None:
    home = article(f"Odile Ferrand a été élue à Givry avec {said} des voix.")
    fact = statistic(home, said, quantity=amount(home, said, "share", "percent"))
    candidate, _ = asking(
        "Avec quel pourcentage des voix Odile Ferrand a-t-elle été élue ?", said, home=home, fact=fact, form="choice"
    )
    choices = choices_for(replace(candidate, distractor_type="quantity:share"), Pool())
    assert len(choices) == 3
    assert all(50 < float(choice.fr.removesuffix(" %").replace(",", ".")) <= 75 for choice in choices)


def test_what_something_passed_to_stands_beside_near_steps() -> None:
    home = article("En mai, le chômage à Givry est passé de 10,2 % à 10,3 %.")
    fact = statistic(home, "10,3 %", quantity=amount(home, "10,3 %", "share", "percent"))
    candidate, _ = asking(
        "À combien le chômage à Givry est-il passé en mai, au lieu de 10,2 % ?", "10,3 %", home=home, fact=fact,
        form="choice", construction="stat-passes-to", distractor_type="quantity:share",
    )  # fmt: skip
    choices = choices_for(candidate, Pool())
    assert len(choices) == 3
    assert all(10.2 < float(choice.fr.removesuffix(" %").replace(",", ".")) < 11.5 for choice in choices)


def test_after_a_lower_bound_only_more_is_wrong() -> None:
    home = article("Bois du Morvan a vendu plus de 340 toises en 2022.")
    quantity = amount(home, "340", hedge="plus de", bound="more-than")
    fact = statistic(home, "340", quantity=quantity)
    candidate, _ = asking(
        "Plus de combien de toises Bois du Morvan a-t-elle vendues ?", home=home, fact=fact, form="choice"
    )
    choices = choices_for(candidate, Pool())
    assert sorted(int(choice.fr) for choice in choices)[0] == 340


def test_what_is_true_of_the_same_thing_is_no_wrong_choice() -> None:
    home = article(
        "Le séchoir Tibère vient des Ateliers Roux. Le four Janus vient de Pin Plus. Il doit tout à Sapin SA."
    )
    facts = [
        specification(home, "Ateliers Roux", "Tibère", "maker", entity_kind="product"),
        specification(home, "Pin Plus", "Janus", "maker", entity_kind="product"),
        specification(home, "Sapin SA", "Janus", "maker", entity_kind="product"),
    ]
    asked = [
        asking(
            f"Qui a fabriqué {fact.entity} ?",
            fact.value,
            home=home,
            fact=fact,
            form="choice",
            distractor_type="organisation",
        )[0]
        for fact in facts
    ]
    pool = Pool()
    pool.add_article(home, facts, asked)
    assert choices_for(asked[1], pool) == (), "Sapin SA is as right as Pin Plus, one wrong choice is too few"
    assert texts(choices_for(asked[0], pool)) == {"Ateliers Roux", "Pin Plus", "Sapin SA"}


def test_coordinated_names_are_both_right() -> None:
    home = article("Tibère est fabriqué par Pin Plus et Sapin SA. Les Ateliers Roux le vendent.")
    fact = specification(home, "Pin Plus", "Tibère", "maker", entity_kind="product")
    candidate, _ = asking(
        "Qui a fabriqué le séchoir ?", "Pin Plus", home=home, fact=fact, form="choice", distractor_type="organisation"
    )
    others = [
        replace(candidate, answer=Bilingual(name, name, "rule"), fact=replace(fact, value=name, entity="Janus"))
        for name in ("Sapin SA", "Ateliers Roux", "Hêtre et Cie")
    ]
    pool = Pool()
    pool.add_article(home, [fact], [candidate, *others])
    assert "Sapin SA" not in texts(choices_for(candidate, pool))


def test_countries_come_from_the_key_s_own_part_of_the_world() -> None:
    home = article("Le séchoir Tibère vient de Chine.")
    fact = specification(home, "Chine", "Tibère", "origin")
    candidate, _ = asking(
        "De quel pays vient le séchoir Tibère ?",
        "Chine",
        home=home,
        fact=fact,
        form="choice",
        distractor_type="country",
    )
    choices = choices_for(candidate, Pool())
    assert len(choices) == 3
    assert all(choice.en for choice in choices if choice.fr != "Chine")
    assert "France" not in texts(choices)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Google", "Google DeepMind", True),
        ("Ferrand", "Odile Ferrand", True),
        ("44 %", "44 %", True),
        ("44 %", "39 %", False),
        ("la Chine", "Chine", True),
        ("Odile Ferrand", "Lise Ferrand", False),
    ],
)
def test_a_choice_that_says_another_again(one: str, other: str, same: bool) -> None:
    assert overlaps(one, other) is same


@pytest.mark.parametrize(
    ("choice", "key", "fits"),
    [
        ("39 %", "44 %", True),
        ("un tiers", "44 %", False),
        ("cinq minutes", "deux minutes", True),
        ("deux minutes", "une minute", True),
        ("le chêne", "le hêtre", True),
        ("chêne", "le hêtre", False),
        ("PDG", "directrice générale de la scierie du Morvan", False),
    ],
)
def test_choices_look_alike(choice: str, key: str, fits: bool) -> None:
    assert alike(choice, key) is fits


def test_the_key_s_place_is_even_over_many_facts() -> None:
    from quiz.authoring.distractors import place_of

    home = article()
    places = [place_of(replace(who_said(home), answer=Bilingual(f"Nom {i}")), 3) for i in range(300)]
    assert all(70 <= places.count(place) <= 130 for place in range(3))


def test_a_wrong_speaker_for_a_false_statement() -> None:
    home = article()
    wrong = wrong_speaker(who_said(home), speakers("Odile Ferrand", "Lise Aubert"))
    assert wrong is not None
    assert wrong.fr == "Lise Aubert"
    assert wrong_speaker(who_said(home), Pool()) is None


def test_whom_the_title_joins_with_the_key_is_right_as_well() -> None:
    wrong = [Bilingual(name) for name in ("États-Unis", "Russie", "Inde")]
    candidate, _ = asking("Quel pays a ratifié l'accord ?", "Chine", distractor_type="country")
    picked = _picked(candidate, wrong, 2, "La Chine et les États-Unis ratifient l'accord de Volmont")
    assert [choice.fr for choice in picked] == ["Russie", "Inde"]


def test_a_figure_of_the_title_is_no_wrong_choice() -> None:
    wrong = [Bilingual(name) for name in ("53", "55", "61")]
    candidate, _ = asking(
        "De combien de blessés un premier bilan fait-il état ?", "42", distractor_type="quantity:count"
    )
    picked = _picked(candidate, wrong, 2, "Volmont : 53 blessés dans une fusillade")
    assert [choice.fr for choice in picked] == ["55", "61"]


def test_a_suggested_figure_has_the_hedge_of_the_key() -> None:
    home = article("La scierie du Morvan emploie quelque 310 personnes.")
    fact = statistic(home, "310", quantity=amount(home, "310", bound="about"))
    asked, _ = asking(
        "Combien de personnes la scierie emploie-t-elle ?", "quelque 310", home=home, fact=fact, form="choice"
    )
    asked = replace(
        asked,
        distractor_type="quantity:count",
        suggested=(Bilingual("390"), Bilingual("500")),
        construction="stat-object",
    )
    assert {choice.fr for choice in choices_for(asked, Pool())} == {"quelque 310", "quelque 390", "quelque 500"}


def test_no_part_is_offered_beyond_the_whole() -> None:
    home = article("Le chêne représente 60 à 70 % des ventes de Givry.")
    share = amount(home, "60 à 70 %", "share", "percent", low=60.0, high=70.0, bound="range")
    fact = statistic(home, "60 à 70 %", quantity=share)
    asked, _ = asking(
        "Quelle part des ventes le chêne représente-t-il ?", "60 à 70 %", home=home, fact=fact, form="choice"
    )
    asked = replace(asked, distractor_type="quantity:share")
    found = choices_for(asked, Pool())
    assert found
    assert not any("100" in choice.fr or "110" in choice.fr for choice in found)


def test_nobody_in_view_has_ordered_what_a_president_says_he_did() -> None:
    home = article("« J'ai ordonné une frappe », a dit le président américain Donald Trump.", date="2017-04-07")
    said = replace(quotation(home, "J'ai ordonné une frappe", "Donald Trump"), gender="m", speaker_kind="person")
    asked, _ = asking("Qui a dit : « J'ai ordonné une frappe » ?", "Donald Trump", home, fact=said, form="choice")
    pool = Pool()
    pool.add_article(home, [said], ())
    assert wrong_speaker(replace(asked, construction="who-said", distractor_type="speaker:m"), pool) is None
