from __future__ import annotations

import re
import sys

import pytest

from quiz.facts import parsing


@pytest.fixture(scope="module")
def pattern() -> str:
    """The token pattern of the French language data, as the model keeps it."""
    return parsing.parser().tokenizer.token_match.__self__.pattern


def test_the_quick_pattern_and_the_spelled_out_one_accept_the_same_words(pattern: str) -> None:
    """A tenth of the alternatives, compiled as they are written, against the same in short form."""
    alternatives = pattern.removeprefix("(?iu)").split("|(?:^")
    some = "(?iu)" + "|(?:^".join([alternatives[0], *alternatives[1::9], *alternatives[-3:]])
    slow = re.compile(some)
    quick = parsing._QuickPattern(some, parsing.alpha_class(), 0)
    heads = re.findall(r"\(\?:\^([a-zéàâ]+)\[", some)
    assert len(heads) > 10
    tails = ["", "-", "-mot", "-Mot", "-mot-mot", "-m0t", "-mot_", "-μήκος", "-слово", "-mot'mot", "-été", "-ÉTÉ"]
    tails += ["-mot\n", "-漢字", "-ǅ", "-ƻ", "-en-ƻ"]
    words = [head + tail for head in [*heads, "pet", "ƻ"] for tail in tails]
    assert [bool(quick.match(w)) for w in words] == [bool(slow.match(w)) for w in words]
    assert any(quick.match(w) for w in words)


def test_the_patched_compiler_is_put_back() -> None:
    parsing.parser()
    assert re.compile is parsing._compile


def test_a_text_is_one_sentence_whatever_stands_in_it() -> None:
    doc = next(iter(parsing.parse(["Elle dit « oui. » Puis elle part."])))
    assert [token.head is token for token in doc].count(True) == 1


def test_a_word_knows_what_depends_on_it_and_where_it_stands() -> None:
    doc = next(iter(parsing.parse(["Le maire de Nérac a rouvert  le pont."])))
    mayor = next(token for token in doc if token.text == "maire")
    assert [token.text for token in mayor.children] == ["Le", "Nérac"]
    assert [token.text for token in mayor.subtree] == ["Le", "maire", "de", "Nérac"]
    assert mayor.head.text == "rouvert"
    assert "Gender=Masc" in mayor.morph
    assert doc.text == "Le maire de Nérac a rouvert  le pont."
    assert doc[1:4].text == "maire de Nérac"
    assert doc[5:7].text == "rouvert  "
    assert doc[4:4].text == ""
    assert all(token.doc is doc and doc.text.startswith(token.text, token.idx) for token in doc)


@pytest.mark.parametrize("text", ["l’eau à 3 €", "« a » b", "ras\tdu\rcou", "peut‑être"])
def test_plain_keeps_every_offset(text: str) -> None:
    assert len(parsing.plain(text)) == len(text)
    assert not set(parsing.plain(text)) & set("’\u00a0\u202f\t\r\u2011")


def test_reading_the_facts_of_an_article_needs_no_parser_to_be_imported() -> None:
    """The types of facts are for the playing wing's tests too: they must stay light."""
    import subprocess

    code = "import quiz.facts.fact, quiz.facts.lexicon, quiz.facts.speech, sys; print('spacy' in sys.modules)"
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
        == "False"
    )


def test_spacy_is_imported_without_its_command_line_which_is_there_for_who_asks() -> None:
    import subprocess
    import sys

    code = """
import sys
import quiz.facts.parsing
print([name for name in sys.modules if name.startswith(("spacy.cli", "weasel", "requests"))])
from spacy.cli.info import info
print(info.__module__)
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["[]", "spacy.cli.info"]
