"""Whether a sentence is sound French: pages written in haste hold slips of agreement and of spelling, and a question
made of such a sentence teaches them.

Looks at forms (endings, the word lists of the French model) and hardly at the parse, which goes wrong in just these
sentences. Names the slip and mends nothing; where a form may be right it says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

from quiz.facts.clauses import Shape
from quiz.facts.lexicon import demonyms
from quiz.facts.parsing import Token, parser
from quiz.facts.value_slips import SLIPS
from quiz.facts.value_words import words
from quiz.facts.verbs import finite, is_adjective, is_noun, participle, verb_forms
from quiz.facts.within import everywhere
from quiz.typography import fold, without_accents


@lru_cache(256)
def slip(shape: Shape) -> str:
    """The name of the first slip of a sentence, "" where none is seen; looked for once, whatever asks."""
    for rule in _RULES:
        if rule(shape):
            return rule.__name__
    return ""


_STRAY_MARK = re.compile(  # all that begin a word behind one `\b`: within a word none of them is tried
    r"\b(?:(?<=[ ,])a (?:proximité|cause|travers|partir|côté|propos) "
    r"|(?<![\d,])1 (?:minutes|heures|jours|millions|milliards|euros|dollars)\b"
    r"|\d{1,2} \d{1,2} (?:mètres|euros|km|kilomètres|%)|prés de\b"
    r"|il y (?:un|une|deux|trois|dix)\b|à fin de\b|quand à (?=l)"
    r"|(?<![A-ZÀ-Þ] )(?:le|du|au) (?:Turquie|Russie|Syrie|Italie|Algérie|France|Chine|Allemagne|Espagne)\b"
    r"|d['’] ?au moins d['’e]"
    r"|eu lieue\b|en soutient à\b|s['’] ?est faite \w+ée\b|la meilleur\b|le meilleure\b"
    r"|[Ii]l (?:étaient|sont|ont|avaient)\b|[Ii]ls (?:était|est|a|avait)\b"
    r"|(?:a|ont|avaient|avait) du (?=\w+(?:[ei]r|re)\b)"
    r"|^(?:L['’]|L[ae] |Les )\w+ c['’] ?est\b|que l(?:es?|a) \w+ que d[e'’]"
    r"|(?<!au )(?<!du )(?<!pas )(?<!à )(?<!, )(?<!plus ou )moins \d+(?:,\d+)? %)"
    r"|\d(?:[A-Za-zà-ÿ]{4,}| secondes? restante\b)"
)


def _plain_word(token: Token) -> bool:
    return bool(token.text.islower() and token.text.isalpha() and len(token.text) > 3)


def _singular_form(word: str) -> bool:
    """Whether a word cannot be a plural: a known noun or adjective without a plural's ending."""
    return not word.endswith(("s", "x", "z", "ae", "i")) and (is_noun(word) or is_adjective(word))


@cache
def _lemmas() -> frozenset[str]:
    """Nouns and adjectives as a dictionary lists them, « temps » and « poids » among them."""
    index = parser().get_pipe("lemmatizer").lookups.get_table("lemma_index")  # type: ignore[attr-defined]
    return frozenset().union(*(index[kind] for kind in ("noun", "adj", "adv")))


def _plural_form(word: str) -> bool:
    """Whether a word cannot be a singular: « douzaines », but not « temps » or « français »."""
    return (
        word.endswith("s")
        and word not in words("same_in_plural")
        and word not in _lemmas()
        and word[:-1] in _lemmas()
        and finite(word) is None
    )


def accent_for_verb(shape: Shape) -> bool:
    """« Morin à battu le record », « la partie à failli basculer »: the verb avoir has no accent."""
    for here, after in zip(shape.tokens, shape.tokens[1:], strict=False):
        if here.lower_ != "à":
            continue
        word = after.lower_
        after_somebody = here.i > 0 and shape.cats[here.i - 1] in ("noun", "name", "pron", "adv", "adj")
        bare = after_somebody and not is_noun(word) and word not in words("after_accented_a")
        if bare and participle(word) is not None:
            return True
    return False


def singular_after_number(shape: Shape) -> bool:
    """« 47 pays européen », « 300 millions de dollar » no; « quatre usine »: what is counted is several."""
    for i, token in enumerate(shape.tokens[:-1]):
        word = shape.tokens[i + 1].lower_
        number = token.text.isdigit() and 2 <= int(token.text) < 1900 and len(token.text) < 9
        spelled = token.lower_ in words("number_words") and token.lower_ not in ("un", "une", "zéro", "neuf")
        if (
            not (number or spelled)
            or not _plain_word(shape.tokens[i + 1])
            or word in (words("singular_after_numbers") | words("time_words"))
        ):
            continue
        if (i and shape.tokens[i - 1].lower_ in words("naming")) or word == "heure":
            continue  # « à 2 h 30 heure locale »
        if is_noun(word) and not word.endswith(("s", "x", "z")) and not is_adjective(word) and finite(word) is None:
            return True
        if is_noun(word) and i + 2 < len(shape.tokens):
            third = shape.tokens[i + 2]
            if third.lower_ in words("singular_after_numbers"):
                continue  # « 500 euros brut »
            if _plain_word(third) and shape.cats[i + 2] == "adj" and not third.lower_.endswith(("s", "x", "z")):
                return is_adjective(third.lower_) and finite(third.lower_) is None
    return False


def plural_determiner(shape: Shape) -> bool:
    """« ses première poursuivantes », « les avion »: a plural determiner before a singular."""
    for i, token in enumerate(shape.tokens[:-1]):
        after = shape.tokens[i + 1]
        if (
            token.lower_ not in words("plural_determiners")
            or shape.cats[i] not in ("det", "adp")
            or not _plain_word(after)
        ):
            continue
        if i + 2 < len(shape.tokens) and shape.tokens[i + 2].text.startswith("-"):
            continue
        if shape.cats[i + 1] in ("noun", "adj") and _singular_form(after.lower_) and finite(after.lower_) is None:
            return True
    return False


def singular_determiner(shape: Shape) -> bool:
    """« une douzaines de pommes », « un belle course »: a singular determiner before a plural, un before a feminine."""
    for i, token in enumerate(shape.tokens[:-1]):
        after = shape.tokens[i + 1]
        if token.lower_ not in words("singular_determiners") or shape.cats[i] != "det" or not _plain_word(after):
            continue
        if shape.cats[i + 1] in ("noun", "adj") and _plural_form(after.lower_):
            return True
        if token.lower_ in ("un", "le", "du", "au") and after.lower_ in words("feminine_before_noun"):
            return True
    return False


def unagreed_participle(shape: Shape) -> bool:
    """« douze bûcherons ont été blessé », « ses amis s'étaient réuni », « les pistes sont rouvert »."""
    for group in shape.groups:
        if not group.auxiliary.startswith("être") or group.main == group.finite or group.number != "p":
            continue
        word = shape.tokens[group.main].lower_
        reflexive = any(shape.tokens[i].lower_ in ("se", "s'") for i in range(group.first, group.finite))
        if word.endswith(("s", "x")) or participle(word) is None or (reflexive and word in words("never_agreeing")):
            continue
        if shape.tokens[group.first - 1 if group.first else 0].lower_ not in ("vous", "qu'", "que"):
            return True
    return False


def participle_of_other_gender(shape: Shape) -> bool:
    """« 200 actions ont encore été recensés »: a noun that is feminine by its ending, a masculine participle."""
    for group in shape.groups:
        word = shape.tokens[group.main].lower_
        if group.auxiliary != "être+été" or group.number != "p" or not word.endswith("és"):
            continue
        i = group.first - 1
        while i > 0 and shape.cats[i] in ("adj", "adv"):
            i -= 1
        noun = shape.tokens[i].lower_
        feminine = noun.endswith(("tions", "sions", "ances", "ences", "ettes", "ures", "ités")) and is_noun(noun)
        alone = i > 0 and shape.cats[i] == "noun" and shape.cats[i - 1] in ("num", "det")
        if feminine and alone and noun.removesuffix("s") not in words("odd_genders") and "and" not in shape.cats[:i]:
            return True
    return False


def infinitive_for_participle(shape: Shape) -> bool:
    """« il est aller chercher une médaille », « ils ont manger »."""
    for group in shape.groups:
        after = shape.tokens[group.stop] if group.stop < len(shape.tokens) else None
        bare = (
            group.main == group.finite
            and group.lemma in ("être", "avoir")
            and shape.tokens[group.finite].text.islower()
        )
        if after is not None and bare and shape.cats[group.stop] == "inf" and after.lower_.endswith("er"):
            return True
    return False


def verb_out_of_number(shape: Shape) -> bool:
    """« Des horlogers ajoute que… », « Les Lensois signe »: a plural subject and right after it a singular verb."""
    for group in shape.groups:
        i = group.first - 1
        if i < 1 or group.inverted or group.number != "s" or finite(shape.tokens[group.finite].text) is None:
            continue
        while i > 0 and shape.cats[i] in ("noun", "adj", "name"):
            i -= 1
        opens = i == 0 or shape.cats[i - 1] in ("stop", "comma", "sub")
        if opens and i < group.first - 1 and shape.tokens[i].lower_ in ("les", "des", "ces", "ses", "plusieurs"):
            head = shape.tokens[i + 1].lower_
            return head.endswith(("s", "x")) and not is_adjective(shape.tokens[group.finite].lower_)
    return False


@cache
def _accented() -> tuple[list[str], str]:
    """Words of the dictionary that have accents, and all of them without accents as one text, a word a line: it is made
    in a third of the time of a table, and few words are looked for."""
    words = [word for word in _lemmas() if not word.isascii() and len(word) > 5]
    return words, "\n" + without_accents("\n".join(words)) + "\n"


def _with_accents(flat: str) -> list[str]:
    """The words of the dictionary that have these letters, and accents."""
    words, flats = _accented()
    return [words[flats.count("\n", 0, at)] for at in everywhere(f"\n{flat}\n", flats)]


def missing_accent(shape: Shape) -> bool:
    """« egalement », « le congrés »: no word, but for its accents."""
    for token in shape.tokens:
        word = token.lower_
        if len(word) < 6 or not token.text.islower() or not word.isalpha() or word in _lemmas():
            continue
        if is_noun(word) or is_adjective(word) or verb_forms(word):
            continue
        flat = fold(word)
        known = _with_accents(flat) or _with_accents(flat.removesuffix("s"))
        if known:
            return not any("î" in right or "û" in right for right in known)
    return False


def stray_marks(shape: Shape) -> bool:
    """« 6 10 mètres », « prés de neuf minutes », « 2016les »: figures and words run together or apart."""
    return bool(_STRAY_MARK.search(shape.seen))


def small_demonym(shape: Shape) -> bool:
    """« Un somalien a été arrêté », « les françaises Lise Roux et Ada Morin »: people of a nation have a capital."""
    for i in range(1, len(shape.tokens) - 1):
        word, before = shape.tokens[i].text, shape.tokens[i - 1].lower_
        if not word.islower() or word not in demonyms() or before not in ("un", "une", "les", "des", "le", "la"):
            continue
        after = shape.cats[i + 1]
        if before in ("le", "la") and after == "name":
            return True
        if (
            before not in ("le", "la")
            and shape.cats[i - 1] == "det"
            and after in ("verb", "clit", "name", "comma", "rel", "neg")
        ):
            return True
    return False


def telegraphic(shape: Shape) -> bool:
    """« Podium complété par Ada Morin », « Collaboration fructueuse, le groupe revient »: no article, no sentence."""
    first = next((t for t in shape.tokens if not t.is_punct), None)
    if first is None or first.i + 1 >= len(shape.tokens) or shape.cats[first.i] not in ("noun", "adj", "name"):
        return False
    bare = is_noun(first.lower_) and not is_adjective(first.lower_) and len(first.text) > 3
    bare = bare and first.lower_ not in words("number_words")
    after = shape.cats[first.i + 1]
    return bare and after in ("part", "adj", "rel")


_FEMININE = (
    "personnes|sources|femmes|voitures|maisons|familles|entreprises|écoles|routes|équipes|troupes|données|actions|armes"
)
_FEMININE_THEN = re.compile(
    rf"\b(?P<noun>{_FEMININE})(?: \w+(?:es|iques?|aires))?(?: (?:ont|avaient)(?: encore| déjà| aussi)? été)?"
    r" (?P<word>[a-zà-ÿ]{3,}és)\b"
)
_FEMININE_ALONE = re.compile(
    r"^(?:L['’] ?(?:épreuve|équipe|édition|entreprise|attaque|explosion|élection|étape|enquête|opération)|La \w+) "
    r"s['’] ?est (?P<word>\w+é)\b"
)


def participle_beside_feminine(shape: Shape) -> bool:
    """« les sources judiciaires interrogés par un journal », « 200 actions ont été recensés », « la course s'est
    déroulé »."""
    for found in _FEMININE_THEN.finditer(shape.seen):
        word = found["word"]
        if participle(word) is not None and (found["noun"] == "personnes" or not is_noun(word)):
            return True
    alone = _FEMININE_ALONE.match(shape.seen)
    return alone is not None and participle(alone["word"]) is not None and alone["word"] not in words("never_agreeing")


_STRESSED = re.compile(r"(?P<verb>\w+) (?:elles?|eux|lui) (?=\d|de \d|d['’]un|un[e ]|le |la |les )")


def stressed_without_commas(shape: Shape) -> bool:
    """« La liste Bleue obtient elle 58 sièges », « le litre passe lui de 2 à 3 euros »: « , lui, » stands between
    commas."""
    verbs = [found["verb"] for found in _STRESSED.finditer(shape.seen)]
    return any(finite(verb) is not None and (verb == "passe" or not is_noun(verb)) for verb in verbs)


_LONE_COMMA = re.compile(
    r"^(?:L['’]|L[ae] )\w+(?: d[eu] [\w ]{1,16})?, (?:est|était|a|avait|sera|fut|portait|vivait)\b"
)


def subject_cut_off(shape: Shape) -> bool:
    """« L'individu de 29 ans, était avec sa mère »: no comma stands between a subject and its verb."""
    return _LONE_COMMA.match(shape.seen) is not None


def one_comma_before_verb(shape: Shape) -> bool:
    """« Les jeux d'hiver de courte durée, se sont déroulés à Vaugris »: one comma, and it parts subject and verb."""
    if not shape.groups or shape.groups[0].first < 3 or shape.groups[0].inverted:
        return False
    first, stop = shape.tokens[0].lower_, shape.groups[0].first - 1
    while stop > 1 and shape.cats[stop] == "clit":
        stop -= 1
    opens = first in ("le", "la", "les", "l'", "l’", "cet", "cette", "ces") and shape.cats[0] == "det"
    timed = shape.tokens[1].lower_ in words("time_words") or shape.tokens[1].lower_.endswith("di")
    commas = [i for i in range(stop + 1) if shape.cats[i] == "comma"]
    plain = all(shape.cats[i] in ("det", "noun", "adj", "adp", "name", "num") for i in range(stop))
    return (
        opens
        and not timed
        and commas == [stop]
        and plain
        and shape.tokens[stop - 1].lower_ not in ("veille", "lendemain")
    )


def infinitive_after_who(shape: Shape) -> bool:
    """« son gardien, qui réaliser 13 arrêts »."""
    return any(
        here.lower_ == "qui" and shape.cats[after.i] == "inf" and after.lower_.endswith("er")
        for here, after in zip(shape.tokens, shape.tokens[1:], strict=False)
        if after.i < len(shape.cats)
    )


_THEM = re.compile(
    r"\b(?:les|des|ces|ses|\d+|deux|trois|quatre|cinq|six) (?P<noun>\w+s) qu['’] ?(?:ils?|elles?|on)"
    r" (?:a|ont|avait) (?P<word>\w+[éiu])\b(?! (?:\w+[ei]r|\w+re|de|à)\b)"
)


def participle_left_alone(shape: Shape) -> bool:
    """« les 4 buts qu'il a tiré »: an object before avoir is agreed with."""
    return any(participle(found["word"]) is not None for found in _THEM.finditer(shape.seen))


def determiner_before_verb(shape: Shape) -> bool:
    """« le groupe voit ses pertes et une anticipe la baisse »: a determiner, then a verb that is nothing else."""
    for here, after in zip(shape.tokens, shape.tokens[1:], strict=False):
        if here.lower_ not in ("un", "une", "des", "ces") or not _plain_word(after):
            continue
        word = after.lower_
        if word == "autre" or word in words("feminine_nouns"):
            continue  # « une autre grièvement blessée », « une attaque »
        nothing_else = not (is_noun(word) or is_adjective(word) or word in _lemmas() or participle(word) is not None)
        if finite(word) is not None and nothing_else and word.endswith("e"):
            return True
    return False


_AGREED_BEFORE = re.compile(r"\b(?:que|qu|les|l|nous|vous|s|m|t|me|te|quel|quels|quelle|quelles|combien|dont)\b")


def participle_agreed_with_subject(shape: Shape) -> bool:
    """« ces traits auront poussés les savants à douter »: after avoir, only an object before it is agreed with."""
    for found in re.finditer(r"\b(?:ont|auront|avaient|auraient) (?P<word>[a-zà-ÿ]{3,}és)\b", shape.seen):
        before = shape.seen[: found.start()].lower()
        if participle(found["word"]) is not None and not _AGREED_BEFORE.search(re.sub(r"['’]", " ", before)):
            return True
    return False


_ONE_OF_SEVERAL = re.compile(r"^(?:Les|Des|Ces) .*\bpour être (?P<word>\w*[éiu]) ?[.,]")


def one_of_several(shape: Shape) -> bool:
    """« Les candidats doivent obtenir 270 voix pour être élu. »"""
    found = _ONE_OF_SEVERAL.match(shape.seen.strip() + " ")
    return found is not None and participle(found["word"]) is not None


_RULES: tuple[Callable[[Shape], bool], ...] = (
    stray_marks,
    accent_for_verb,
    singular_after_number,
    plural_determiner,
    singular_determiner,
    unagreed_participle,
    participle_of_other_gender,
    infinitive_for_participle,
    verb_out_of_number,
    missing_accent,
    small_demonym,
    telegraphic,
    participle_beside_feminine,
    stressed_without_commas,
    subject_cut_off,
    one_comma_before_verb,
    infinitive_after_who,
    participle_left_alone,
    determiner_before_verb,
    participle_agreed_with_subject,
    one_of_several,
    *SLIPS,
)
