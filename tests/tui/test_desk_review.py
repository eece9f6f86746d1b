"""A review without a screen: what is in sight, what is saved when, and what becomes of somebody else's changes."""

import os
import signal
import subprocess
import sys
from dataclasses import replace

import pytest

from quiz.cli import main
from quiz.deck import Bilingual
from quiz.deck_edit import Text, wording
from quiz.deck_format import flaws_of, parse, read_deck, write_deck
from quiz.deck_shelf import Shelf
from quiz.errors import QuizError
from quiz.tui.desk.listing import lines
from quiz.tui.desk.review import ALL, Filter, Review
from tests.decks import card, deck
from tests.tui.desk_help import NEWS


@pytest.fixture(autouse=True)
def _own_home(tmp_path, monkeypatch):
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path / "home"))


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "news.json"
    write_deck(file, NEWS)
    return file


@pytest.fixture
def review(path):
    return Review(Shelf(path))


def ids(review):
    return [one.id for one in review.in_sight]


def statuses(path):
    return [one.status for one in read_deck(path).cards]


# In sight


def test_filters_count_what_they_show(review):
    review.decide("approve")
    for which, count in review.filters():
        fresh = Review(review._shelf)
        fresh.show(which)
        assert len(fresh.in_sight) == count, which
    names = [(which.name, which.value) for which, _ in review.filters()]
    assert names[:5] == [("all", ""), ("draft", ""), ("findings", ""), ("approved", ""), ("rejected", "")]
    assert ("form", "true-false") in names
    assert ("finding", "lint.key-longest") in names


def test_search_takes_words_anywhere_without_accents_or_case(review):
    for sought, found in [
        ("ELODIE marchancon", ["q-0006"]),
        ("capteur vis", ["f-0005"]),
        ("money pit", ["q-0001"]),
        ("quarante", ["s-0003"]),
        ("q-0002", ["q-0002"]),
        ("taxi", []),
    ]:
        review.seek(sought)
        assert ids(review) == found
    assert review.card is None
    review.seek("")
    assert len(ids(review)) == 6


def test_search_and_filter_hold_together(review):
    review.show(Filter("kind", "quote"))
    review.seek("ruche")
    assert ids(review) == ["q-0006"]
    review.show(ALL)
    assert ids(review) == ["s-0004", "f-0005", "q-0006"]


def test_the_open_card_stays_in_sight_until_it_is_left(review):
    review.show(Filter("draft"))
    review.decide("reject")
    assert ids(review)[0] == "q-0001"
    review.step(1)
    assert ids(review)[0] == "q-0002"


def test_going_about_stops_at_the_ends(review):
    review.step(-3)
    assert review.card.id == "q-0001"
    review.step(40)
    assert review.card.id == "q-0006"


def test_the_next_undecided_card_is_found_round_the_end(review):
    review.go(5)
    review.decide("approve")
    assert review.next_undecided()
    assert review.card.id == "q-0001"
    for _ in range(5):
        review.decide("reject")
        more = review.next_undecided()
    assert not more


def test_a_review_goes_on_at_the_first_draft(path, review):
    review.decide("approve")
    assert Review(Shelf(path)).card.id == "q-0002"


def test_a_deck_without_cards_can_be_reviewed(tmp_path):
    write_deck(tmp_path / "empty.json", replace(deck(), cards=()))
    review = Review(Shelf(tmp_path / "empty.json"))
    assert review.card is None
    assert review.decide("approve") is None
    assert review.undo() is None
    assert not review.next_undecided()


# Saving


def test_every_decision_and_every_undo_is_in_the_file_at_once(path, review):
    review.decide("approve")
    assert statuses(path)[0] == "approved"
    review.step(1)
    review.decide("reject")
    assert statuses(path)[1] == "rejected"
    review.correct(review.card, replace(wording(review.card), topic=Text("Le tram", "The tram")))
    assert read_deck(path).cards[1].topic == Bilingual("Le tram", "The tram", "reviewed")
    assert [review.undo().name for _ in range(3)] == ["edit", "reject", "approve"]
    assert read_deck(path) == NEWS
    assert review.undo() is None


def test_nothing_is_written_where_nothing_is_done(path, review):
    review.decide("approve")
    before = path.stat().st_mtime_ns
    assert review.decide("approve") is None
    assert review.correct(review.card, wording(review.card)) is None
    assert path.stat().st_mtime_ns == before


def test_undo_opens_the_card_even_if_it_is_out_of_sight(review):
    review.decide("approve")
    review.show(Filter("rejected"))
    review.seek("taxi")
    assert review.card is None
    assert review.undo().card == "q-0001"
    assert review.card.id == "q-0001"


def test_a_disk_that_refuses_leaves_everything_as_it_was(path, review, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    before = path.read_bytes()
    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", full)
        with pytest.raises(QuizError) as caught:
            review.decide("approve")
    assert caught.value.key == "write-failed"
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir() if file.name.startswith(".")] == []
    assert review.card.status == "draft"
    assert review.decide("approve")
    assert statuses(path)[0] == "approved"


def test_a_link_to_a_deck_stays_a_link(path, tmp_path):
    link = tmp_path / "link.json"
    link.symlink_to(path)
    Review(Shelf(link)).decide("approve")
    assert link.is_symlink()
    assert statuses(path)[0] == "approved"


# Somebody else


def test_another_desk_is_never_written_over(path, review):
    other = Review(Shelf(path))
    other.step(1)
    other.decide("reject")
    written = path.read_bytes()
    for act in (lambda: review.decide("approve"), lambda: review.correct(review.card, WORDING)):
        with pytest.raises(QuizError) as caught:
            act()
        assert caught.value.key == "desk-changed"
        assert path.read_bytes() == written
    rebased = review.reload()
    assert (rebased.redone, rebased.clashed) == ((), ())
    review.decide("approve")
    assert statuses(path)[:2] == ["approved", "rejected"]


WORDING = replace(wording(NEWS.cards[0]), topic=Text("Le tram", "The tram"))


def test_what_a_rebuild_lost_is_put_back_on_reload(path, review):
    review.decide("approve")
    rebuilt = replace(NEWS, cards=tuple(replace(one, score=0.5) for one in NEWS.cards))
    write_deck(path, rebuilt)
    with pytest.raises(QuizError):
        review.decide("reject")
    assert review.reload().redone == ("q-0001",)
    assert statuses(path)[0] == "approved"
    assert {one.score for one in read_deck(path).cards} == {0.5}
    review.undo()
    assert read_deck(path) == rebuilt


def test_a_file_that_has_gone_can_be_written_again(path, review):
    review.decide("approve")
    path.unlink()
    with pytest.raises(QuizError) as caught:
        review.undo()
    assert caught.value.key == "desk-gone"
    review.write_anew()
    assert statuses(path)[0] == "approved"


def test_a_reload_of_what_is_no_deck_changes_nothing_here(path, review):
    review.decide("approve")
    path.write_text("{}")
    with pytest.raises(QuizError):
        review.reload()
    assert review.card.status == "approved"
    with pytest.raises(QuizError):
        review.decide("reject")
    assert path.read_text() == "{}"


def test_an_open_card_that_is_gone_after_a_reload_gives_way_to_another(path, review):
    review.go(5)
    write_deck(path, replace(NEWS, cards=NEWS.cards[:2]))
    review.reload()
    assert review.card.id == "q-0001"


# Killed


CHILD = """
import sys
from pathlib import Path
from quiz.tui.desk.review import Review
from quiz.deck_shelf import Shelf
review = Review(Shelf(Path(sys.argv[1])))
while True:
    for name in ("approve", "reject"):
        for at in range(len(review.in_sight)):
            review.go(at)
            review.decide(name)
            print(name, review.card.id, flush=True)
"""


@pytest.mark.parametrize("decisions", [1, 4, 9, 17])
def test_killed_between_decisions_the_file_is_whole_and_holds_them_all(path, decisions):
    child = subprocess.Popen([sys.executable, "-c", CHILD, str(path)], stdout=subprocess.PIPE, text=True)
    said = [child.stdout.readline().split() for _ in range(decisions)]
    child.send_signal(signal.SIGKILL)
    said += [line.split() for line in child.stdout]  # what it had said before it died
    child.wait()
    child.stdout.close()
    assert flaws_of(parse(path)) == []
    last = {one: {"approve": "approved", "reject": "rejected"}[name] for name, one in said}
    differing = [one.id for one in read_deck(path).cards if one.status != last.get(one.id, "draft")]
    assert len(differing) <= 1  # the one that was on disk and not yet said


# A pipe


def test_in_a_pipe_a_deck_is_one_line_a_card(path):
    odd = card(question=Bilingual("Deux\nlignes\tet \x1b[31mdu rouge\u202f?"))
    assert list(lines(deck(odd))) == ["c1\tdraft\tchoice\tDeux lignes et du rouge\u202f?\t44\u00a0%"]
    done = subprocess.run(
        [sys.executable, "-m", "quiz", "review-deck", str(path)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert [line.split("\t")[0] for line in done.stdout.splitlines()] == [one.id for one in NEWS.cards]


@pytest.mark.parametrize(("lang", "word"), [("fr", "relire un jeu"), ("en", "review a deck")])
def test_the_command_has_its_help(lang, word, capsys):
    with pytest.raises(SystemExit) as stop:
        main(["review-deck", "--lang", lang, "--help"])
    assert stop.value.code == 0
    assert word in capsys.readouterr().out


def test_a_deck_can_be_named_by_its_name(path, tmp_path, monkeypatch, capsys):
    (tmp_path / "decks").mkdir()
    path.rename(tmp_path / "decks" / "news.json")
    monkeypatch.chdir(tmp_path)
    assert main(["review-deck", "news"]) == 0
    assert capsys.readouterr().out.startswith("q-0001\tdraft")


def test_what_is_no_deck_is_named_in_one_line(tmp_path):
    (tmp_path / "no.json").write_text("[]")
    for name in ("no.json", "missing.json"):
        done = subprocess.run(
            [sys.executable, "-m", "quiz", "review-deck", name],
            capture_output=True,
            text=True,
            timeout=60,
            cwd=tmp_path,
            check=False,
        )
        assert done.returncode == 1
        assert name in done.stderr
        assert len(done.stderr.splitlines()) == 1


def test_a_pipe_loads_no_screen(path):
    code = (
        "import sys; from quiz.cli import main; status = main(sys.argv[1:]); "
        "sys.exit(status or any(name in sys.modules for name in ('textual', 'spacy', 'quiz.authoring')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "review-deck", str(path)], capture_output=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
