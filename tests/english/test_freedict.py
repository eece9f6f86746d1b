from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.english.freedict import Entry, FreeDict, places
from tests.dictionaries import write_dictionary


def opened(folder: Path) -> FreeDict:
    dictionary = FreeDict.installed([folder])
    assert dictionary is not None
    return dictionary


@pytest.mark.parametrize("zipped", [True, False])
@pytest.mark.parametrize("name", ["fra-eng", "freedict-fra-eng"])
def test_an_installed_dictionary_is_found_and_read(tmp_path, zipped, name):
    dictionary = opened(write_dictionary(tmp_path / "dictd", zipped=zipped, name=name))
    assert dictionary.entries("grève") == (Entry("grève", "noun", "f", (("strike",),)),)
    assert len(list(dictionary)) == 19


def test_words_that_are_written_alike_are_entries_of_their_own(tmp_path):
    book, pound = opened(write_dictionary(tmp_path)).entries("livre")
    assert (book.gender, book.senses) == ("m", (("book",),))
    assert (pound.gender, pound.senses) == ("f", (("pound",),))


def test_senses_and_their_remarks(tmp_path):
    dictionary = opened(write_dictionary(tmp_path))
    assert dictionary.entries("port")[0].senses == (("harbor", "port"), ("bearing",))
    assert dictionary.entries("syndical")[0].senses == (("trade-union",),)


@pytest.mark.parametrize("written", ["abat-jour", "Abat-jour", "ABAT-JOUR"])
def test_hyphens_and_case_make_no_difference(tmp_path, written):
    assert [entry.headword for entry in opened(write_dictionary(tmp_path)).entries(written)] == ["abat-jour"]


def test_none_installed(tmp_path):
    assert FreeDict.installed([tmp_path / "nowhere"]) is None
    (tmp_path / "fra-eng.index").write_text("a\tA\tB\n")
    assert FreeDict.installed([tmp_path]) is None, "an index without its body is no dictionary"


def test_what_is_looked_for_first_is_the_learners_own_folder(tmp_path):
    assert places(tmp_path)[0] == tmp_path / "dictionaries"


@pytest.mark.parametrize(
    ("index", "body"),
    [
        (b"\xff\xfe\x00", b"x"),
        (b"mot\t!!\tA\nautre\tA\n", b"x"),
        (b"mot\tA\t////////\n", b"mot /mo/ <n>\nword\n"),
        (b"mot\tzzzz\tB\n", b"mot /mo/ <n>\nword\n"),
        (b"mot\tA\tH\n", b"\x1f\x8bnot a gzip file at all"),
    ],
)
def test_a_damaged_dictionary_has_nothing(tmp_path, index, body):
    (tmp_path / "fra-eng.index").write_bytes(index)
    (tmp_path / "fra-eng.dict").write_bytes(body)
    assert opened(tmp_path).entries("mot") == ()


def test_what_a_terminal_would_obey_is_taken_out(tmp_path):
    entries = {"mot": "mot /mo/ <n, masc>\n\x1b]0;pwned\x07word\n"}
    (entry,) = opened(write_dictionary(tmp_path, entries)).entries("mot")
    assert "\x1b" not in entry.senses[0][0]
    assert "word" in entry.senses[0][0]


@given(st.binary(max_size=80), st.binary(max_size=80))
def test_any_bytes_are_survived(tmp_path_factory, index, body):
    folder = tmp_path_factory.mktemp("dictd")
    (folder / "fra-eng.index").write_bytes(index)
    (folder / "fra-eng.dict").write_bytes(body)
    for entry in opened(folder):
        assert entry.senses
