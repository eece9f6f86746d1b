"""The glossary of the decks being played, as the commands hand it to the screens."""

from quiz.deck import Bilingual
from quiz.english import freedict
from quiz.english.at_hand import AtHand
from quiz.english.memory import Memory
from tests.decks import card, deck
from tests.dictionaries import write_dictionary


def test_decks_come_before_a_folders_words_and_these_before_the_dictionary(tmp_path, monkeypatch):
    monkeypatch.setattr(freedict, "SYSTEM", ())
    folder = write_dictionary(tmp_path / "dictionaries")
    Memory({"une grève": "a stoppage", "un quai": "a platform"}).save_tmx(folder / "class.tmx")
    (folder / "broken.tmx").write_text("<tmx", encoding="utf-8")
    reviewed = card(answer=Bilingual("une grève", "a walkout", "reviewed"), choices=())
    lookup = AtHand([deck(reviewed)], lambda: tmp_path)
    said = [lookup(["les", word], 1) for word in ("grèves", "quais", "navires")]
    assert [gloss.english for gloss in said] == ["walkout", "platform", "ship"]


def test_nothing_is_opened_before_a_word_is_asked(tmp_path):
    def home():
        raise AssertionError("looked at too early")

    AtHand([deck()], home)
