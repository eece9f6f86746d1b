"""Lines: wrapped at real spaces, never wider than the window, roomy where they can be, nothing lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quiz.tui.layout import Block, Run, clip, first_words, last_words, lay_out, pad, para, run, wrap_runs
from quiz.typography import cell_width

words = st.text(st.sampled_from("abcé«»%!日\u00a0\u202f "), max_size=60)


def test_french_breaks_at_ordinary_spaces_only() -> None:
    lines = lay_out([para("Près de 68\u202f400\u202f000 habitants, dit «\u00a0oui\u00a0» la ministre\u202f!")], 17)
    assert [line.text for line in lines] == [
        "Près de",
        "68\u202f400\u202f000",
        "habitants, dit",
        "«\u00a0oui\u00a0» la",
        "ministre\u202f!",
    ]


def test_an_article_with_ordinary_spaces_breaks_no_worse() -> None:
    lines = lay_out([para("Il a dit : « oui » ! Sûr à 44 % ?")], 10)
    assert [line.text.replace("\u00a0", " ") for line in lines] == ["Il a dit :", "« oui » !", "Sûr à", "44 % ?"]


def test_a_date_is_never_broken_between_its_day_and_its_month() -> None:
    for said, width in (("La ville, 7 mars 2025", 12), ("Ici le 1er mai 2025", 12), ("In town, March 7, 2025", 16)):
        lines = [line.text for line in lay_out([para(said)], width)]
        assert not any(line.endswith((" 7", ",", "1er", "March", "7")) and len(line) > 9 for line in lines), lines
        assert any("\u00a0" in line for line in lines)


def test_looks_follow_their_words_over_the_line_break() -> None:
    lines = wrap_runs([Run("avant "), Run("la réponse longue", "mark"), Run(" après")], 10)
    assert lines == [
        (Run("avant "), Run("la", "mark")),
        (Run("réponse", "mark"),),
        (Run("longue", "mark"),),
        (Run("après"),),
    ]


@given(st.lists(st.tuples(words, st.sampled_from(["", "mark"])), max_size=5), st.integers(8, 40))
def test_nothing_is_lost_and_nothing_is_too_wide(parts: list[tuple[str, str]], width: int) -> None:
    lines = lay_out([para(*(run(text, look) for text, look in parts), first=(Run("1 "),), indent=2)], width + 4)
    shown = "".join("".join(line.text for line in lines).split())
    assert shown.removeprefix("1") == "".join("".join(text for text, _ in parts).split())
    assert all(cell_width(line.text) <= width + 4 for line in lines)


def test_room_decides_how_much_air_there_is() -> None:
    blocks = [para("un"), para("deux", gap=2, tight=1), para("a b c d e f g h i j k l", keep=1)]
    assert [line.text for line in lay_out(blocks, 10, 9)] == ["un", "", "", "deux", "a b c d e", "f g h i j", "k l"]
    assert [line.text for line in lay_out(blocks, 10, 6)] == ["un", "", "deux", "a b c d e", "f g h i j", "k l"]
    assert [line.text for line in lay_out(blocks, 10, 4)] == ["un", "", "deux", "a b c d …"]


def test_the_short_wording_is_used_where_room_is_short() -> None:
    block = Block((Run("une phrase bien trop longue pour la place"),), brief=(Run("une phrase"),))
    assert len(lay_out([block], 12, 9)) > 1
    assert [line.text for line in lay_out([block], 12, 1)] == ["une phrase"]


def test_a_row_is_one_line_and_knows_what_it_chooses() -> None:
    (line,) = lay_out([Block((Run("x" * 30),), fixed=True, pick=3, ground="chosen", anchor="row")], 10)
    assert (line.pick, line.ground, line.anchor) == (3, "chosen", "row")


def test_clipping_and_padding_count_cells() -> None:
    assert clip("日本語", 5) == "日本…"
    assert cell_width(pad("日本語", 5)) == 5
    assert pad("12", 5, right=True) == "   12"
    assert last_words("un deux trois quatre", 14) == "… trois quatre"
    assert first_words("un deux trois quatre", 9) == "un deux …"


def test_what_a_deck_says_is_made_safe() -> None:
    assert run("a\x1b[31mb\nc\u202ed").text == "ab cd"
