"""What somebody demands, promises or blames, found with who does."""

from __future__ import annotations

import pytest

from quiz.articles.reader import article_of_text
from quiz.facts.fact import Quotation
from quiz.facts.quotations import speech
from quiz.facts.reading import read


def acts(text: str) -> list[Quotation]:
    article = article_of_text(f"Une journée au conseil municipal\n\n{text}\n")
    return [fact for fact in speech(read(article))[1] if fact.rule == "claim-act"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Awa Diop a demandé la fermeture immédiate du pont de Lorient.",
            "a demandé la fermeture immédiate du pont de Lorient",
        ),
        (
            "La ministre Awa Diop promet de ne jamais vendre le port de Lorient.",
            "promet de ne jamais vendre le port de Lorient",
        ),
        (
            "Awa Diop affirme sur Twitter vouloir « porter plainte contre tous les armateurs du port de Lorient ».",
            "affirme sur Twitter vouloir « porter plainte contre tous les armateurs du port de Lorient »",
        ),
        (
            "Awa Diop craint ainsi que les pêcheurs de Lorient ne se fassent justice.",
            "craint ainsi que les pêcheurs de Lorient ne se fassent justice",
        ),
        (
            "Awa Diop s'est engagée à reconstruire le port de Lorient en deux ans.",
            "s'est engagée à reconstruire le port de Lorient en deux ans",
        ),
        (
            "Awa Diop demande que le port de Lorient soit fermé aux cargos.",
            "demande que le port de Lorient soit fermé aux cargos",
        ),
        (
            "Awa Diop réclame une « enquête indépendante » sur le pont de Lorient.",
            "réclame une « enquête indépendante » sur le pont de Lorient",
        ),
        (
            "Awa Diop a refusé la vente du port de Lorient, qui suscite des questions dans la ville.",
            "a refusé la vente du port de Lorient",
        ),
        (
            "Awa Diop a dit regretter que le pont de Lorient ne soit pas encore repeint.",
            "a dit regretter que le pont de Lorient ne soit pas encore repeint",
        ),
        (
            "Awa Diop dénonce la vente du port de Lorient et quitte la salle du conseil.",
            "dénonce la vente du port de Lorient",
        ),
    ],
)
def test_an_act_of_speech_is_found_from_its_verb_to_its_end(text: str, words: str) -> None:
    (fact,) = acts(text)
    assert (fact.words, fact.speaker, fact.quote_type) == (words, "Awa Diop", "indirect")


def test_a_pronoun_is_whoever_spoke_before() -> None:
    text = "Awa Diop a inauguré la salle mardi. Elle réclame un nouveau pont pour les piétons de Lorient."
    assert [fact.speaker for fact in acts(text)] == ["Awa Diop"]


@pytest.mark.parametrize(
    "text",
    [
        "Awa Diop ne demande pas la fermeture immédiate du pont de Lorient.",
        "Selon la préfecture, Awa Diop a demandé la fermeture immédiate du pont de Lorient.",
        "Awa Diop lui a demandé la fermeture immédiate du pont de Lorient.",
        "Awa Diop aurait demandé la fermeture immédiate du pont de Lorient.",
        "Douze postes de gardien sont supprimés au port, a annoncé la mairie de Lorient mardi.",
        "Awa Diop a été accusée de la fermeture immédiate du pont de Lorient.",
        "La Ligue des marins et le syndicat des pêcheurs ont dénoncé la vente du port de Lorient.",
        "Awa Diop dit la vérité aux pêcheurs du port de Lorient.",
        "Awa Diop demande la paix.",
    ],
)
def test_what_is_denied_supposed_or_suffered_is_no_act(text: str) -> None:
    assert acts(text) == []
