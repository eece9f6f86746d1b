"""What pupils are called, and the code that lets them in.

Names are given, in French, kind and easy to read aloud; a name of one's own is cleaned first. Codes leave out letters
that look like others.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from random import Random

from quiz.typography import cell_width, safe_text

LONGEST = 16
"""Terminal cells of a name."""
_BLANKS = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters and signs that show nothing."""
CODE_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"
"""No I, O, Q: they pass for 1, 0 and O on a far wall."""
CODE_LENGTH = 6

# The noun's gender decides the form of the second word; "x|y" gives both.
_MASCULINE = (
    "Bouquetin Castor Chamois Cygne Dauphin Faucon Flamant Geai Grillon Hérisson Hibou Koala Lézard Lièvre Lynx Merle "
    "Narval Ocelot Panda Papillon Pinson Puma Renard Saumon Tapir Tigre Toucan Zèbre"
)
_FEMININE = (
    "Abeille Alouette Cigogne Colombe Fauvette Fourmi Gazelle Girafe Hermine Hirondelle Libellule Loutre Marmotte "
    "Mésange Mouette Otarie Panthère"
)
_SECOND = (
    "agile|agile alerte|alerte ambré|ambrée argenté|argentée azur|azur bleu|bleue bronze|bronze calme|calme "
    "corail|corail discret|discrète doré|dorée doux|douce fidèle|fidèle fier|fière gai|gaie jaune|jaune joyeux|joyeuse "
    "lilas|lilas mauve|mauve nacré|nacrée orange|orange patient|patiente poli|polie rapide|rapide rose|rose "
    "rouge|rouge sage|sage serein|sereine turquoise|turquoise vert|verte vif|vive"
)


def given(taken: Collection[str], random: Random) -> str:
    """A name nobody has: « Loutre bleue ». With every pair taken, a number is added."""
    pairs = [
        f"{animal} {word.split('|')[number]}"
        for number, animals in enumerate((_MASCULINE, _FEMININE))
        for animal in animals.split()
        for word in _SECOND.split()
    ]
    lower = {name.casefold() for name in taken}
    free = [name for name in pairs if name.casefold() not in lower and cell_width(name) <= LONGEST]
    if free:
        return random.choice(free)
    short = [animal for animal in _MASCULINE.split() if len(animal) <= 8]
    number = len(taken)
    while (name := f"{random.choice(short)} {number}").casefold() in lower:
        number += 1
    return name


def cleaned(name: str) -> str:
    """A name somebody typed, fit for a wall: composed, without controls, private or unassigned characters, one
    combining mark a letter, single spaces, at most `LONGEST` cells. "" where nothing is left."""
    text = unicodedata.normalize("NFC", safe_text(name[:200]))
    kept: list[str] = []
    marks = 0
    for char in text:
        category = unicodedata.category(char)
        if category in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp") or char in _BLANKS:
            kept.append(" " if char in "\t\n\r" else "")
            continue
        if not category.startswith("M"):
            marks = len(unicodedata.normalize("NFD", char)) - 1  # « é » has its mark already
        elif marks or not "".join(kept).strip():
            continue
        else:
            marks = 1
        kept.append(char)
    text = re.sub(r"\s+", " ", "".join(kept)).strip()
    while cell_width(text) > LONGEST:
        text = text[:-1].rstrip()
    return text if any(unicodedata.category(char)[0] in "LNS" for char in text) else ""


def code(random: Random) -> str:
    """Six letters to read from a wall and type. Random must be a secret one in a lesson."""
    return "".join(random.choice(CODE_LETTERS) for _ in range(CODE_LENGTH))


def same_code(one: str, other: str) -> bool:
    """Codes as people type them: case, spaces and hyphens do not count."""

    def bare(text: str) -> str:
        return re.sub(r"[\s-]", "", text).upper()

    return bare(one) == bare(other)
