"""What the documents say is so: commands and options are the parser's, links lead somewhere, the example is a card of
the deck that ships, and the pictures fetch nothing.
"""

from __future__ import annotations

import argparse
import io
import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz import cli
from quiz.deck import from_json
from quiz.deck_format import write_deck
from quiz.errors import QuizError
from quiz.phrases import digit
from quiz.tui.desk import keys as desk_keys
from quiz.tui.keymap import KEYS, Place
from quiz.typography import french
from tests.decks import deck

ROOT = Path(__file__).parents[1]
READMES = ["README.md", "README.fr.md"]
KEYS_PAGES = ["docs/keys.md", "docs/touches.md"]
DOCUMENTS = [*READMES, *KEYS_PAGES, "CONTRIBUTING.md", "CHANGELOG.md"]
PICTURES = sorted((ROOT / "docs").glob("*.svg"))
TAKEN = {
    "home", "question", "feedback", "english", "summary", "english-interface", "word", "browse", "card", "year", "kept",
    "settings", "class-lobby", "class-key", "class-pupil",
}  # fmt: skip
"""The pictures that `make pictures` takes."""
INSTALLERS = {"pip", "pipx", "uv", "py", "python"}
NAMED_KEYS = {"Enter": "enter", "Entrée": "enter", "Space": "space", "Espace": "space", "Esc": "escape",
              "Échap": "escape", "↑": "up", "↓": "down", "←": "left", "→": "right", "Delete": "delete",
              "Suppr": "delete", "Backspace": "backspace", "Retour": "backspace"}  # fmt: skip
PLACES: list[Place] = ["home", "home", "choice", "typed", "words", "summary", "browse", "card", "stats", "settings",
                       "lesson", "pupil", "teams"]  # fmt: skip
TABLES = [*((place, KEYS[place]) for place in PLACES), ("desk", desk_keys.KEYS["cards"])]
"""The places of the tables of keys, in their order; the first table is of keys that do the same everywhere."""


def text_of(document: str) -> str:
    return (ROOT / document).read_text(encoding="utf-8")


def plain_spaces(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def fenced(text: str) -> list[str]:
    return re.findall(r"^```\w*\n(.*?)^```", text, flags=re.DOTALL | re.MULTILINE)


def inline_code(text: str) -> list[str]:
    """What stands between single backticks, in prose and in tables."""
    return re.findall(r"`([^`\n]+)`", re.sub(r"^```\w*\n.*?^```", "", text, flags=re.DOTALL | re.MULTILINE))


def shell_lines(text: str) -> Iterator[list[str]]:
    """The commands a reader would type, fenced or inline, as words: one list a command."""
    blocks = re.findall(r"^```(?:sh|bat)\n(.*?)^```", text, flags=re.DOTALL | re.MULTILINE)
    lines = [line.split(" #")[0] for block in blocks for line in block.splitlines()]
    code = [piece for piece in inline_code(text) if piece.split()[0] in {"quiz", "make", *INSTALLERS}]
    for line in lines + code:
        for command in line.split("&&"):
            words = shlex.split(command.replace("\\", "/"))
            if words:
                yield [Path(words[0]).name, *words[1:]]


def options_of(command: str) -> set[str]:
    parser = cli._parser("en", [command])
    (commands,) = (action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    return {option for action in commands.choices[command]._actions for option in action.option_strings}


def understood(words: list[str]) -> bool:
    try:
        cli._parser("en", words).parse_args(words)
    except QuizError:
        return False
    return True


def anchor(heading: str) -> str:
    """Where a link to a heading goes: small letters, no punctuation, hyphens for spaces."""
    return re.sub(r"\s", "-", re.sub(r"[^\w\s-]", "", heading.strip().lower()))


def test_a_deck_is_found_by_its_name_beside_the_folder_it_was_made_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As the five minutes of a teacher have it: `revue/` and `decks/revue.json`."""
    monkeypatch.setenv("QUIZ_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    for folder in ("revue", "decks"):
        (tmp_path / folder).mkdir()
    write_deck(tmp_path / "decks" / "revue.json", deck())
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    for words in (["check", "decks/revue.json"], ["review-deck", "revue"], ["play", "revue", "--plain"]):
        assert cli.main(words) == 0, capsys.readouterr().err
        assert capsys.readouterr().out


def make_targets() -> set[str]:
    (phony,) = re.findall(r"^\.PHONY:(.*)$", text_of("Makefile"), flags=re.MULTILINE)
    return set(phony.split())


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_command_in_the_documents_can_be_typed(document: str) -> None:
    for program, *words in shell_lines(text_of(document)):
        if program == "make":
            assert set(words) <= make_targets(), words
        elif program == "quiz" and words and words != ["--help"]:
            typed = [word for word in words if word != "..."]
            assert understood(typed) or understood([*typed, "PATH"]), typed  # or named without what it needs
        else:
            assert program in {"quiz", *INSTALLERS}, program


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_option_in_the_documents_exists(document: str) -> None:
    ours = {option for command in cli._COMMANDS for option in options_of(command)}
    for piece in inline_code(text_of(document)):
        if piece.startswith("--"):
            assert re.split(r"[ =]", piece)[0] in ours, piece


@pytest.mark.parametrize("readme", READMES)
@pytest.mark.parametrize("command", cli._COMMANDS)
def test_every_command_is_in_the_table_with_its_options(readme: str, command: str) -> None:
    (row,) = re.findall(rf"^\| `quiz {command}\b.*$", text_of(readme), flags=re.MULTILINE)
    common = {"-h", "--help", "--lang", "--debug"}
    for option in options_of(command):
        assert re.search(rf"`{option}[` ]", text_of(readme) if option in common - {"-h"} else row) or option == "-h"
    named = {re.split(" ", piece)[0] for piece in inline_code(row) if piece.startswith("-")}
    assert named <= options_of(command)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_links_and_pictures_lead_somewhere(document: str) -> None:
    text = text_of(document)
    targets = re.findall(r"\]\(([^)]+)\)", text) + re.findall(r'src="([^"]+)"', text)
    headings = {anchor(heading) for heading in re.findall(r"^#+ (.*)$", text, flags=re.MULTILINE)}
    assert "://" not in text, "the documents name no host"
    untaken = []
    for target in targets:
        if target.startswith("#"):
            assert target[1:] in headings, target
        elif not ((ROOT / document).parent / target).is_file():
            assert Path(target).stem in TAKEN, target
            untaken.append(target)
    if untaken:
        pytest.skip(f"`make pictures` has not taken {', '.join(untaken)}")


def test_both_readmes_have_the_same_shape() -> None:
    shapes = []
    for readme in READMES:
        text = text_of(readme)
        lines = re.sub(r"^```\w*\n.*?^```", "", text, flags=re.DOTALL | re.MULTILINE).splitlines()
        headings = [line.split(" ")[0] for line in lines if line.startswith("#")]
        rows = sum(line.startswith("|") for line in lines)
        shapes.append((headings, rows, len(fenced(text)), re.findall(r"docs/[\w-]+\.svg", text)))
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("document", ["README.fr.md", "docs/touches.md"])
def test_the_french_documents_have_their_spaces_and_apostrophes(document: str) -> None:
    text = re.sub(r"^```\w*\n.*?^```", "", text_of(document), flags=re.DOTALL | re.MULTILINE)
    for line in text.splitlines():
        if line.startswith("| preuve |"):
            continue  # the article's own typography
        prose = re.sub(r"`[^`]*`|<[^>]*>|!?\[|\]\([^)]*\)", "x", line)
        assert french(prose) == prose, line
        assert not re.search(r"['\"]", prose), line
    assert french("« ça » : 44 % ?") != "« ça » : 44 % ?", "the rule itself still bites"


@pytest.mark.parametrize("readme", READMES)
def test_the_card_taken_as_example_ships(readme: str) -> None:
    text = text_of(readme)
    (table,) = re.findall(r"^\| \w+ \| `[0-9a-f]{12}` \|\n(?:\|.*\n)+", text, flags=re.MULTILINE)
    told = [row.strip("| ").split(" | ")[1] for row in table.splitlines()]
    shipped = from_json(json.loads(text_of("decks/seeds.json")))
    (card,) = [card for card in shipped.cards if card.id == told[0].strip("`")]
    choices = [choice.fr for choice in card.choices]
    shown = [card.topic.fr, card.question.fr, card.answer.fr, card.evidence.text]
    assert [plain_spaces(told[at]) for at in (1, 2, 4, 5)] == [plain_spaces(text) for text in shown]
    assert sorted(told[3].split(" · ")) == sorted(choices or ["typed" if readme == "README.md" else "à écrire"])


@pytest.mark.parametrize("readme", READMES)
def test_what_is_said_to_give_no_card_gives_none(readme: str) -> None:
    table = re.findall(
        r"^\| dans l’article .*\n(?:\|.*\n)+|^\| in the article .*\n(?:\|.*\n)+", text_of(readme), re.MULTILINE
    )[0]
    articles = plain_spaces(" ".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").iterdir())))
    proofs = [plain_spaces(card["evidence"]["text"]) for card in json.loads(text_of("decks/seeds.json"))["cards"]]
    for row in table.splitlines()[2:]:
        sentence = plain_spaces(row.strip("| ").split(" | ")[0])
        assert sentence in articles
        assert not any(sentence in proof for proof in proofs), sentence


@pytest.mark.parametrize("readme", READMES)
def test_the_keys_in_the_table_do_something(readme: str) -> None:
    text = text_of(readme)
    rows = re.findall(r"^\| (`\S+`(?: `\S+`)*) \| ((?:`\S+`)?) ?\|", text, flags=re.MULTILINE)
    assert len(rows) > 8
    known = {key for table in KEYS.values() for key in table}
    for keys, typing in rows:
        for key in inline_code(keys):
            assert NAMED_KEYS.get(key, key) in known or digit(key) is not None, key
        for key in inline_code(typing):
            assert NAMED_KEYS.get(key, key.lower()) in KEYS["typed"], key


@pytest.mark.parametrize("page", KEYS_PAGES)
def test_the_page_of_keys_has_every_action_of_every_screen(page: str) -> None:
    tables = re.findall(r"^## .*\n\n\|.*\n\|---.*\n((?:\|.*\n)+)", text_of(page), flags=re.MULTILINE)
    everywhere: set[str | None] = set()
    for table, (place, known) in zip(tables, TABLES, strict=True):
        named = [key for row in table.splitlines() for key in inline_code(row.split(" | ")[0])]
        told: set[str | None] = set()
        for key in named:
            name = NAMED_KEYS.get(key, key if len(key) == 1 else key.lower())
            assert name in known or (place == "choice" and digit(key) is not None), (place, key)
            told.add(known.get(name))
        if not everywhere:
            everywhere = told
            continue
        assert set(known.values()) <= told | everywhere | {"top", "bottom", "first", "last", "page-up", "page-down"}, (
            place
        )


def test_the_map_of_the_house_has_every_room_and_no_other() -> None:
    text = text_of("CONTRIBUTING.md")
    package = ROOT / "quiz"
    for named in re.findall(r"`(?:quiz/)?([\w/]+\.(?:py|sql|toml))`", text):
        places = (package, ROOT)
        assert any((place / named).is_file() or list(package.rglob(Path(named).name)) for place in places), named
    rooms = {path.name for path in package.glob("*.py") if not path.name.startswith("__")}
    rooms |= {f"{path.parent.name}/" for path in package.glob("*/__init__.py")}
    assert not [room for room in sorted(rooms) if f"`{room}`" not in text], "a room without a line on the map"


@pytest.mark.parametrize("picture", PICTURES, ids=lambda path: path.stem)
def test_a_picture_is_light_and_fetches_nothing(picture: Path) -> None:
    svg = picture.read_text(encoding="utf-8").replace(">http://192.0.2.20:8800<", "><")  # what a class opens
    assert len(svg.encode()) < 60_000
    assert svg.count("://") == svg.count('xmlns="http://www.w3.org/2000/svg"') == 1
    assert not re.search(r"@font-face|@import|url\((?!#)|<image|<script|<a ", svg)


@pytest.mark.parametrize("readme", READMES)
def test_the_pictures_that_are_taken_are_those_of_the_readmes(readme: str) -> None:
    assert {path.stem for path in PICTURES} <= TAKEN
    assert set(re.findall(r"docs/([\w-]+)\.svg", text_of(readme))) == TAKEN
    for name in TAKEN:
        assert f'"{name}"' in text_of("docs/pictures.py")
