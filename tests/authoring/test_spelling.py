"""Words that no dictionary has and that one letter parts from one it has."""

from __future__ import annotations

import pytest

from quiz.authoring.spelling import misspelt, slip_of


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("principlement", "principalement"),
        ("circtuit", "circuit"),
        ("fraîchements", "fraîchement"),
        ("fraîchement", ""),
        ("évidemment", ""),
        ("maitrise", ""),
        ("vidéosurveillance", ""),
        ("notamment", ""),
        ("continuerons", ""),
    ],
)
def test_one_letter_from_a_known_word(word: str, meant: str) -> None:
    assert misspelt(word) == meant


def test_the_article_s_own_term_is_no_slip() -> None:
    text = "Combien de gens travaillent principlement au port ?"
    assert slip_of(text, "Ils travaillent principlement au port.") == "principlement"
    assert slip_of(text, "Ils sont principlement au port, et principlement le soir.") == ""
