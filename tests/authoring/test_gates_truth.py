from dataclasses import replace

import pytest

from quiz.authoring.gates import truth
from quiz.authoring.gates.things import somebody_as_a_thing
from quiz.authoring.scene import Scene
from quiz.deck import Bilingual
from quiz.facts.fact import Frame
from tests.authoring.made import amount, article, asking, quotation, share, specification, statistic, who_said

GOOD = "Combien de toises de chêne Bois du Morvan a-t-elle vendues en 2022 ?"


def test_grounded_wants_the_answer_in_the_evidence() -> None:
    candidate, scene = asking(GOOD)
    assert truth.grounded(candidate, scene) is None
    assert truth.grounded(replace(candidate, answer=Bilingual("430")), scene)
    assert truth.grounded(replace(candidate, answer=Bilingual("340 millions")), scene)


def test_grounded_wants_verbatim_evidence() -> None:
    candidate, _ = asking(GOOD)
    assert truth.grounded(candidate, Scene(article("Un autre texte que celui-ci.")))


def test_grounded_takes_a_full_name_where_the_sentence_has_the_surname() -> None:
    text = "Odile Ferrand dirige la scierie. « Nous n'avons jamais vu une telle demande ici », a dit Ferrand."
    home = article(text)
    candidate = who_said(home, "Nous n'avons jamais vu une telle demande ici", "Odile Ferrand")
    assert truth.grounded(candidate, Scene(home)) is None
    assert truth.grounded(replace(candidate, answer=Bilingual("Odile Morin")), Scene(home))


def test_whole_claim_keeps_the_hedge() -> None:
    home = article()
    quantity = amount(home, "120", hedge="près de", bound="about")
    fact = statistic(home, "120", quantity=quantity, entity="Bois du Morvan")
    candidate, scene = asking("Combien de personnes Bois du Morvan emploie-t-elle à Autun ?", "120", fact=fact)
    assert truth.whole_claim(candidate, scene)
    kept = candidate.with_question("Environ combien de personnes Bois du Morvan emploie-t-elle à Autun ?")
    assert truth.whole_claim(kept, scene) is None
    in_answer = replace(candidate, answer=Bilingual("près de 120"))
    assert truth.whole_claim(in_answer, scene) is None


def test_whole_claim_keeps_what_softens_the_verb() -> None:
    home = article()
    assert truth.whole_claim(share(home), Scene(home)) is None
    lost = share(home, "Quelle part des menuisiers interrogés achète du hêtre ?")
    assert truth.whole_claim(lost, Scene(home))


def test_subject_refuses_unresolved_pieces_and_weak_rules() -> None:
    home = article()
    candidate = share(home)
    assert truth.subject(candidate, Scene(home)) is None
    unresolved = replace(candidate, fact=statistic(home, frame=Frame("share-of", resolved=False)))
    assert truth.subject(
        unresolved.with_question("Quelle part de ces menuisiers prévoit d'acheter du hêtre ?"), Scene(home)
    )
    loose = "Selon Ada Morin, quelle part de son stock a été vendue ?"
    assert truth.subject(unresolved.with_question(loose), Scene(home))
    told = "Quelle part de son stock la scierie de Vaugris a-t-elle vendue ?"
    assert truth.subject(unresolved.with_question(told), Scene(home)) is None
    weak = replace(candidate, fact=statistic(home, confidence=0.3))
    assert truth.subject(weak, Scene(home))


def test_subject_wants_a_speaker() -> None:
    home = article()
    candidate = who_said(home)
    assert truth.subject(candidate, Scene(home)) is None
    nobody = replace(candidate, fact=quotation(home, candidate.fact.answer.text, None))
    assert truth.subject(nobody, Scene(home))


@pytest.mark.parametrize("modality", ["conditional", "denied", "wished", "forecast", "hypothetical"])
def test_modality_refuses_what_is_no_fact(modality: str) -> None:
    candidate, scene = asking(GOOD)
    assert truth.modality(candidate, scene) is None
    assert truth.modality(replace(candidate, fact=statistic(article(), "340", modality=modality)), scene)


def test_that_so_many_foresee_something_is_a_fact() -> None:
    home = article()
    foreseen = share(home, fact=statistic(home, modality="forecast"))
    assert truth.modality(foreseen, Scene(home)) is None
    claimed = foreseen.with_question("Quelle part des menuisiers interrogés achètera du hêtre ?")
    assert truth.modality(claimed, Scene(home))


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("La scierie comptera _____ ateliers en 2030.", True),
        ("Combien d'ateliers la scierie va-t-elle ouvrir en 2030 ?", True),
        ("La scierie compterait _____ ateliers en 2030.", False),
        ("La scierie compte _____ ateliers.", False),
    ],
)
def test_what_is_announced_is_asked_in_the_future(question: str, kept: bool) -> None:
    home = article()
    fact = statistic(home, modality="forecast")
    counted = replace(fact, quantity=replace(fact.quantity, dimension="count", unit="atelier"))
    candidate = share(home, fact=counted).with_question(question)
    assert (truth.modality(candidate, Scene(home)) is None) == kept


def test_modality_keeps_who_says_it() -> None:
    home = article()
    fact = statistic(home, modality="attributed", attribution="l'Observatoire du bois")
    assert truth.modality(share(home, fact=fact), Scene(home)) is None
    bare = share(home, "Quelle part des menuisiers interrogés prévoit d'acheter du hêtre ?", fact=fact)
    assert truth.modality(bare, Scene(home))


@pytest.mark.parametrize(
    ("role", "sane"),
    [
        ("directrice de la scierie", True),
        ("directrice de la", False),
        ("directrice, qui avait annoncé la fermeture", False),
        ("directrice et actionnaire dont le mari", False),
        ("ministre de l'Économie et des Finances", True),
        ("ministre de l'Économie et a", False),
    ],
)
def test_role_sanity(role: str, sane: bool) -> None:
    home = article()
    candidate = who_said(home)
    candidate = replace(candidate, fact=replace(candidate.fact, role=role))  # type: ignore[type-var]
    candidate = candidate.with_question(f"Qui, {role}, a dit : « … » ?")
    assert (truth.role_sanity(candidate, Scene(home)) is None) is sane


def test_partition_wants_both_numbers() -> None:
    home = article("Seuls 212 des 950 candidats au brevet de bûcheron ont réussi en 2022.", title="Brevet de bûcheron")
    fact = statistic(home, "950", entity="candidats")
    whole, scene = asking(
        "Combien de candidats au brevet de bûcheron ont réussi en 2022 ?", "950", home=None, fact=fact
    )
    scene = Scene(home)
    assert truth.partition(whole, scene)
    part = replace(whole, fact=statistic(home, "212"), answer=Bilingual("212"))
    assert truth.partition(part, scene)
    both = part.with_question("Sur les 950 candidats au brevet de bûcheron, combien ont réussi en 2022 ?")
    assert truth.partition(both, scene) is None


def test_event_scope_wants_the_event_named() -> None:
    home = article("Un incendie a éclaté lundi. 12 personnes ont été blessées.", title="Une nuit agitée")
    fact = statistic(home, "12", entity="personnes blessées")
    bare, _ = asking("Combien de personnes ont été blessées ?", "12", fact=fact)
    assert truth.event_scope(bare, Scene(home))
    named = bare.with_question("Combien de personnes l'incendie de Givry a-t-il blessées ?")
    assert truth.event_scope(named, Scene(home)) is None
    told = replace(home, title="Incendie à Givry : des personnes blessées")
    assert truth.event_scope(bare, Scene(told)) is None


def test_contradictions_are_not_asked() -> None:
    candidate, scene = asking(GOOD)
    assert truth.no_contradiction(candidate, scene) is None
    from quiz.typography import fold

    rivals = {fold(GOOD): {"340", "410"}}
    assert truth.no_contradiction(candidate, replace(scene, rivals=rivals))


def test_specification_without_a_subject() -> None:
    home = article()
    fact = specification(home, "18 tonnes", "", "capacité")
    candidate, scene = asking(GOOD, fact=fact)
    assert truth.subject(candidate, scene)


@pytest.mark.parametrize(
    ("text", "evidence", "who"),
    [
        ("En 2007, Anne Roux a été recouverte par la lave.", "En 2007, elle a été recouverte.", "Anne Roux"),
        ("Quand Anne Roux a-t-elle été construite ?", "Elle a été construite en 1250.", "Anne Roux"),
        ("Combien d'épisodes Anne Roux comptera-t-elle ?", "Elle comptera huit épisodes.", "Anne Roux"),
        ("Combien de victoires Anne Roux compte-t-elle ?", "Elle compte huit victoires.", None),
        ("En 2007, Anne Roux a été élue.", "En 2007, elle a été élue.", None),
        ("La Jeanne Roux a été construite à Metz.", "Elle a été construite à Metz.", None),
        ("Anne Roux a été inondée d'appels.", "Anne Roux a été inondée d'appels.", None),
        ("Notre-Dame de Metz a été construite en 1250.", "Elle a été construite en 1250.", None),
    ],
)
def test_somebody_is_no_road_and_no_season(text: str, evidence: str, who: str | None) -> None:
    assert somebody_as_a_thing(text, evidence) == who


def test_the_gate_on_subjects_drops_somebody_taken_for_a_thing() -> None:
    candidate, scene = asking("En quelle année Anne Roux a-t-elle été élue ?")
    assert truth.subject(candidate, scene) is None
    wrong = candidate.with_question("En quelle année Anne Roux a été construite ?")
    assert truth.subject(wrong, scene) == "Anne Roux is taken for a thing"
