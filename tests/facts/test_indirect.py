from __future__ import annotations

import pytest

from quiz.articles.reader import article_of_text
from quiz.facts.fact import Quotation
from quiz.facts.quotations import quotations, speech
from quiz.facts.reading import read


def reported(text: str) -> list[Quotation]:
    return speech(read(article_of_text(f"Une journée au conseil municipal\n\n{text}\n")))[1]


@pytest.mark.parametrize(
    ("text", "words", "speaker"),
    [
        (
            "La maire, Awa Diop, a annoncé mardi que le pont de Lorient fermera en mars pour travaux.",
            "le pont de Lorient fermera en mars pour travaux",
            "Awa Diop",
        ),
        (
            "Awa Diop estime que l'eau montera, tandis que ses adversaires en doutent.",
            "",
            None,
        ),
        (
            "Selon Awa Diop, directrice du musée, douze tableaux ont disparu pendant la nuit.",
            "douze tableaux ont disparu pendant la nuit",
            "Awa Diop",
        ),
        (
            "Douze tableaux du musée ont disparu pendant la nuit, selon la préfecture de la Drôme.",
            "Douze tableaux du musée ont disparu pendant la nuit",
            "la préfecture de la Drôme",
        ),
        (
            "Trois cents postes seront supprimés à Vannes et à Nantes, a annoncé Awa Diop.",
            "Trois cents postes seront supprimés à Vannes et à Nantes",
            "Awa Diop",
        ),
        (
            "Awa Diop affirme que le musée de Valence « restera gratuit » pour les enfants de la ville.",
            "le musée de Valence « restera gratuit » pour les enfants de la ville",
            "Awa Diop",
        ),
        (
            "De plus, le quai se trouve « dans un virage sans visibilité pour les pilotes », a déclaré Awa Diop.",
            "le quai se trouve « dans un virage sans visibilité pour les pilotes »",
            "Awa Diop",
        ),
        (
            "Selon la directrice du musée, Awa Diop, douze tableaux ont disparu pendant la nuit.",
            "douze tableaux ont disparu pendant la nuit",
            "Awa Diop",
        ),
        (
            "Selon Awa Diop, de la Confédération des pêcheurs, les « filets ne remontent plus que des algues ».",
            "les « filets ne remontent plus que des algues »",
            "Awa Diop",
        ),
        (
            "Pour Awa Diop, le port de Lorient est victime « depuis dix ans » de ses voisins.",
            "le port de Lorient est victime « depuis dix ans » de ses voisins",
            "Awa Diop",
        ),
        (
            "Awa Diop redoute que le port de Lorient soit fermé avant la fin des travaux.",
            "le port de Lorient soit fermé avant la fin des travaux",
            "Awa Diop",
        ),
    ],
)
def test_what_somebody_is_reported_to_have_said_is_found_with_who_said_it(
    text: str, words: str, speaker: str | None
) -> None:
    found = reported(text)
    if speaker is None:
        assert found == []  # four words tell nothing
        return
    (fact,) = found
    assert (fact.words, fact.speaker, fact.quote_type) == (words, speaker, "indirect")
    assert fact.place is not None
    assert fact.place.text == words


@pytest.mark.parametrize(
    "text",
    [
        "Awa Diop n'a pas dit que le pont de Lorient fermera en mars pour travaux.",
        "Awa Diop dément que le pont de Lorient doive fermer en mars pour travaux.",
        "Awa Diop aurait déclaré que le pont de Lorient fermera en mars pour travaux.",
        "Chacun sait que Lorient soutient Vannes et que le pont fermera en mars pour travaux.",
        "Le pont de Lorient, soutenu par deux piles, fermera en mars pour de longs travaux.",
        "Bien que le pont de Lorient ferme en mars pour travaux, Awa Diop se dit sereine.",
    ],
)
def test_what_nobody_has_said_is_not_reported_speech(text: str) -> None:
    assert reported(text) == []


def test_a_clause_stops_where_something_else_begins() -> None:
    (fact,) = reported(
        "Awa Diop a expliqué que le pont de Lorient est fermé depuis lundi matin, mais que les piétons passent encore."
    )
    assert fact.words == "le pont de Lorient est fermé depuis lundi matin"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Awa Diop estime que le port de Lorient a besoin de deux quais, et annonce la fermeture du pont.",
            "le port de Lorient a besoin de deux quais",
        ),
        (
            "Awa Diop affirme que le port « est pris en otage par une minorité », qui veut continuer la grève.",
            "le port « est pris en otage par une minorité »",
        ),
        (
            "Awa Diop reconnaît que le port n'est « pas à la hauteur de Vannes » : « on se demande pourquoi »",
            "le port n'est « pas à la hauteur de Vannes »",
        ),
    ],
)
def test_a_clause_stops_before_a_second_saying(text: str, words: str) -> None:
    assert [fact.words for fact in reported(text) if fact.rule == "claim-that"] == [words]


def test_a_clause_keeps_its_percent_sign_and_begins_with_its_subject() -> None:
    (fact,) = reported("Selon Awa Diop, la part des fumeurs a reculé en dix ans, passant de 29,1 % à 28,2 %.")
    assert fact.words.endswith("28,2 %")
    assert reported("Selon Awa Diop, la préfète de la Drôme, du Vercors, les routes sont coupées deux jours.") == []


def test_words_between_marks_stay_quotations_and_are_not_reported_again() -> None:
    article = article_of_text(
        "Une journée au conseil\n\nAwa Diop a déclaré que « le pont de Lorient fermera en mars pour travaux ».\n"
    )
    direct, indirect = speech(read(article))
    assert [fact.words for fact in direct] == ["le pont de Lorient fermera en mars pour travaux"]
    assert indirect == []
    assert quotations(read(article)) == direct


def test_what_is_to_be_noted_is_nobody_s_claim() -> None:
    text = "Luc Roy est venu au port. Il est à noter que la mairie n'a confirmé aucune date pour les travaux du pont."
    assert "Luc Roy" not in [fact.speaker for fact in reported(text)]


def test_a_sentence_that_goes_on_behind_its_source_is_no_whole_claim() -> None:
    text = "L'érection d'une clôture, qui « englobera les quais », selon Awa Diop, vise à protéger le port de Brest."
    assert [fact.rule for fact in reported(text) if fact.rule == "claim-around"] == []


def test_a_name_may_be_followed_by_what_one_calls_oneself() -> None:
    text = "Pour Awa Diop, Casque bleu du Val de Lorient, le moratoire est « un premier pas vers la mer »."
    assert [fact.words for fact in reported(text)] == ["le moratoire est « un premier pas vers la mer »"]
