from __future__ import annotations

import pytest

from quiz.facts.speech import find_incise, forms, speech_form


@pytest.mark.parametrize(
    ("form", "lemma", "kind"),
    [
        ("déclare", "déclarer", "finite"),
        ("déclarait", "déclarer", "finite"),
        ("nuança", "nuancer", "finite"),
        ("nuancèrent", "nuancer", "finite"),
        ("rappelle", "rappeler", "finite"),
        ("interpelle", "interpeller", "finite"),
        ("réitère", "réitérer", "finite"),
        ("espère", "espérer", "finite"),
        ("soutiendra", "soutenir", "finite"),
        ("prétend", "prétendre", "finite"),
        ("reconnaît", "reconnaître", "finite"),
        ("craint", "craindre", "finite"),
        ("réagissant", "réagir", "gerund"),
        ("nuançant", "nuancer", "gerund"),
        ("songeant", "", "gerund"),
        ("promise", "promettre", "participle"),
        ("poursuivi", "poursuivre", "participle"),
        ("écrire", "écrire", "infinitive"),
    ],
)
def test_forms_of_verbs_of_saying_are_made_by_rule(form: str, lemma: str, kind: str) -> None:
    found = speech_form(form, kind)  # type: ignore[arg-type]
    assert (found.lemma if found else "") == lemma


def test_one_form_may_be_two_things() -> None:
    assert {f.kind for f in forms()["dit"]} == {"finite", "participle"}


def test_there_are_some_two_hundred_and_thirty_verbs() -> None:
    assert 200 < len({f.lemma for found in forms().values() for f in found}) < 300


def test_a_verb_that_takes_no_quotation_as_object_is_kept_apart() -> None:
    strengths = {verb: speech_form(verb).strength for verb in ("déclarer", "réagir", "publier") if speech_form(verb)}  # type: ignore[union-attr]
    assert strengths == {"déclarer": "strong", "réagir": "apart", "publier": "weak"}


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("Nous irons, a-t-elle dit, jusqu'au bout.", 10),
        ("Nous irons ? demande-t-il. Oui.", 11),
        ("Nous irons, promet Anne Roy. Oui.", 10),
        ("Nous irons. il a insisté.", 10),
        ("Nous irons, dit-on, jusqu'au bout.", 10),
        ("Nous irons, mais plus tard, à la mer.", None),
    ],
)
def test_an_inserted_clause_is_found_at_its_mark(text: str, at: int | None) -> None:
    assert find_incise(text, 0, len(text)) == at
