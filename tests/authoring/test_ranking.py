import json
from dataclasses import replace
from pathlib import Path

from quiz.authoring.candidate import Candidate
from quiz.authoring.clozes import clozes
from quiz.authoring.ranking import MIN_SCORE, features_of, score, weights
from quiz.authoring.scene import Scene
from quiz.deck import Bilingual
from quiz.facts.fact import Quotation
from tests.authoring.made import DEMAND, amount, article, asking, quotation, share, statistic, who_said


def scored(candidate: Candidate, scene: Scene) -> float:
    return score(candidate, features_of(candidate, scene))


def test_a_named_subject_is_worth_more_than_none() -> None:
    named, scene = asking("Combien de toises Bois du Morvan a-t-elle vendues ?")
    nobody, _ = asking("Combien de toises ont été vendues au marché ?")
    assert scored(named, scene) > scored(nobody, scene)
    assert 0 < scored(nobody, scene) < 1


def test_a_pronoun_and_a_guessed_speaker_cost() -> None:
    home = article()
    scene = Scene(home)
    sure = who_said(home)
    guessed = replace(sure, fact=quotation(home, DEMAND, "Odile Ferrand", step="pronoun"))
    assert scored(guessed, scene) < scored(sure, scene)
    plain, _ = asking("Combien de toises Bois du Morvan a-t-elle vendues ?")
    leaning = plain.with_question("Combien de ses toises Bois du Morvan a-t-elle vendues en son nom ?")
    assert scored(leaning, scene) < scored(plain, scene)


def test_a_good_question_passes_the_default_threshold() -> None:
    home = article()
    assert scored(who_said(home), Scene(home)) >= MIN_SCORE
    assert scored(share(home, hint=0.5), Scene(home)) >= MIN_SCORE  # as its builder proposes it


def test_every_weight_belongs_to_a_feature() -> None:
    home = article()
    scene = Scene(home)
    hedged = statistic(home, "120", quantity=amount(home, "120", hedge="près de", bound="about"))
    few = statistic(home, "18", quantity=amount(home, "18", low=3, high=3))
    samples = [
        who_said(home, features={"fragment": 1.0}),
        share(home, choices=(Bilingual("44 %"), Bilingual("31 %"), Bilingual("99 %"))),
        asking("À 12h, combien ?", fact=hedged)[0],
        asking("Combien ?", fact=few)[0],
        *clozes(statistic(home, "44 %")),
    ]
    known = {name for candidate in samples for name in features_of(candidate, scene)}
    judged = (Path(__file__).parents[1] / "gold" / "judged.jsonl").read_text(encoding="utf-8").splitlines()
    doubtful = {"leans_definite", "leans_demonstrative", "generic_words", "no_scope", "slip"}
    assert set(weights().feature) <= known | doubtful | {
        name for line in judged for name in json.loads(line)["features"]
    }


def test_the_builder_s_own_features_are_kept() -> None:
    home = article()
    candidate = who_said(home, features={"fragment": 1.0, "depth": 2.0})
    assert features_of(candidate, Scene(home))["depth"] == 2.0
    assert isinstance(candidate.fact, Quotation)
