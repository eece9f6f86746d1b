"""Counts that pass, limits that are lost and slips that nothing mends: what the gates drop, and what they let pass."""

from __future__ import annotations

import pytest

from quiz.authoring.candidate import Candidate
from quiz.authoring.gates.passing import cut_short, kept_limits, one_count, running_counts, second_halves
from quiz.authoring.gates.slips import sound_words
from quiz.authoring.scene import Scene
from tests.authoring.made import article, asking, statistic


def counted(text: str, question: str, figure: str = "340", **more: object) -> tuple[Candidate, Scene]:
    home = article(f"{text} Fin.")
    fact = statistic(home, figure, entity="Metz", attribute="cueilleurs")
    return asking(question, figure, home, fact=fact, **more)


@pytest.mark.parametrize(
    ("question", "dropped"),
    [
        ("Vers 9h30, sur la place de Metz, combien de cueilleurs sont présents ?", True),
        ("À 9 h 50, combien d'arrestations ont eu lieu à Metz ?", True),
        ("À Metz, combien de cueilleurs sont en garde à vue ?", True),
        ("Le samedi 15 mai 2010, combien de scieries sont toujours bloquées à Metz ?", True),
        ("Le samedi 15 mai 2010, combien de scieries sont en rupture de chêne à Metz ?", False),
        ("En début de matinée, combien de cueilleurs ont été arrêtés à Metz ?", True),
        ("À Metz, combien de cueilleurs sont attendus ?", True),
        ("À Metz, combien de cueilleurs se sont mobilisés ?", False),
        ("Vers 11 h 15, combien de cueilleurs ont observé une minute de silence à Metz ?", False),
        ("À l'apogée de la marche, vers 15 h, combien de cueilleurs ont défilé à Metz ?", False),
        ("Combien de cueilleurs ont été blessés peu avant 7 h à Metz ?", False),
        ("À 20 heures, combien de cueilleurs ont été arrêtés à Metz ?", False),
        ("Combien de cueilleurs ont été arrêtés à Metz ?", False),
    ],
)
def test_a_count_of_one_hour_is_nobodys(question: str, dropped: bool) -> None:
    assert bool(running_counts(*counted("À Metz, 340 cueilleurs sont venus.", question))) is dropped


@pytest.mark.parametrize(
    ("text", "question", "dropped"),
    [
        (
            "À Metz, au moins 340 cueilleurs ont été blessés, a dit la préfecture de Metz avant 13 heures.",
            "À Metz, combien de cueilleurs ont été blessés, selon la préfecture ?",
            True,
        ),
        (
            "À ce jour, 340 cueilleurs de Metz ont reçu une prime de la scierie.",
            "Combien de cueilleurs de Metz ont reçu une prime de la scierie ?",
            True,
        ),
        (
            "À ce jour, 340 cueilleurs de Metz ont reçu une prime de la scierie.",
            "Au 12 avril 2023, combien de cueilleurs de Metz ont reçu une prime de la scierie ?",
            False,
        ),
        (
            "La récolte, la plus belle jusqu'à présent, a réuni 340 cueilleurs à Metz.",
            "Combien de cueilleurs la récolte a-t-elle réunis à Metz ?",
            False,
        ),
        (
            "La scierie emploie 340 cueilleurs à Metz, mais le maire se tait pour le moment.",
            "Combien de cueilleurs la scierie emploie-t-elle à Metz ?",
            False,
        ),
    ],
)
def test_a_limit_of_the_sentence_is_kept_or_nothing_is_asked(text: str, question: str, dropped: bool) -> None:
    assert bool(kept_limits(*counted(text, question))) is dropped


@pytest.mark.parametrize(
    ("text", "dropped"),
    [
        ("340 cueilleurs ont marché en mémoire des morts et blessés du chantier.", True),
        ("340 cueilleurs ont marché en mémoire des morts et la mairie a fermé.", False),
        ("340 cueilleurs ont marché en mémoire des morts et 12 ont chanté.", False),
        ("340 cueilleurs ont marché en mémoire des morts.", False),
    ],
)
def test_the_second_half_of_what_is_spoken_of_is_not_left_out(text: str, dropped: bool) -> None:
    asked = counted(text, "Combien de cueilleurs ont marché en mémoire des morts ?")
    assert bool(second_halves(*asked)) is dropped


@pytest.mark.parametrize(
    ("more", "dropped"),
    [
        ("Selon la police, les cueilleurs sont 900 en France, dont 220 à Metz.", True),
        ("La veille, 220 cueilleurs ont marché à Metz.", True),
        ("La veille, 220 cueilleurs ont marché à Nancy.", False),
        ("La police a vu 900 cueilleurs en France, dont 340 à Metz.", False),
        ("La veille, 220 noyers sont tombés à Metz.", False),
        ("À 9 heures, 220 cueilleurs étaient à Metz.", False),
    ],
)
def test_of_two_counts_of_one_thing_at_one_place_none_is_asked(more: str, dropped: bool) -> None:
    asked = counted(f"À Metz, on a compté 340 cueilleurs. {more}", "À Metz, combien de cueilleurs a-t-on comptés ?")
    assert bool(one_count(*asked)) is dropped


@pytest.mark.parametrize(
    ("question", "form", "dropped"),
    [
        ("Qui a lancé officiellement, le jeudi 28 mai 2020 dans la zone de Brumelle ?", "text", True),
        ("Quelle entreprise a inauguré le 7 juillet une scierie à Metz ?", "text", False),
        ("Qui a remporté à Metz la coupe de bois ?", "text", False),
        ("Qui a nommé au poste de directeur de la Scierie le général Roux ?", "text", False),
        ("Qui confirme la fin de la grande concertation national ?", "text", True),
        ("À Metz, 340 cueilleurs ont marché dans Brumelle, pendant laquelle douze sont tombés.", "true-false", True),
        (
            "En Belgique, 340 cueilleurs ont marché dans le quartier de Metz, pendant laquelle un est tombé.",
            "text",
            True,
        ),
        ("Combien de cueilleurs l'intérieur a-t-il comptés à Metz ?", "number", True),
        ("Combien de cueilleurs à l'intérieur de la grange a-t-il comptés ?", "number", False),
        ("À Metz, 340 cueilleurs ont suivi une marche, pendant laquelle douze sont tombés.", "true-false", False),
        ("Grand Prix de la ville de Metz et c'est une grande joie pour 340 cueilleurs.", "true-false", True),
        ("Metz gagne le Grand Prix et c'est une joie pour 340 cueilleurs.", "true-false", False),
    ],
)
def test_a_slip_that_nothing_mends_is_not_shown(question: str, form: str, dropped: bool) -> None:
    assert bool(sound_words(*asking(question, form=form))) is dropped


@pytest.mark.parametrize(
    ("text", "question", "dropped"),
    [
        (
            "À Metz, 340 cueilleurs ont crié environ une heure après.",
            "Combien de cueilleurs de Metz ont crié environ une heure ?",
            True,
        ),
        (
            "À Metz, 340 cueilleurs ont crié pendant une heure.",
            "Combien de cueilleurs de Metz ont crié pendant une heure ?",
            False,
        ),
        (
            "À Metz, 340 paniers ont été brûlés ou cassés.",
            "À Metz, combien de paniers ont été brûlés ?",
            True,
        ),
        (
            "À Metz, 340 cueilleurs ont vu le titre en judo - de 57 kg.",
            "Combien de cueilleurs ont vu le titre en judo ?",
            True,
        ),
    ],
)
def test_a_sentence_that_goes_on_is_not_cut(text: str, question: str, dropped: bool) -> None:
    assert bool(cut_short(*counted(text, question))) is dropped
