"""Whose « son, sa, ses » is in a question of ours: his, her, its or their, where the words before it leave no doubt.

Knows the subject of the question by where it stands and by the pronoun that takes it up again (« a-t-elle »). Refuses
to say whose it is of a name that may be a firm's or a person's.
"""

from __future__ import annotations

from collections.abc import Sequence

from quiz.english import lexicon, names, tables

_ARTICLES = frozenset({"le", "la", "l'", "un", "une", "ce", "cet", "cette"})
_LEADING = frozenset({"de", "à", "en", "dans", "sur", "par", "pour", "avec", "contre", "chez", "sous", "vers",
                      "entre", "depuis", "pendant", "selon", "après", "avant", "sans", "parmi", "et", "ou",
                      "comme"})  # fmt: skip
_QUEL = frozenset({"quel", "quelle", "quels", "quelles"})
_ASKING = frozenset({*_QUEL, "combien", "qui", "que", "quand", "où", "pourquoi", "comment"})
_HIS = {"<il>": "his", "<elle>": "her"}
_BY_ARTICLE = {"le": "<il>", "un": "<il>", "ce": "<il>", "la": "<elle>", "une": "<elle>", "cette": "<elle>"}
_OF_EITHER = frozenset({"victime", "personne", "star", "vedette", "recrue", "figure", "idole", "légende", "sentinelle"})
"""What a man may be too, though the word is feminine."""


def owner(words: Sequence[str]) -> str:
    """ "his", "her", "its" or "their"; "" where the question does not tell."""
    if "<ils>" in words or "<elles>" in words:
        return "their"
    turned = next((word for word in words if word.startswith("<")), "")
    if turned and ("y" in words or turned == "<on>"):
        return ""
    if turned and "âge" in words:  # only people are asked their age
        return _HIS.get(turned, "")
    asked = next((at for at, word in enumerate(words) if word in _ASKING), None)
    if asked is None:
        return ""
    if words[asked] == "que":  # « C'est à Metz que le maire a annoncé son départ. »
        return _subject(words, asked + 1, len(words), "")
    if turned:
        last = next(at for at, word in enumerate(words) if word.startswith("<"))
        return _subject(words, asked + 1, last, turned)
    if "est-ce" in words:
        begin = words.index("est-ce") + 2
        return _subject(words, begin, len(words), "") if begin < len(words) else ""
    if words[asked] == "qui":
        return "their"  # who it is, is the question
    if words[asked] in _QUEL and asked + 1 < len(words):
        noun = lexicon.nouns().get(tuple(words[asked + 1 : asked + 2]))
        return "" if noun is None else "their" if noun.person else "its"
    return ""


def _subject(words: Sequence[str], begin: int, end: int, turned: str) -> str:
    """Whose it is by the subject between what is asked for and its verb: the first noun with an article, or name, that
    no preposition leads in. « quelle étude l'institut Morin a-t-il publiée sur ses … »: its."""
    for at in range(begin, end):
        if at > begin and words[at - 1] in _LEADING:
            continue
        if words[at] in _ARTICLES:
            return _of_noun(words, at + 1, end, turned or _BY_ARTICLE.get(words[at], ""))
        if words[at][:1].isupper():
            return _of_name(words, at, end, turned)
    return ""


def _of_noun(words: Sequence[str], at: int, end: int, turned: str) -> str:
    known = lexicon.nouns()
    while at < end:
        for after in range(min(end, at + lexicon.longest_noun()), at, -1):
            noun = known.get(tuple(words[at:after]))
            if noun is not None:
                either = words[at] in _OF_EITHER
                return "its" if not noun.person else "" if either else _HIS.get(turned, "")
        if words[at][:1].isupper():
            return "its" if words[at].isupper() or names.place(words[at]) else ""
        if lexicon.adjective(words[at]) is None:
            return ""
        at += 1
    return ""


def _of_name(words: Sequence[str], at: int, end: int, turned: str) -> str:
    """« Ada Morin … elle » is her, « Microsoft … il » nobody's: it may be a man as well."""
    if names.place(words[at]):
        return "its"
    surname = at + 1 < end and words[at + 1][:1].isupper()
    known = words[at] in _given() or words[at].partition("-")[0] in _given()
    return _HIS.get(turned, "") if surname and known else ""


def _given() -> frozenset[str]:
    return tables.listed("given", "given")
