"""A quiz on paper: one HTML page that any browser prints, and PDF where WeasyPrint is installed.

Versions ask the same questions in another order with the choices in another order, and each has its own key. Nothing
depends on colour, nothing is fetched, and a question never breaks over two pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from quiz.deck import BLANK, Bilingual, Card, Deck
from quiz.errors import QuizError
from quiz.files import write_atomic
from quiz.language import Lang, Words
from quiz.phrases import local_title, source_in_words
from quiz.study.class_cards import LETTERS, choices_of, place_of_key
from quiz.study.order import draw
from quiz.typography import safe_text

MOST_VERSIONS = 8


@dataclass(frozen=True, slots=True)
class Sheet:
    """How it is to be printed. `seed` decides the orders: the same seed gives the same paper."""

    versions: int = 1
    large: bool = False
    english: bool = False
    seed: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """One question of one version: its card and its choices in the order printed, () for a written answer."""

    card: Card
    choices: tuple[Bilingual, ...]

    @property
    def letter(self) -> str:
        """The letter of the right choice, "" for a written answer."""
        place = place_of_key(self.card, self.choices)
        return "" if place is None else LETTERS[place]


def arranged(cards: Sequence[Card], version: int, seed: str) -> list[Item]:
    """The cards as version number `version` (from 0) asks them. Version 0 keeps the order it is given."""
    order = sorted(cards, key=lambda card: draw(card.id, seed, version)) if version else list(cards)
    return [Item(card, choices_of(card, f"{seed}/{version}")) for card in order]


def page(deck: Deck, cards: Sequence[Card], sheet: Sheet, lang: Lang) -> str:
    """The whole print as one HTML page: each version on pages of its own, then each version's key."""
    words = Words(lang, "paper")
    title = local_title(deck.title, lang)
    versions = [arranged(cards, number, sheet.seed) for number in range(sheet.versions)]
    many = sheet.versions > 1
    parts = [_questions(items, title, number, many, sheet, words) for number, items in enumerate(versions)]
    parts += [_key(deck, items, title, number, many, words) for number, items in enumerate(versions)]
    style = _STYLE.replace("SIZE", "18pt" if sheet.large else "11.5pt").replace("GAP", "9mm" if sheet.large else "6mm")
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{_text(title)}</title>'
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head>{head}<style>{style}</style></head>\n<body>\n'
        + "\n".join(parts)
        + "\n</body>\n</html>\n"
    )


def _questions(items: Sequence[Item], title: str, number: int, many: bool, sheet: Sheet, words: Words) -> str:
    version = f' <span class="version">{words.say("version", letter=LETTERS[number])}</span>' if many else ""
    fields = " ".join(
        f'<span class="field">{_text(words.say(f"field.{name}"))}<i></i></span>' for name in ("name", "class", "date")
    )
    body = []
    topic = ""
    for item in items:
        above = item.card.topic.said(words.lang)
        body.append(_question(item, above if above != topic else "", sheet, words))
        topic = above
    return (
        f'<section class="sheet">\n<header><h1>{_text(title)}{version}</h1><p class="fields">{fields}</p></header>\n'
        f"<ol>\n{''.join(body)}</ol>\n</section>"
    )


def _question(item: Item, topic: str, sheet: Sheet, words: Words) -> str:
    card = item.card
    above = f'<p class="topic">{_text(topic)}</p>' if topic else ""
    asked = _text(card.question.said(words.lang)).replace(BLANK, '<span class="blank"></span>')
    below = ""
    other = card.question.fr if words.lang == "en" else card.question.en
    if sheet.english and other and card.question.said(words.lang) != other:
        code = "fr" if words.lang == "en" else "en"
        below = f'<p class="english" lang="{code}">{_text(other).replace(BLANK, "_____")}</p>'
    if item.choices:
        rows = "".join(
            f'<li><span class="box"></span><b>{LETTERS[k]}</b> {_text(choice.said(words.lang))}</li>'
            for k, choice in enumerate(item.choices)
        )
        answer = f'<ul class="choices">{rows}</ul>'
    elif card.form == "cloze":
        answer = ""
    else:
        answer = f'<p class="line">{_text(words.say("answer-line"))}<i></i></p>'
    return f'<li class="question">{above}<p class="asked">{asked}</p>{below}{answer}</li>\n'


def _key(deck: Deck, items: Sequence[Item], title: str, number: int, many: bool, words: Words) -> str:
    version = f' <span class="version">{words.say("version", letter=LETTERS[number])}</span>' if many else ""
    screen = Words(words.lang, "tui")
    rows = []
    for item in items:
        card = item.card
        letter = f"<b>{item.letter}</b> " if item.letter else ""
        whence = f' <span class="source">({_text(source_in_words(deck, card.evidence.source, screen))})</span>'
        rows.append(
            f'<li class="question"><p class="asked">{letter}{_text(card.answer.said(words.lang))}</p>'
            f'<p class="evidence" lang="fr">{_text(card.evidence.text)}{whence}</p></li>\n'
        )
    return (
        f'<section class="key">\n<header><h1>{_text(words.say("key"))} {_text(title)}{version}</h1></header>\n'
        f"<ol>\n{''.join(rows)}</ol>\n</section>"
    )


def _text(text: str) -> str:
    """A text as HTML may have it: one line, controls out, marks escaped."""
    return escape(" ".join(part for part in safe_text(text).replace("\n", " ").split(" ") if part))


def write(path: Path, html: str) -> None:
    """Write the print, as HTML, or as PDF where the name ends so. Raises QuizError "paper-ending", "pdf-missing" where
    WeasyPrint is not installed, "write-failed"."""
    ending = path.suffix.lower()
    if ending in (".html", ".htm"):
        write_atomic(path, html)
        return
    if ending != ".pdf":
        raise QuizError("paper-ending", file=path)
    try:
        from weasyprint import HTML
    except (ImportError, OSError) as error:  # it is there, and the system's text library is not
        raise QuizError("pdf-missing", file=path) from error
    beside = path.with_name(f".{path.name}.tmp")
    try:
        HTML(string=html, url_fetcher=_nothing_fetched).write_pdf(beside)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise QuizError("write-failed", file=path, reason=error.strerror or type(error).__name__) from error


def _nothing_fetched(url: str, *_: object, **__: object) -> dict[str, object]:
    raise ValueError(f"nothing is fetched: {url[:40]}")


_STYLE = """
@page { size: A4; margin: 18mm 18mm 20mm; }
@page { @bottom-right { content: counter(page) " / " counter(pages); font-size: 9pt; } }
* { box-sizing: border-box; }
body { font: SIZE/1.4 "DejaVu Serif", Georgia, "Times New Roman", serif; color: #000; background: #fff; margin: 0; }
@media screen { body { max-width: 190mm; margin: 10mm auto; padding: 0 8mm; } }
section + section { break-before: page; }
h1 { font-size: 1.35em; line-height: 1.25; margin: 0 0 .5em; }
.version { border: 1.5pt solid #000; padding: 0 .4em; margin-left: .5em; white-space: nowrap; }
.fields { margin: 0 0 1.2em; }
.field { display: inline-block; width: 32%; white-space: nowrap; overflow: hidden; }
.field i, .line i { display: inline-block; border-bottom: 1pt solid #000; margin-left: 2mm; }
.field i { width: 60%; }
.line i { width: 65%; }
ol { margin: 0; padding-left: 1.9em; }
.question { break-inside: avoid; margin: 0 0 GAP; padding-left: .2em; }
.question::marker { font-weight: bold; }
.question p { margin: 0; }
.topic { font-style: italic; font-size: .86em; }
.asked { font-weight: bold; }
.english { font-style: italic; font-size: .9em; }
.choices { list-style: none; margin: .35em 0 0; padding: 0; }
.choices li { margin: .2em 0; padding-left: 3em; text-indent: -3em; }
.choices b { display: inline-block; width: 1.2em; text-indent: 0; }
.box { display: inline-block; width: .85em; height: .85em; border: 1.2pt solid #000; vertical-align: -.1em; }
.box { margin: 0 .6em 0 .2em; }
.question .line { margin-top: .9em; }
.blank { display: inline-block; min-width: 7em; border-bottom: 1pt solid #000; }
.key { font-size: .9em; }
.key .question { margin-bottom: 3.5mm; }
.evidence, .source { font-size: .92em; }
"""
