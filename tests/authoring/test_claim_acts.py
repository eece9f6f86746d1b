"""The act of a speaker as a question says it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from quiz.articles.reader import article_of_text
from quiz.authoring.claim_acts import act_of
from quiz.authoring.claim_questions import candidates
from quiz.facts.extract import extract
from quiz.facts.fact import Quotation


def asked(text: str) -> list[str]:
    article = article_of_text(f"Une journée au conseil municipal\n\n{text}\n")
    facts = [fact for fact in extract(article) if isinstance(fact, Quotation)]
    return [c.question.fr for fact in facts for c in candidates(fact, article) if c.form == "text"]


def act(words: str) -> str | None:
    text = f"Awa Diop {words}."
    article = article_of_text(f"Une journée au conseil municipal\n\n{text}\n")
    start = article.text.index(text)
    span = article.span(start, start + len(text))
    base = Quotation(
        evidence=span, answer=span, rule="claim-act", confidence=0.9, words=words, speaker="Awa Diop",
        speaker_as_written="Awa Diop", quote_type="indirect", speaker_kind="person",
    )  # fmt: skip
    return act_of(replace(base, words=words))


@pytest.mark.parametrize(
    ("words", "asked_as"),
    [
        ("a également demandé la fermeture du pont de Lorient", "a demandé la fermeture du pont de Lorient"),
        ("a réclamé mardi soir une enquête sur le pont", "a réclamé une enquête sur le pont"),
        ("ont demandé la fermeture du pont de Lorient", "a demandé la fermeture du pont de Lorient"),
        ("demandent aux pêcheurs de rester au port", "demande aux pêcheurs de rester au port"),
        ("appelle à manifester devant la mairie samedi", "appelle à manifester devant la mairie"),
        ("a annoncé ce week-end la fin du chantier de Lorient", "a annoncé la fin du chantier de Lorient"),
        ("a annoncé un concert du 6 au 24 juillet prochain", "a annoncé un concert du 6 au 24 juillet"),
        ("a demandé de l'aide aux pêcheurs de Lorient ( NDLR", "a demandé de l'aide aux pêcheurs de Lorient"),
        (
            "a critiqué la vente du port de Lorient et le préfet Luc Petit, a demandé une enquête",
            "a critiqué la vente du port de Lorient",
        ),
        ("a revendiqué l'incendie du port de Lorient environ une heure", "a revendiqué l'incendie du port de Lorient"),
        ("s'est toutefois engagée à rouvrir le pont", "s'est engagée à rouvrir le pont"),
    ],
)
def test_an_act_is_asked_without_what_ties_it_to_other_sentences(words: str, asked_as: str) -> None:
    assert act(words) == asked_as


@pytest.mark.parametrize(
    "words",
    [
        "condamne fermement ce « crime barbare » du port",  # so do all
        "ont dénoncé la vente de leurs quais au port",  # whose quays?
        "appelle à manifester samedi devant la mairie",  # which one?
        "demande la fermeture « du pont de Lorient",
        "reproche aux médias de sous-estimé le nombre de marins",
        "veulent quitter au plus vite le port de Lorient",
    ],
)
def test_an_act_that_cannot_be_asked_gives_nothing(words: str) -> None:
    assert act(words) is None


def test_a_demand_of_one_s_own_is_asked_for_by_its_speaker() -> None:
    found = asked("Awa Diop demande aux pêcheurs de Lorient « de ne jamais céder leurs quais à une banque de Vannes ».")
    plain = [question.replace("\u00a0", " ").replace("\u202f", " ") for question in found]
    wanted = "Qui demande aux pêcheurs de Lorient « de ne jamais céder leurs quais à une banque de Vannes » ?"
    assert wanted in plain


def test_an_attack_that_is_taken_upon_oneself_is_asked_of_a_group() -> None:
    text = "Greenpeace a revendiqué l'occupation du port."
    article = article_of_text(f"Une journée au conseil municipal\n\n{text}\n")
    start = article.text.index(text)
    span = article.span(start, start + len(text))
    fact = Quotation(
        evidence=span, answer=span, rule="claim-act", confidence=0.9, words="a revendiqué l'occupation du port",
        speaker="Greenpeace", speaker_as_written="Greenpeace", quote_type="indirect", speaker_kind="organisation",
        step="organisation", cue="revendiqué",
    )  # fmt: skip
    asked_for = {c.question.fr for c in candidates(fact, article)}
    assert asked_for == {"Quel groupe a revendiqué l'occupation du port\u202f?"}
