"""Which words are verbs, in what form, told by their endings and the verb lists of the French model.

The parser's tagger often takes a plural verb after a number for a noun (« 44 % des firmes l'utilisent »); a form whose
infinitive is a known verb is the surer sign. Knows single words, never a sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal

from quiz.facts.parsing import parser

Mood = Literal["ind", "cond", "inf", "part", "ger"]


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One way to read a word as a verb. `number` is "s", "p" or "" (no finite form); `tense` of a finite form."""

    lemma: str
    mood: Mood
    number: Literal["s", "p", ""] = ""
    tense: Literal["pres", "impf", "past", "fut", ""] = ""


@cache
def _lists() -> tuple[frozenset[str], dict[str, list[str]], frozenset[str], frozenset[str]]:
    """Infinitives, irregular verb forms with their infinitives, nouns, adjectives."""
    lemmatizer: Any = parser().get_pipe("lemmatizer")
    lookups = lemmatizer.lookups
    index, odd = lookups.get_table("lemma_index"), lookups.get_table("lemma_exc")
    infinitives = index["verb"].union(*odd["verb"].values())
    nouns = index["noun"].union(odd["noun"], *odd["noun"].values())
    return infinitives, odd["verb"], nouns, index["adj"].union(odd["adj"])


_IRREGULAR: dict[str, VerbForm] = {
    "a": VerbForm("avoir", "ind", "s", "pres"),
    "ont": VerbForm("avoir", "ind", "p", "pres"),
    "ait": VerbForm("avoir", "ind", "s", "pres"),
    "aient": VerbForm("avoir", "ind", "p", "pres"),
    "eut": VerbForm("avoir", "ind", "s", "past"),
    "eurent": VerbForm("avoir", "ind", "p", "past"),
    "eu": VerbForm("avoir", "part"),
    "ayant": VerbForm("avoir", "ger"),
    "est": VerbForm("être", "ind", "s", "pres"),
    "sont": VerbForm("être", "ind", "p", "pres"),
    "soit": VerbForm("être", "ind", "s", "pres"),
    "soient": VerbForm("être", "ind", "p", "pres"),
    "était": VerbForm("être", "ind", "s", "impf"),
    "étaient": VerbForm("être", "ind", "p", "impf"),
    "fut": VerbForm("être", "ind", "s", "past"),
    "furent": VerbForm("être", "ind", "p", "past"),
    "été": VerbForm("être", "part"),
    "étant": VerbForm("être", "ger"),
    "va": VerbForm("aller", "ind", "s", "pres"),
    "vont": VerbForm("aller", "ind", "p", "pres"),
    "font": VerbForm("faire", "ind", "p", "pres"),
    "fait": VerbForm("faire", "ind", "s", "pres"),
    "fit": VerbForm("faire", "ind", "s", "past"),
    "firent": VerbForm("faire", "ind", "p", "past"),
    "mis": VerbForm("mettre", "part"),
    "mises": VerbForm("mettre", "part"),
}

_FIRST_GROUP: tuple[tuple[str, Mood, Literal["s", "p", ""], Literal["pres", "impf", "past", "fut", ""]], ...] = (
    ("eraient", "cond", "p", "pres"),
    ("erait", "cond", "s", "pres"),
    ("eront", "ind", "p", "fut"),
    ("era", "ind", "s", "fut"),
    ("èrent", "ind", "p", "past"),
    ("aient", "ind", "p", "impf"),
    ("ait", "ind", "s", "impf"),
    ("ent", "ind", "p", "pres"),
    ("ant", "ger", "", ""),
    ("ées", "part", "", ""),
    ("ée", "part", "", ""),
    ("és", "part", "", ""),
    ("é", "part", "", ""),
    ("e", "ind", "s", "pres"),
    ("a", "ind", "s", "past"),
)


def _stems(stem: str) -> tuple[str, ...]:
    """Infinitives a first-group stem may belong to: mang(e)-, lanç-, jett-, achèt-, emploi-."""
    out = [stem + "er"]
    if stem.endswith("ç"):
        out.append(stem[:-1] + "cer")
    if stem.endswith("ge"):
        out.append(stem[:-1] + "er")
    if stem.endswith("i"):
        out.append(stem[:-1] + "yer")
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] in "lt":
        out.append(stem[:-1] + "er")
    if len(stem) > 2 and stem[-2] == "è":
        out += [stem[:-2] + "e" + stem[-1] + "er", stem[:-2] + "é" + stem[-1] + "er"]
    if len(stem) > 3 and stem[-3] == "è":
        out.append(stem[:-3] + "é" + stem[-2:] + "er")
    return tuple(out)


def _other_form(word: str, lemma: str) -> VerbForm | None:
    """The form of a verb of the other groups, by its ending."""
    future = not lemma.endswith("rir") or "rr" in word or word.startswith(lemma)
    if word.endswith("raient") and future:
        return VerbForm(lemma, "cond", "p", "pres")
    if word.endswith("rait") and future:
        return VerbForm(lemma, "cond", "s", "pres")
    if word.endswith("ront"):
        return VerbForm(lemma, "ind", "p", "fut")
    if word.endswith("ra"):
        return VerbForm(lemma, "ind", "s", "fut")
    if word.endswith("aient"):
        return VerbForm(lemma, "ind", "p", "impf")
    if word.endswith("ait"):
        # « sait », « plaît », « fait »: present; « savait », « tenait »: imperfect
        return VerbForm(
            lemma, "ind", "s", "impf" if len(word) > len(lemma) - 2 and not lemma.endswith("aire") else "pres"
        )
    if word.endswith(("irent", "urent", "inrent")) and not lemma.endswith(("rer", "rir", "rire", "lire")):
        return VerbForm(lemma, "ind", "p", "past")
    if (word.endswith("ient") and lemma.endswith("enir")) or word == lemma[:-2]:
        return VerbForm(lemma, "ind", "s", "pres")  # tient, ressent
    if word.endswith("ent"):
        return VerbForm(lemma, "ind", "p", "pres")
    if word.endswith("ant"):
        return VerbForm(lemma, "ger")
    if (
        word.endswith(("ie", "ies", "ue", "ues", "ise", "ises", "ite", "ites", "te", "tes", "us", "is"))
        and len(word) > 3
    ):
        return VerbForm(lemma, "part")
    if word.endswith(("t", "d")):
        return VerbForm(lemma, "ind", "s", "pres")
    if word.endswith(("u", "i")):
        return VerbForm(lemma, "part")
    return None


@lru_cache(maxsize=20_000)
def verb_forms(word: str) -> tuple[VerbForm, ...]:
    """Every way to read a word as a verb form of the third person, participle or infinitive; empty where it is none."""
    word = word.lower()
    if word in _IRREGULAR:
        first = _IRREGULAR[word]
        return (first, VerbForm("faire", "part")) if word == "fait" else (first,)
    infinitives, odd, _, _ = _lists()
    out: list[VerbForm] = []
    if word in infinitives:
        out.append(VerbForm(word, "inf"))
    for ending, mood, number, tense in _FIRST_GROUP:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            for lemma in _stems(word[: -len(ending)]):
                if lemma in infinitives:
                    out.append(VerbForm(lemma, mood, number, tense))
                    break
            else:
                continue
            break
    for lemma in odd.get(word, ()):
        if not lemma.endswith("er") or lemma in ("aller", "envoyer", "renvoyer"):
            form = _other_form(word, lemma)
            if form is not None:
                out.append(form)
                endings = {"ire": "it", "rir": "ert", "dre": "int"}
                if form.mood == "ind" and word.endswith(endings.get(lemma[-3:], "-")):
                    out.append(VerbForm(lemma, "part"))  # dit, ouvert, peint
    return tuple(dict.fromkeys(out))


@lru_cache(maxsize=20_000)
def finite(word: str) -> VerbForm | None:
    """The finite reading of a word, or None."""
    return next((form for form in verb_forms(word) if form.number), None)


@lru_cache(maxsize=20_000)
def participle(word: str) -> VerbForm | None:
    """The past participle reading of a word, or None."""
    return next((form for form in verb_forms(word) if form.mood == "part"), None)


def is_noun(word: str) -> bool:
    """Whether the word, or its singular, is a known noun."""
    nouns = _lists()[2]
    word = word.lower()
    return word in nouns or word.removesuffix("s") in nouns or word.removesuffix("x") in nouns


def is_adjective(word: str) -> bool:
    """Whether the word, or its singular, is a known adjective."""
    adjectives = _lists()[3]
    word = word.lower()
    return word in adjectives or word.removesuffix("s") in adjectives
