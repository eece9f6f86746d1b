"""A folder of broken and hostile files beside two good ones, for any test that reads articles.

`make_folder` writes it and says what is to be expected of each file: a key of errors, "good", "taken" (read as an
article, whatever comes of it) or "silent" (passed over without a word).
"""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path

GOOD = (
    "Le pont de Clairval rouvre\n\n"
    "12 mars 2023 . –\n"
    "Le pont de Clairval a rouvert dimanche après quatorze mois de travaux, qui ont coûté 3,4 millions d'euros à la "
    "ville. « Nous avons tenu le calendrier, malgré deux hivers très rudes et une crue comme on n'en voit plus », a "
    "déclaré la maire, Hélène Vasseur, devant deux cents habitants.\n\n"
    "Construit en 1911 par l'ingénieur Armand Petit, le pont mesure 187 mètres. Chaque jour, près de 8 000 voitures "
    "l'empruntaient avant sa fermeture, selon la préfecture. « Les commerçants de la rive droite ont perdu le tiers de "
    "leurs clients en un an », rappelle Paul Roche, président de l'association des commerçants.\n\n"
    "D'après un sondage de l'université de Clairval, 62 % des habitants voudraient un pont réservé aux vélos.\n"
)
ENGLISH = (
    "The bridge reopened on Sunday after fourteen months of work, which have cost the town more than three million "
    "euros. The mayor said that they had kept to the calendar, and that the people would be happy with it.\n"
)
_SENTENCE = "Le musée a reçu 45 000 visiteurs en mai 2023, a dit sa directrice, Claire Morel. "


def _numbered(number: int) -> str:
    names = ("Morel", "Vasseur", "Roche", "Lebrun", "Petit", "Durand")
    return (
        f"Le musée de la ville numéro {number} a reçu {3000 + 7 * number} visiteurs en mai, dont {number % 90 + 5} % "
        f"d'étrangers, a dit sa directrice, Claire {names[number % 6]}."
    )


def _french(extra: str) -> str:
    return _SENTENCE * 3 + extra + "\n" + _SENTENCE * 2


def _nested_page(depth: int) -> str:
    return "<html><body>" + "<div>" * depth + f"<p>{_SENTENCE * 6}</p>" + "</div>" * depth + "</body></html>"


def _files() -> dict[str, tuple[str, str | bytes]]:
    """Name -> what is expected and what the file holds."""
    noise = random.Random(7)
    blob = bytes(noise.randrange(256) for _ in range(5000))
    return {
        "good.txt": ("good", GOOD),
        "good-too.md": ("good", "# Le tunnel\n\n" + _SENTENCE * 4),
        "empty.txt": ("article-empty", b""),
        "blank.txt": ("article-empty", " \n\t\r\n \u00a0\n"),
        "only-mark.txt": ("article-empty", b"\xef\xbb\xbf"),
        "empty.html": ("article-empty", b""),
        "blank-page.html": ("article-no-text", "<html><head><title>Rien</title></head><body></body></html>"),
        "noise.txt": ("article-binary", blob),
        "noise.html": ("article-binary", blob),
        "picture.txt": ("article-binary", b"\x89PNG\r\n\x1a\n" + blob[:200]),
        "archive.md": ("article-binary", b"PK\x03\x04" + blob[:300]),
        "document.txt": ("article-binary", b"%PDF-1.7\n" + blob[:300]),
        "zeros.txt": ("article-binary", b"\0" * 4000),
        "utf16-no-mark.txt": ("article-binary", GOOD.encode("utf-16-le")),
        "macintosh.txt": ("article-garbled", (GOOD * 4).encode("mac-roman")),
        "dos.txt": ("article-garbled", (_french("à é è ê ç ù ô î é é é à è ") * 3).encode("cp850", "replace")),
        "twice.txt": ("article-garbled", (GOOD * 3).encode("utf-8").decode("cp1252", "ignore")),
        "english.txt": ("article-not-french", ENGLISH * 2),
        "english.html": ("article-not-french", f"<html><body><article><p>{ENGLISH * 3}</p></article></body></html>"),
        "russian.txt": ("article-not-french", "Мост открылся в воскресенье после четырнадцати месяцев работ. " * 3),
        "huge.txt": ("article-too-large", _SENTENCE.encode() * 70_000),
        "endless.txt": ("article-too-long", _SENTENCE.encode() * 10_000),
        "utf16.txt": ("taken", ("\ufeff" + _french("utf-16")).encode("utf-16-le")),
        "utf16-odd.txt": ("taken", ("\ufeff" + _french("impair")).encode("utf-16-be") + b"\x41"),
        "cp1252.txt": ("taken", _french("« œuvre » – 40 €").encode("cp1252")),
        "damaged-utf8.txt": ("taken", _french("é" * 40).encode("utf-8") + b"\xe9 fin\n"),
        "one-line.txt": ("taken", " ".join(_numbered(n) for n in range(1400))),
        "one-word.txt": ("taken", _french("") + "a" * 200_000),
        "stray-quotes.txt": ("taken", _french("« " * 5000 + "\" ' ” " * 2500)),
        "nested-quotes.txt": ("taken", _french("« " * 500 + "bonjour" + " »" * 500)),
        "unclosed.txt": ("taken", _french("« Je n'ai pas fini, a dit le maire. " * 200)),
        "brackets.txt": ("taken", _french("(" * 5000 + "[" * 5000 + "{" * 5000)),
        "repeated.txt": ("taken", _french("a" * 3000 + "!" + " " * 5000 + "1 " * 5000)),
        "digits.txt": ("taken", _french("9" * 20_000 + " % " + "1 000 " * 3000 + "1,2,3." * 2000)),
        "dates.txt": ("taken", _french("31/02/2024 99/99/9999 0000-00-00 " * 300)),
        "commas.txt": ("taken", _french(", " * 20_000)),
        "newlines.txt": ("taken", _french("\n" * 50_000)),
        "short-lines.txt": ("taken", _french("".join(f"Le lot du {n}\n" for n in range(5000)))),
        "carriage-returns.txt": ("taken", _french("\r" * 2000 + "un\r\ndeux\rtrois")),
        "escapes.txt": (
            "taken",
            _french("\x1b[2J\x1b]0;titre\x07\x1b]52;c;YQ==\x07\x1b[31m rouge \x9b31m \x1bP q\x1b\\"),
        ),
        "escapes-open.txt": ("taken", _french("\x1b]" * 10_000 + "\x1b[" * 10_000)),
        "nuls.txt": ("taken", _french("un\0deux")),
        "bidi.txt": ("taken", _french("\u202e\u2066inverse\u2069\u202c \u200f\u200e\u061c" * 100)),
        "zero-width.txt": ("taken", _french("in\u200bvi\u2060si\ufeffble " * 5)),
        "stacked.txt": ("taken", _french("e" + "\u0301" * 5000)),
        "tags.txt": (
            "taken",
            _french("[b]gras[/b] [@click=app.quit()]ici[/] [/€] <script>alert(1)</script> {0} %s ${x}"),
        ),
        "tweets.txt": ("taken", _french("[Tweet] " * 3000 + "<blockquote>" * 3000 + "<!--" * 3000)),
        "links.md": ("taken", _french("[a](" * 3000 + "![" * 3000 + "*" * 3000 + "_" * 3000 + "`" * 3000)),
        "front-matter.md": ("taken", "---\n" + "title: x\n" * 5 + _french("sans fin")),
        "deep.html": ("taken", _nested_page(5000)),
        "deep-spans.html": (
            "taken",
            f"<html><body><p>{'<span>' * 3000}{_SENTENCE * 6}{'</span>' * 3000}</p></body></html>",
        ),
        "unclosed.html": ("taken", "<html><body><article>" + f"<p><b><i>{_SENTENCE * 2}<table><tr><td>" * 300),
        "entities.html": (
            "taken",
            f"<html><body><p>{_SENTENCE * 6}{'&nbsp;&#x202e;&#0;&bogus;' * 200}</p></body></html>",
        ),
        "many-attributes.html": ("taken", f"<html><body><p {'a=b ' * 20_000}>{_SENTENCE * 6}</p></body></html>"),
        "doctype.html": (
            "taken",
            '<!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><html><body><article>'
            f"<p>{_SENTENCE * 6}&b;</p></article></body></html>",
        ),
        "-leading-dash.txt": ("taken", _french("tiret")),
        "café noir (1).txt": ("taken", _french("accents")),
        "UPPER.TXT": ("taken", _french("capitales")),
        "x" * 240 + ".txt": ("taken", _french("long")),
        ".hidden.txt": ("silent", GOOD),
        "memory.tmx": ("silent", "<tmx/>"),
        "notes.pdf": ("silent", b"%PDF-1.4"),
        "noending": ("silent", GOOD),
    }


def make_folder(folder: Path) -> dict[str, str]:
    """Write the collection into `folder`, an empty one, and return what is expected of each file by its name.

    Names and kinds of file that this system does not have are left out.
    """
    expected: dict[str, str] = {}
    for number, (name, (outcome, data)) in enumerate(_files().items(), 100):
        data = data.encode("utf-8") if isinstance(data, str) else data
        (folder / name).write_bytes(data.replace(b"45 000", b"45 %d" % number))  # no two of them the same article
        expected[name] = outcome
    (folder / "same-again.txt").write_bytes(GOOD.replace(" du ", "  du ").encode("utf-8-sig"))
    expected["same-again.txt"] = "article-duplicate"
    if os.name == "posix":
        expected |= _posix(folder)
    return expected


def _posix(folder: Path) -> dict[str, str]:
    expected: dict[str, str] = {}

    def odd(name: str | bytes, outcome: str, text: str) -> None:
        path = folder / os.fsdecode(name)
        try:
            path.write_text(text.replace("45 000", f"46 {len(expected)}00"), encoding="utf-8")
        except OSError:  # macOS refuses names that are no UTF-8
            return
        expected[path.name] = outcome

    odd("new\nline.txt", "taken", _french("retour"))
    odd("escape\x1b[31m.txt", "taken", _french("rouge"))
    odd("bidi\u202etxt.md", "taken", _french("envers"))
    odd(b"invalid-\xff\xfe.txt", "taken", _french("octets"))
    os.mkfifo(folder / "pipe.txt")
    expected["pipe.txt"] = "article-special"
    (folder / "loop-a.txt").symlink_to("loop-b.txt")
    (folder / "loop-b.txt").symlink_to("loop-a.txt")
    (folder / "nowhere.txt").symlink_to("does-not-exist.txt")
    expected |= dict.fromkeys(("loop-a.txt", "loop-b.txt", "nowhere.txt"), "article-broken-link")
    (folder / "self").symlink_to(".")
    (folder / "up").symlink_to("..")
    expected |= {"self": "article-folder-link", "up": "article-folder-link"}
    if Path("/dev/zero").exists():
        (folder / "device.txt").symlink_to("/dev/zero")
        expected["device.txt"] = "article-special"
    inside = folder / "folder.txt"
    inside.mkdir()
    (inside / "inside.txt").write_text(_french("dossier"), encoding="utf-8")
    if sys.platform != "win32" and os.geteuid() != 0:
        locked = folder / "locked.txt"
        locked.write_text(GOOD, encoding="utf-8")
        locked.chmod(0)
        expected["locked.txt"] = "article-forbidden"
    return expected
