"""The commands as a user meets them: what is printed, where, and the exit status."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from quiz import paths
from quiz.cli import main
from quiz.deck_format import read_deck, write_deck
from tests.decks import card, deck

ARTICLE = """Le tri des déchets progresse à Rennes

Publié le 3 mars 2024

Selon la métropole, 44 % des habitants trient leurs déchets alimentaires, contre 31 % il y a deux ans.
La collecte a coûté 1,2 million d’euros en 2023, et 350 bornes ont été installées dans les rues de la ville.

« Nous n’avons jamais fait mieux en dix ans de collecte », a déclaré Awa Diop, directrice générale de Rennes Propreté.
L’usine de Vern, construite par Valoria, emploie 85 personnes et traite 12 000 tonnes de déchets par an.
"""


@pytest.fixture(autouse=True)
def _alone(tmp_path, monkeypatch):
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LC_ALL", "fr_FR.UTF-8")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "tri.txt").write_text(ARTICLE, encoding="utf-8")
    return tmp_path / "articles"


def run(*argv):
    """Exit status of a command run in this process (argparse leaves --help by SystemExit)."""
    try:
        return main([str(word) for word in argv])
    except SystemExit as stop:
        return stop.code


def piped(*argv, stdin="", **environ):
    """A command in a process of its own, its streams pipes."""
    return subprocess.run(
        [sys.executable, "-m", "quiz", *map(str, argv)],
        input=stdin,
        capture_output=True,
        text=True,
        encoding=environ.get("PYTHONIOENCODING", "utf-8"),
        env={**os.environ, **environ},
        timeout=120,
        check=False,
    )


@pytest.mark.parametrize("command", ["", "build-deck", "facts", "check", "play", "decks", "stats", "doctor"])
@pytest.mark.parametrize(("lang", "word"), [("fr", "utilisation"), ("en", "usage")])
def test_every_command_has_its_help_in_both_languages(command, lang, word, capsys):
    assert run(*filter(None, [command]), "--lang", lang, "--help") == 0
    assert capsys.readouterr().out.startswith(f"{word}")


@pytest.mark.parametrize(
    "argv", [["nope"], ["play", "--new", "x"], ["build-deck"], ["play", "--limit", "0"], ["check", "--nope"], []]
)
def test_wrong_usage_is_exit_2_and_one_clear_line(argv, capsys):
    assert run(*argv) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err
    assert "Traceback" not in err


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize(
    ("argv", "meant"),
    [
        (["ply"], "play"),
        (["Stats-"], "stats"),
        (["play", "--crm"], "--cram"),
        (["play", "--limt=3"], "--limit"),
        (["facts", "x", "--format", "tabel"], "table"),
        (["play", "tramwya"], "tramway"),
        (["play", "DECKS/Tramwey.json"], "tramway"),
        (["translate", "tramwai"], "tramway"),
        (["check", "decks/tramwai.json"], "decks/tramway.json"),
        (["review-deck", "tramwy"], "tramway"),
        (["--langue", "fr"], "--lang"),
        (["--langue=fr", "play"], "--lang"),
        (["--verson"], "--version"),
    ],
)
def test_a_slip_is_answered_with_what_was_meant(argv, meant, lang, tmp_path, capsys):
    write_deck(tmp_path / "decks" / "tramway.json", deck(card()))
    assert run(*argv, "--lang", lang) == 2
    err = capsys.readouterr().err.replace("\u00a0", " ").replace("\u202f", " ")
    assert len(err.splitlines()) == 1
    assert {"fr": f"Vouliez-vous dire « {meant} » ?", "en": f"Did you mean “{meant}”?"}[lang] in err


def test_an_unknown_option_before_the_command_is_the_one_complained_of(capsys):
    assert run("--qqqq", "fr", "play") == 2
    err = capsys.readouterr().err
    assert "--qqqq" in err
    assert "“fr”" not in err
    assert run("--lang", "en", "--learner", "Ada", "play") == 2
    assert "“--learner” goes after the command: “quiz play --learner …”" in capsys.readouterr().err


@pytest.mark.parametrize("argv", [["zzzz"], ["play", "--qqqq"], ["play", "zzzz"]])
def test_where_nothing_is_near_nothing_is_guessed(argv, tmp_path, capsys):
    write_deck(tmp_path / "decks" / "tramway.json", deck(card()))
    assert run(*argv, "--lang", "en") in (1, 2)
    assert "Did you mean" not in capsys.readouterr().err


@pytest.mark.parametrize("argv", [["play", "--plain"], ["stats"], ["decks"], ["export", "-"]])
def test_settings_that_cannot_be_read_are_told_once(argv, tmp_path, monkeypatch, capsys):
    write_deck(tmp_path / "decks" / "tramway.json", deck(card()))
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    settings = paths.home() / "settings.json"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text("{", "utf-8")
    run(*argv, "--lang", "en")
    assert capsys.readouterr().err.count("settings.json") == 1


def test_the_language_follows_the_locale(monkeypatch, capsys):
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    run("nope")
    assert "Wrong usage" in capsys.readouterr().err


def test_a_deck_is_built_checked_and_built_again_the_same(folder, tmp_path, capsys):
    assert run("build-deck", folder) == 0
    path = tmp_path / "decks" / "articles.json"
    first = path.read_bytes()
    assert read_deck(path).cards
    assert run("build-deck", folder) == 0
    assert path.read_bytes() == first
    assert run("check", path) == 0
    assert "rien à signaler" in capsys.readouterr().out


def test_a_rebuild_keeps_what_a_person_decided(folder, tmp_path):
    from dataclasses import replace

    run("build-deck", folder)
    path = tmp_path / "decks" / "articles.json"
    built = read_deck(path)
    rejected = replace(built.cards[0], status="rejected")
    write_deck(path, replace(built, cards=(rejected, *built.cards[1:])))
    run("build-deck", folder)
    assert {c.id: c.status for c in read_deck(path).cards}[rejected.id] == "rejected"


def test_an_unchanged_folder_is_not_read_again_and_says_the_same(folder, tmp_path, capsys):
    (folder / "notes.pdf").write_bytes(b"no article")
    assert run("build-deck", folder) == 0
    path, told = tmp_path / "decks" / "articles.json", capsys.readouterr().out
    before = path.read_bytes()
    code = """
import sys
from quiz.cli import main
status = main(sys.argv[1:])
print("quiz.articles.reader" in sys.modules)
sys.exit(status)
"""

    def again():
        call = [sys.executable, "-c", code, "build-deck", str(folder), "--lang", "fr"]
        done = subprocess.run(call, capture_output=True, text=True, check=True, cwd=tmp_path)
        *said, was_read = done.stdout.splitlines(keepends=True)
        assert path.read_bytes() == before
        return "".join(said), was_read.strip()

    assert again() == (told, "False")
    path.unlink()
    assert again()[1] == "True", "a deck that is gone is made again"


@pytest.mark.parametrize("change", ["edited", "added", "refused"])
def test_a_folder_in_which_anything_changed_is_read_again(folder, tmp_path, capsys, change):
    run("build-deck", folder)
    run("build-deck", folder)
    path = tmp_path / "decks" / "articles.json"
    before = path.read_bytes()
    capsys.readouterr()
    if change == "edited":
        old = folder / "tri.txt"
        then = old.stat()
        old.write_text(old.read_text(encoding="utf-8").replace("44", "45"), encoding="utf-8")
        os.utime(old, ns=(then.st_atime_ns, then.st_mtime_ns))
    elif change == "added":
        (folder / "autre.txt").write_text(ARTICLE.replace("Rennes", "Brest").replace("44", "47"), encoding="utf-8")
    else:
        (folder / "vide.txt").write_text("")
        for _ in range(2):
            run("build-deck", folder)
            assert "vide.txt" in capsys.readouterr().err, "told each time"
        return
    assert run("build-deck", folder) == 0
    assert path.read_bytes() != before


def test_per_article_and_title(folder, tmp_path):
    (folder / "autre.txt").write_text(ARTICLE.replace("Rennes", "Brest").replace("44", "47"), encoding="utf-8")
    assert run("build-deck", folder, "--per-article", "--title", "Le tri", "-o", tmp_path / "out") == 0
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == ["autre.json", "tri.json"]
    assert read_deck(tmp_path / "out" / "tri.json").title.fr == "Le tri"


def test_a_bad_file_in_a_folder_is_named_and_the_rest_is_built(folder, tmp_path, capsys):
    (folder / "vide.txt").write_text("")
    (folder / "english.txt").write_text("The town says that sorting is going well this year. " * 20)
    assert run("build-deck", folder) == 0
    err = capsys.readouterr().err
    assert "vide.txt" in err
    assert "english.txt" in err
    assert (tmp_path / "decks" / "articles.json").exists()


def test_a_bad_file_named_on_the_command_line_is_exit_1_and_the_good_one_is_still_built(folder, tmp_path, capsys):
    (tmp_path / "vide.txt").write_text("")
    assert run("build-deck", folder, tmp_path / "vide.txt") == 1
    assert "vide.txt" in capsys.readouterr().err
    assert (tmp_path / "decks" / "articles.json").exists()


def test_no_usable_article_is_exit_1(tmp_path, capsys):
    (tmp_path / "empty").mkdir()
    assert run("build-deck", tmp_path / "empty") == 1
    assert run("build-deck", tmp_path / "missing") == 1
    err = capsys.readouterr().err
    assert "missing" in err
    assert "Traceback" not in err


def test_facts_print_what_the_contract_says(folder, capsys):
    assert run("facts", folder, "--format", "jsonl") == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {row["kind"] for row in rows} >= {"stat", "quote"}
    for row in rows:
        assert row["doc"] == "tri"
        assert ARTICLE[row["start"] :].startswith(row["evidence"])
        assert 0 <= row["confidence"] <= 1
        needed = {"quote", "speaker", "cue", "role"} if row["kind"] == "quote" else {"entity", "attribute", "value"}
        assert needed <= set(row)
    (quote,) = [row for row in rows if row.get("quote_type") == "direct"]
    assert quote["speaker"] == "Awa Diop"


def test_facts_as_a_table_are_a_line_each(folder, capsys):
    run("facts", folder)
    assert any("Awa Diop" in line for line in capsys.readouterr().out.splitlines())


def test_check_finds_faults_and_fails(tmp_path, capsys):
    write_deck(tmp_path / "d.json", deck(card(form="number", accept=())))
    assert run("check", tmp_path / "d.json") == 1
    assert "c1\u00a0: erreur" in capsys.readouterr().out


def test_check_prints_the_schema(capsys):
    assert run("check", "--schema") == 0
    assert json.loads(capsys.readouterr().out)["properties"]["format"]


def test_without_the_build_extra_one_sentence_says_how_to_get_it(folder):
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys; sys.modules['spacy'] = None; from quiz.cli import main; sys.exit(main(sys.argv[1:]))",
            "build-deck",
            str(folder),
        ],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1
    assert "quiz-articles[build]" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_play_through_a_pipe_ends_cleanly_and_keeps_the_answers(tmp_path):
    (tmp_path / "decks").mkdir()
    write_deck(tmp_path / "decks" / "d.json", deck())
    done = piped("play", stdin="1\n")
    assert done.returncode == 0, done.stderr
    assert "Le tri progresse" in done.stdout
    assert "\x1b" not in done.stdout
    assert json.loads(piped("stats", "--json").stdout)["reviews"] == 1


def test_english_is_at_a_keys_reach_and_the_interface_follows_lang(tmp_path):
    (tmp_path / "decks").mkdir()
    write_deck(tmp_path / "decks" / "d.json", deck(card()))
    english, french = "what share of residents", "quelle part des habitants"
    shown = piped("play", "--lang", "en", stdin="").stdout
    assert "Your answer" in shown
    assert english in shown
    assert french not in shown
    assert french in piped("play", "--lang", "en", stdin="t\n").stdout
    shown = piped("play", "--lang", "fr", stdin="").stdout
    assert french in shown
    assert english not in shown
    assert english in piped("play", "--lang", "fr", stdin="t\n").stdout
    assert english in piped("play", "--lang", "fr", "--from-english", stdin="").stdout


def test_a_learner_who_is_new_among_others_is_told_so(tmp_path):
    write_deck(tmp_path / "decks" / "tramway.json", deck(card()))
    assert piped("play", "--learner", "Léa", "--lang", "fr", stdin="1\n").stderr == "", "nobody else has played"
    played = piped("play", "--learner", "Lea", "--lang", "fr", stdin="1\n")
    assert (played.returncode, played.stderr) == (0, "Nouvel apprenant\u00a0: Lea. Déjà là\u00a0: Léa.\n")
    assert (
        "New learner: Basile. Already here: Lea, Léa."
        in piped("play", "--learner", "Basile", "--lang", "en", stdin="1\n").stderr
    )
    assert piped("play", "--learner", "Lea", "--lang", "fr", stdin="q\n").stderr == ""


@pytest.mark.parametrize("command", ["stats", "decks"])
def test_a_learner_who_never_played_has_no_figures_where_nobody_has(tmp_path, capsys, command):
    write_deck(tmp_path / "decks" / "d.json", deck())
    assert run(command, "--learner", "zoé", "--lang", "fr") == 1
    told = capsys.readouterr()
    assert told.err.startswith("Personne n’a joué sous le nom de zoé")
    assert told.out == ""
    assert not (tmp_path / "home" / "history.sqlite").exists()


def test_play_of_a_missing_deck_names_it(capsys):
    assert run("play", "nulle-part.json", "--plain") == 1
    assert "nulle-part.json" in capsys.readouterr().err


def test_decks_and_stats_and_doctor_say_what_there_is(tmp_path, capsys):
    (tmp_path / "decks").mkdir()
    write_deck(tmp_path / "decks" / "d.json", deck())
    assert run("decks") == 0
    assert "Le tri (decks/d.json) — cartes\u00a0: 2" in capsys.readouterr().out
    assert run("stats", "--json") == 0
    figures = json.loads(capsys.readouterr().out)
    # Two cards ask of one sentence: the second waits for another day.
    assert (figures["reviews"], figures["new"]) == (0, 1)
    assert run("doctor") == 0
    assert "Python" in capsys.readouterr().out


def test_a_file_that_is_no_deck_is_told_and_passed_over_unless_it_is_named(tmp_path, capsys):
    (tmp_path / "decks").mkdir()
    write_deck(tmp_path / "decks" / "d.json", deck())
    (tmp_path / "decks" / "notes.json").write_text("{")
    for command in (["decks"], ["stats"], ["stats", "--json"]):
        assert run(*command) == 0
        out, err = capsys.readouterr()
        assert out
        assert "notes.json" in err
        assert len(err.splitlines()) == 1
    played = piped("play", stdin="1\n")
    assert played.returncode == 0
    assert "notes.json" in played.stderr
    assert "Le tri progresse" in played.stdout
    assert run("play", "notes", "--plain") == 1
    (tmp_path / "decks" / "d.json").unlink()
    assert run("stats") == 1
    assert "notes.json" in capsys.readouterr().err


def test_learning_cards_are_told_apart_from_those_to_be_reviewed(tmp_path, capsys):
    (tmp_path / "decks").mkdir()
    write_deck(tmp_path / "decks" / "d.json", deck(card()))
    assert "1 nouvelle," in piped("play", stdin="").stdout
    piped("play", stdin="1\nq\n")
    assert json.loads(piped("stats", "--json").stdout)["learning"] == 1
    for command in ("decks", "stats"):
        assert run(command) == 0
        assert "à revoir\u00a0: 0\u202f; en cours\u00a0: 1\u202f; nouvelles\u00a0: 0" in capsys.readouterr().out


def test_an_escape_sequence_in_a_file_name_does_not_reach_the_terminal(tmp_path, capsys):
    run("play", "a\x1b]0;owned\x07.json", "--plain")
    assert "\x1b" not in capsys.readouterr().err


def test_output_into_a_closed_pipe_is_no_traceback(folder):
    done = subprocess.run(
        f"{sys.executable} -m quiz check --schema | true", shell=True, capture_output=True, text=True, check=False
    )
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not (Path(__file__).parents[1] / "seeds").is_dir(), reason="no seeds beside the tests")
def test_the_shipped_deck_is_what_the_program_makes_of_the_seeds(tmp_path):
    import shutil

    root = Path(__file__).parents[1]
    (tmp_path / "out").mkdir()
    for path in (root / "decks").glob("*.json"):
        shutil.copy(path, tmp_path / "out")
    assert run("build-deck", root / "seeds", "-o", tmp_path / "out") == 0
    for path in (root / "decks").glob("*.json"):
        assert (tmp_path / "out" / path.name).read_bytes() == path.read_bytes()


def test_the_same_text_twice_counts_once_and_is_said(folder, tmp_path, capsys):
    (folder / "copie.txt").write_text(ARTICLE, encoding="utf-8")
    assert run("build-deck", folder) == 0
    err = capsys.readouterr().err
    assert "copie.txt" in err or "tri.txt" in err
    assert len(read_deck(tmp_path / "decks" / "articles.json").sources) == 1


def decided(path, status="approved"):
    """Every card of a deck file decided on by a person."""
    from dataclasses import replace

    built = read_deck(path)
    write_deck(path, replace(built, cards=tuple(replace(c, status=status) for c in built.cards)))
    return {c.id for c in built.cards}


def test_building_one_file_of_a_folder_keeps_the_decisions_on_the_others(folder, tmp_path):
    (folder / "autre.txt").write_text(ARTICLE.replace("Rennes", "Brest").replace("44", "47"), encoding="utf-8")
    run("build-deck", folder)
    path = tmp_path / "decks" / "articles.json"
    ids = decided(path)
    assert run("build-deck", folder / "tri.txt") == 0
    assert ids <= {c.id for c in read_deck(path).cards if c.status == "approved"}
    assert run("check", path) == 0


def test_two_folders_of_one_name_are_two_decks(folder, tmp_path):
    elsewhere = tmp_path / "ailleurs" / "articles"
    elsewhere.mkdir(parents=True)
    (elsewhere / "eau.txt").write_text(ARTICLE.replace("Rennes", "Brest"), encoding="utf-8")
    run("build-deck", folder)
    first = (tmp_path / "decks" / "articles.json").read_bytes()
    assert run("build-deck", elsewhere) == 0
    assert (tmp_path / "decks" / "articles.json").read_bytes() == first
    assert [s.file for s in read_deck(tmp_path / "decks" / "articles-2.json").sources] == ["eau.txt"]
    run("build-deck", elsewhere)
    assert sorted(p.name for p in (tmp_path / "decks").iterdir()) == ["articles-2.json", "articles.json"]


def test_output_that_cannot_show_a_character_is_no_failure(tmp_path):
    (tmp_path / "decks").mkdir()
    write_deck(tmp_path / "decks" / "d.json", deck())
    for command in (["stats"], ["decks"], ["doctor"], ["--help"]):
        done = piped(*command, PYTHONIOENCODING="cp1252", PYTHONUTF8="0")
        assert done.returncode == 0, done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_output_on_a_full_disk_is_one_sentence(tmp_path):
    done = subprocess.run(
        f"{sys.executable} -m quiz check --schema > /dev/full",
        shell=True,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "Traceback" not in done.stderr


def test_doctor_says_when_the_history_cannot_be_kept(tmp_path, monkeypatch, capsys):
    assert run("doctor") == 0
    assert "✓ historique" in capsys.readouterr().out
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path / "file"))
    run("doctor")
    assert "✗ historique" in capsys.readouterr().out


def test_check_without_a_name_checks_the_decks_there_are(capsys):
    assert run("check") == 0
    assert "seeds.json" in capsys.readouterr().out


def test_a_damaged_deck_stops_its_own_folder_only(folder, tmp_path, capsys):
    other = tmp_path / "brest"
    other.mkdir()
    (other / "tri.txt").write_text(ARTICLE.replace("Rennes", "Brest"), encoding="utf-8")
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "articles.json").write_text('{"half')
    assert run("build-deck", folder, other) == 1
    assert "articles.json" in capsys.readouterr().err
    assert (tmp_path / "decks" / "articles.json").read_text() == '{"half'
    assert read_deck(tmp_path / "decks" / "brest.json").cards


def test_the_desk_finds_the_deck_that_comes_with_the_program_by_its_name(capsys):
    assert run("review-deck", "seeds") == 0
    assert capsys.readouterr().out.count("\t") > 100


@pytest.mark.parametrize(
    ("words", "option"),
    [(["print", "seeds", "--versions", number], "--versions") for number in ("0", "-1", "27", "1000")]
    + [
        ([command, "seeds", "--teams", number], "--teams")
        for command in ("play", "host")
        for number in ("0", "1", "99")
    ]
    + [(["host", "seeds", "--port", number], "--port") for number in ("99999", "-1")]
    + [(["class", "purge", "--older", "9" * 12], "--older"), (["play", "--new", "9" * 22, "--plain"], "--new")],
)
def test_a_number_out_of_bounds_gets_the_usage_line(capsys, words, option):
    assert run(*words) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"Commande mal formée : argument {option} : ")
    assert said.count("\n") == 1
