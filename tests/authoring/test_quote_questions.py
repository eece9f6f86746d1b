from __future__ import annotations

import pytest

from quiz.articles.reader import article_of_text
from quiz.authoring.candidate import Candidate
from quiz.authoring.quote_questions import (
    MOST,
    agreement,
    candidates,
    is_clause,
    is_fragment,
    shown_words,
    without_incises,
)
from quiz.deck import BLANK
from quiz.facts.quotations import quotations
from quiz.facts.reading import read

LONG = "Nous ne céderons pas un pouce de ce terrain"


def asked(text: str, form: str = "choice") -> list[Candidate]:
    """The candidates of a form, for all quotations of a text."""
    article = article_of_text(f"Une journée au conseil municipal\n\n{text}\n")
    return [c for fact in quotations(read(article)) for c in candidates(fact, article) if c.form == form]


def stem(text: str) -> str:
    (one,) = asked(text)
    return one.question.fr.replace("\u00a0", " ").replace("\u202f", " ")


def test_a_sentence_somebody_said_is_asked_for_its_speaker_as_a_choice_and_typed() -> None:
    text = f"« {LONG} », a déclaré Awa Diop."
    (choice,), (typed,) = asked(text), asked(text, "text")
    assert stem(text) == f"Qui a dit : « {LONG} » ?"
    assert choice.answer.fr == typed.answer.fr == "Awa Diop"
    assert choice.distractor_type == "person:f"
    assert "Diop" in typed.accept
    assert choice.construction == typed.construction == "who-said"


def test_a_piece_of_a_sentence_is_asked_as_words() -> None:
    assert stem(f"Awa Diop juge que « {LONG.lower()} ».").startswith("De qui sont ces mots : « nous ne")


def test_a_body_is_asked_for_as_one() -> None:
    (one,) = asked(f"« {LONG} », a écrit Le Figaro.")
    assert one.distractor_type == "organisation"
    assert one.question.fr.startswith("Quel média ou quelle organisation a déclaré")


def test_the_occasion_and_the_subject_stand_in_the_stem_where_the_sentence_tells_them() -> None:
    assert stem(f"Awa Diop a écrit sur Instagram : « {LONG} ».").startswith("Qui a écrit sur Instagram")
    assert stem(f"« {LONG} », a déclaré Awa Diop au sujet de Valtonic.").startswith(
        "Qui a déclaré au sujet de Valtonic"
    )
    assert stem(f"« {LONG} », a déclaré Awa Diop au sujet de la plateforme.").startswith("Qui a dit")


@pytest.mark.parametrize(
    "text",
    [
        "« Cela change la donne », a dit Awa Diop.",
        f"« {LONG} », a dit un porte-parole.",
        f"« {LONG} », a dit la préfecture de l'Aude.",
        f"Awa Diop aurait déclaré que « {LONG} ».",
        "« Moi, Awa Diop, je ne céderai pas un pouce », a dit Awa Diop.",
        "« Une présidente ne cède pas un pouce de terrain », a dit Awa Diop, présidente du club.",
    ],
)
def test_what_anybody_may_have_said_or_what_tells_the_speaker_is_not_asked(text: str) -> None:
    assert asked(text) == []


def test_a_surer_rung_makes_a_better_question() -> None:
    named, pronoun = asked(f"« {LONG} », a dit Awa Diop. Puis : « C'est ainsi depuis toujours ici », a-t-elle ajouté.")
    assert named.hint > pronoun.hint


@pytest.mark.parametrize(
    ("words", "gender"),
    [
        ("je suis ravie d'être là", "f"),
        ("Je suis très heureux d'être là", "m"),
        ("je me suis sentie seule", "f"),
        ("je suis dans la salle", ""),
        ("je suis journaliste", ""),
        ("nous sommes ravis", ""),
    ],
)
def test_a_first_person_tells_its_sex(words: str, gender: str) -> None:
    assert agreement(words) == gender


def test_words_that_tell_the_sex_ask_for_people_of_that_sex() -> None:
    (one,) = asked("« Je suis vraiment ravie de vous voir tous ici », a déclaré Qing Nguyen.")
    assert one.distractor_type == "person:f"


def sentences(count: int, size: int) -> str:
    return " ".join(f"Phrase{n} " + " ".join(f"mot{i}" for i in range(size - 2)) + " fin." for n in range(count))


def test_long_words_are_cut_between_sentences_and_say_so() -> None:
    (one,) = asked(f"« {sentences(5, 15)} », a déclaré Awa Diop.")
    shown = one.question.fr.split("«", 1)[1]
    assert "[…]" in shown
    assert len([w for w in shown.split() if w.startswith(("mot", "Phrase", "fin"))]) <= MOST
    assert shown.count("Phrase") == shown.count("fin.")


def test_a_sentence_too_long_is_cut_at_a_clause_or_not_asked() -> None:
    clause = "nous avons mis bien des années à comprendre ce que la rivière voulait nous dire"
    (one,) = asked(f"« Oui, {clause}, mais {clause}, parce que {clause}, et {clause} », a déclaré Awa Diop.")
    assert "[…]" in one.question.fr
    assert one.question.fr.count("rivière") < 4
    words = " ".join(f"mot{i}" for i in range(60))
    assert asked(f"« {words} », a déclaré Awa Diop.") == []


def test_the_sentence_in_which_speakers_name_themselves_is_left_out() -> None:
    text = f"« Je m'appelle Awa Diop. {LONG}. », a déclaré Awa Diop."
    article = article_of_text(f"Une journée au conseil\n\n{text}\n")
    (fact,) = quotations(read(article))
    assert shown_words(fact) == f"[…] {LONG}."


def test_a_fragment_begins_small() -> None:
    assert is_fragment("des signes encourageants")
    assert is_fragment("[…] des signes")
    assert not is_fragment("Des signes")


def test_a_blank_is_a_noun_after_its_full_determiner() -> None:
    text = (
        "« Nous avons vu passer la comète au-dessus du village, et toute la famille était dehors », a déclaré Awa Diop."
    )
    (one,) = asked(text, "cloze")
    assert one.question.fr.count(BLANK) == 1
    assert "d'Awa Diop" in one.question.fr
    assert one.answer.fr in ("comète", "famille")
    assert one.hint < 0


@pytest.mark.parametrize(
    ("words", "clause"),
    [
        ("nous ne céderons pas un pouce de ce terrain", True),
        ("la ministre fait comme si elle ne savait rien", True),
        ("l'expérience des anciens est souvent décisive", True),
        ("l'une des plus belles courses de l'année", False),
        ("est capable de courir deux heures sous la pluie", False),
        ("avec une grande précision dans les virages", False),
        ("une fête qui rassemble tout le quartier", False),
        ("vont coûter près de dix millions d'euros", False),
    ],
)
def test_a_piece_is_asked_only_where_it_has_a_subject_and_a_verb(words, clause):
    assert is_clause(words) is clause


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("La mer monte, raconte-t-elle, et vite", "La mer monte […] et vite"),
        ("Et puis quoi ? demande-t-il. Où irons-nous demain ?", "Et puis quoi ? […] Où irons-nous demain ?"),
        ("La mer monte et le vent tombe", "La mer monte et le vent tombe"),
    ],
)
def test_what_is_said_of_the_speaker_between_their_words_is_left_out(words, shown):
    assert without_incises(words) == shown
