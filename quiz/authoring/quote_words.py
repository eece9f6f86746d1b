"""The words of a quotation as a question shows them: verbatim, few enough to read, cut only where […] says so.

Cuts between sentences or clauses, and leaves out where the speaker's name or role stands inside. Knows nothing of how
a speaker is found, nor of the question around the words.
"""

from __future__ import annotations

import re
from itertools import pairwise

from quiz.authoring.quote_worth import opens_in_the_air
from quiz.facts.fact import Quotation
from quiz.facts.lexicon import bag
from quiz.facts.speech import find_incise, speech_form
from quiz.facts.speech_acts import is_act
from quiz.facts.verbs import finite, is_adjective, is_noun
from quiz.typography import fold

FEWEST = 6
"""Fewer words might be anybody's."""
MOST = 40
"""More words and nobody reads them."""
_BEST = 24
"""About as many words as a reader takes in at once and can tell a speaker by."""
_ENOUGH = 10
"""Words to be left when a first sentence that hangs in the air is left out."""
ELLIPSIS = "[…]"

_SENTENCE = re.compile(r"(?<=[.!?…])(?<!\b[A-ZÀ-Ý]\.)(?<!\bMM\.)(?<!\bDr\.)(?<!\bSt\.)\s+(?=[«“\"\[(]?[A-ZÀ-Ý])")
"""Where a sentence ends: not behind « M. » or an initial."""
HANGS = re.compile(
    r"(?:Il|Elle|Ils|Elles|Cela|Ça|Celui|Celle|Mais|Et|Donc|Alors|Pourtant|En effet|Par conséquent|Ainsi|Cependant"
    r"|Aussi|C'est pourquoi|Merci aussi|(?:Ce|Cet|Cette|Ces) (?!qui|que|qu|dont|sont|soir|matin)[a-zà-ÿ]+)\b"
)


def shown_words(fact: Quotation) -> str | None:
    """The words to show: all of them where they are few enough, else the best run of whole sentences, else the first
    clauses of a sentence, with […] where something is left out; None where too few would be left, or where the speaker
    names themself or their role."""
    plain = without_incises(tidied(fact.words))
    told = _told(fact)
    sentences = _SENTENCE.split(plain)
    if count_words(plain) <= MOST and not told(plain):
        return _past_the_air(plain, sentences) if count_words(plain) >= FEWEST else None
    least = FEWEST if len(sentences) > 1 else FEWEST * 2
    runs = [
        (at, to, " ".join(sentences[at:to])) for at in range(len(sentences)) for to in range(at + 1, len(sentences) + 1)
    ]
    fit = [row for row in runs if least <= count_words(row[2]) <= MOST and not told(row[2]) and _balanced(row[2])]
    if fit:
        at, to, run = max(fit, key=lambda row: (_worth(row[2]) - (5 if row[0] else 0), -row[0]))
        return f"{ELLIPSIS + ' ' if at else ''}{run}{' ' + ELLIPSIS if to < len(sentences) else ''}"
    opened = _first_clauses(sentences[0], told)
    if opened is not None or len(sentences) == 1:
        return opened
    later = (_first_clauses(sentence, told) for sentence in sentences[1:] if not HANGS.match(sentence))
    return next((f"{ELLIPSIS} {piece}" for piece in later if piece is not None), None)


def _past_the_air(plain: str, sentences: list[str]) -> str:
    """« Elle le sait. La mairie de Brest vendra ses quais. » without the sentence that hangs on what was said before,
    where enough is left behind it."""
    if len(sentences) < 2 or opens_in_the_air(plain) is None:
        return plain
    for at in range(1, len(sentences)):
        rest = " ".join(sentences[at:])
        if count_words(rest) >= _ENOUGH and opens_in_the_air(f"{ELLIPSIS} {rest}") is None and not _POINTS.match(rest):
            return f"{ELLIPSIS} {rest}"
    return plain


def tidied(words: str) -> str:
    """Words as they are printed: single spaces, none before a comma or a closing bracket, no mark without its pair."""
    plain = re.sub(r"\s+", " ", words).strip()
    plain = re.sub(r" (?=[,.\])])|(?<=[\[(]) |(?<=\b[dlDLnsjcqm]['’]) (?=\w)|(?<=\]['’]) (?=\w)", "", plain)
    plain = re.sub(r"(?<=\d) (?=(?:er|re|ère|e|ème) )|(?<=\b[IVX]) (?=e )", "", plain)  # « le 1 er avril »
    plain = re.sub(r"\bM (?=(?:gr|me|lle)\b)", "M", plain)  # « M gr Roy »
    return re.sub(r'\s*"', "", plain) if plain.count('"') == 1 else plain


def without_incises(words: str) -> str:
    """« La mer monte, raconte-t-elle, et vite » holds words that are not hers, and that tell her sex: […] instead."""
    at = find_incise(words, 0, len(words))
    while at is not None:
        lead = words[at] if words[at] in "?!" else ""
        end = re.compile(r"[,.;:!?]").search(words, at + 2)
        rest = words[end.end() :].lstrip() if end else ""
        words = f"{words[:at].rstrip()}{' ' + lead if lead else ''} {ELLIPSIS} {rest}".strip()
        at = find_incise(words, 0, len(words))
    return words


def _worth(run: str) -> float:
    """Runs near the best length first, those that open on a pronoun or a link, or point at something, last."""
    return -abs(count_words(run) - _BEST) - (12 if HANGS.match(run) else 0) - (8 if _POINTS.search(run) else 0)


_POINTS = re.compile(r"\b(?:cet|cette|ces) (?!année|semaine|nuit|saison|fois|soir)[a-zà-ÿ]", re.IGNORECASE)


_CLAUSE = re.compile(r"[;:]\s|,\s(?=(?:mais|et|car|parce|alors|si|qui|que|où|afin|pour|puis)\b)")


_SUBORDINATE = re.compile(
    r",?\s(?=(?:alors qu|tandis qu|parce qu|puisqu|afin (?:de|d['’]|qu)|de sorte qu|lorsqu|sans qu|pour qu|tout en"
    r"|dès lors qu|même si|si bien qu|jusqu['’]à ce qu|avant qu)|\[\.\.\.\]|\(\.\.\.\)|\[…\]|\(…\))"
)
"""Where a long sentence may be left: before a clause that says why or when, or where the article has cut it."""


def _first_clauses(sentence: str, told: _Told) -> str | None:
    """The beginning of a long sentence up to where a new clause begins: « la maire cède au conseil alors que … »."""
    ends = [
        match.start()
        for match in re.finditer(r"[,;:]\s(?=(?:mais|et|car|parce|alors|si|qui|que|où|afin|pour|puis)\b)", sentence)
    ]
    ends += [match.start() for match in re.finditer(r"[;:]\s", sentence)]
    ends += [match.start() for match in _SUBORDINATE.finditer(sentence)]
    pieces = [sentence[:end].rstrip(" ,;:") for end in sorted(set(ends))]
    fit = [p for p in pieces if FEWEST * 2 <= count_words(p) <= MOST and not told(p) and _balanced(p)]
    return f"{fit[-1]} {ELLIPSIS}" if fit else None


def _balanced(text: str) -> bool:
    """Are all brackets and inner marks closed?"""
    return text.count("(") == text.count(")") and text.count("[") == text.count("]") and text.count('"') % 2 == 0


class _Told:
    """Do some words name their speaker, by name, by alias or by role?"""

    def __init__(self, names: frozenset[str]) -> None:
        self._names = names

    def __call__(self, words: str) -> bool:
        return bool(self._names & set(re.findall(r"[\w-]+", fold(words))))


_SMALL = bag("de du des la le les van von der den ben bin al el et of the and for")


def _told(fact: Quotation) -> _Told:
    names = {
        fold(word)
        for name in (fact.speaker or "", *fact.aliases)
        for word in re.findall(r"[\w-]+", name)
        if len(word) > 2 and word.lower() not in _SMALL and word[:1].isupper()
    }
    role = re.findall(r"[\w-]+", fold(fact.role or ""))
    return _Told(frozenset(names | {word for word in role[:1] if len(word) > 4}))


_HEAD = re.compile(r"(?:^|[\s(])(?P<head>l[ae]s?|l['’]|une?|des|nos|aucune?|tou(?:s|tes) les)$", re.IGNORECASE)


def with_its_head(fact: Quotation, shown: str) -> str:
    """The « filets ne remontent que des algues » is « [Les] filets ne remontent que des algues »: where the article
    took a determiner out of the marks, brackets give it back; anything else stays as it is."""
    if fact.place is None or fact.place.start < fact.evidence.start or not is_fragment(shown):
        return shown
    before = fact.evidence.text[: fact.place.start - fact.evidence.start].rstrip(' \u00a0\u202f«“"')
    found = _HEAD.search(before)
    first = re.match(r"[\w-]+", shown)
    if found is None or first is None or not fact.words.startswith(first.group()):
        return shown
    word = first.group().lower()
    if not is_noun(word) or word in _NO_THING or not is_clause(f"{found['head']} {shown}"):
        return shown
    head = found["head"]
    return f"[{head[:1].upper()}{head[1:]}]{'' if head[-1] in '’' + chr(39) else ' '}{shown}"


def is_fragment(shown: str) -> bool:
    """« des signes encourageants dans toutes les régions » opens in the middle of the speaker's sentence."""
    bare = shown.removeprefix(ELLIPSIS).lstrip(' [(«“"')
    first = next((c for c in bare if c.isalpha()), "")
    return first.islower()


_SUBJECTS = bag("je j tu il elle on nous vous ils elles c ça cela ceci rien personne")
_DETERMINERS = bag(
    "le la les l un une des du mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs ce cet cette ces aucun "
    "aucune chaque tout tous toute toutes"
)
_AUXILIARIES = bag(
    "est sont était étaient sera seront serait a ont avait avaient aura auront aurait peut peuvent pourrait doit "
    "doivent devrait va vont fait font faut n"
)


def spoken_of(fact: Quotation, shown: str) -> str | None:
    """« une « attaque habile et préparée de longue date » » is what somebody spoke of: "d'une", "d'un", "de" or "d'" as
    the question needs it before the words; None where they name no thing, or where it is denied."""
    if fact.place is None or fact.place.start < fact.evidence.start or ELLIPSIS in shown:
        return None
    words = re.findall(r"[\w-]+", shown)
    before = fact.evidence.text[: fact.place.start - fact.evidence.start].rstrip(' \u00a0\u202f«“"')
    first = words[0].lower() if words else ""
    if len(words) < FEWEST or _DENIED.search(before[-60:]) or _GOVERNED.search(before) or _says_something(words[1:]):
        return None
    article = _ARTICLE_BEFORE.search(before)
    said = article["one"].lower().replace("’", "'") if article else ""
    if first in ("un", "une"):
        return "d'" if not said else None
    noun = is_noun(first) and first not in _NO_THING and finite(first) is None
    thing = noun or first.isdigit() or said.endswith(("un", "une")) or said in ("la", "le", "l'")
    if not thing or said in ("cette", "cet", "ce", "ces", "sa", "son", "ses"):
        return None
    return _SPOKEN_OF.get(said, "d'" if first[0] in _VOWELS else "de")


_DONE_WITH = re.compile(
    r"(?P<verb>[a-zà-ÿ]+)(?: (?:aussi|également|notamment|alors|ainsi|enfin|ensuite|même|fermement|vivement))?"
    r"(?P<link> (?:à une?|d['’]une?|de l['’]|une?|des?|d['’]|du|l[ae]s?|l['’]|aux?|à))?$"
)


def done_with(fact: Quotation) -> tuple[str, str] | None:
    """« promettant de « renforcer les liens » »: the verb that governs a piece, and what links them; None where no verb
    of demanding, promising or blaming stands right before the marks, or where it is denied."""
    if fact.place is None or fact.place.start < fact.evidence.start:
        return None
    before = fact.evidence.text[: fact.place.start - fact.evidence.start].rstrip(' \u00a0\u202f«“"')
    found = _DONE_WITH.search(before)
    form = speech_form(found["verb"]) if found is not None else None
    if (
        found is None
        or form is None
        or not is_act(form.lemma)
        or form.kind == "infinitive"
        or _DENIED.search(before[-60:])
    ):
        return None
    if form.lemma in ("accuser", "qualifier", "dire", "juger", "soupçonner", "estimer"):
        return None  # whom or what, the words do not say
    if form.kind == "participle" and re.search(
        r"\b(?:est|été|sont|était|étaient)\b[^,]{0,30}$", before[: found.start()]
    ):
        return None
    return found["verb"], (found["link"] or "").strip()


_SPOKEN_OF = {
    "un": "d'un", "d'un": "d'un", "une": "d'une", "d'une": "d'une", "la": "de la", "le": "du", "au": "du", "du": "du",
    "les": "des", "aux": "des", "l'": "de l'",
}  # fmt: skip
"""By what stands before the words, what the question has there."""


def _says_something(words: list[str]) -> bool:
    """Is there a verb before any relative: « immigration et identité, pourtant sans lien, fasse partie des thèmes »?"""
    for word in words:
        if word.lower() in _OPENS_RELATIVE:
            return False
        low = word.lower()
        if low in _AUXILIARIES - {"a", "n"} or (finite(low) is not None and not is_noun(low) and not is_adjective(low)):
            return True
    return False


_NO_THING = bag(
    "d l n s c j m t qu"
    " dans par pendant pour pourquoi sur sous avec sans selon vers entre comme comment quand si que qui où et ou mais"
    " car très trop plus moins tout tous toute toutes en à de du des au aux depuis après avant lors pas ni être avoir"
    " fait"
)
_GOVERNED = re.compile(r"(?:^|\W)(?:entre|à|en|dans|sur|pour|avec|que|qui|par|comme|a|ont|est|sont|été)$")
"""What stands right before the marks and binds the words to a sentence of the article's own."""
_ARTICLE_BEFORE = re.compile(
    r"(?:^|[\s(,])(?P<one>d['’]une?|une?|des|de|d['’]|aux?|du|la|les?|l['’]|cette|cet|ces?|sa|son|ses)$", re.IGNORECASE
)
_DENIED = re.compile(r"\b(?:pas|jamais|aucune?|ni|nie|refus\w+|dément\w*|conteste\w*|rejette\w*|réfute\w*)\b")
_VOWELS = frozenset("aeiouyhàâéèêëîïôùûœæ")


def goes_on(fact: Quotation) -> bool:
    """« rien n'indique que les voyageurs » courent un risque: the clause ends in the article's own words."""
    if fact.place is None or fact.place.end > fact.evidence.end:
        return False
    rest = re.match(
        r"[\s»”\"]*(?:n['’]|ne )?(?P<next>[a-zà-ÿ]+)\b", fact.evidence.text[fact.place.end - fact.evidence.start :]
    )
    if rest is None or speech_form(rest["next"]) is not None:
        return False
    word = rest["next"]
    if word in _AUXILIARIES - {"a", "ont", "avait", "avaient"}:
        return True
    return finite(word) is not None and not is_noun(word) and not is_adjective(word) and len(word) > 2


_SOME = bag(
    "environ certains certaines plusieurs beaucoup deux trois quatre cinq six sept huit neuf dix douze vingt trente"
    " cent mille"
)
"""Words besides determiners that open a subject."""
_MANY = bag("très plus nombreux nombreuses tels telles")
_LEADING = re.compile(
    r"(?:(?:si|quand|lorsque|sur|dans|en|à|au|aux|depuis|pendant|après|avant|avec|sans|malgré|pour|chez|aujourd['’]hui"
    r"|actuellement|jusqu['’](?:à|en|ici)|d['’]ici|dès|lors|comme|face|grâce|parmi|entre|vu|hier|demain|parfois|ailleurs"
    r"|désormais|maintenant|heureusement|malheureusement|clairement|franchement|évidemment)\b[^,.;:]{0,90},\s)+",
    re.IGNORECASE,
)
"""A circumstance before the subject, up to its comma."""
_OPENS_RELATIVE = bag("qui que qu dont où lequel laquelle lesquels lesquelles")


def is_clause(shown: str) -> bool:
    """Has a piece of a sentence a subject and a verb of its own? « à Brest, douze quais fermeront », « la ministre
    fait comme si elle ne savait pas » have; « l'une des plus belles courses de l'année », « est capable de tout »,
    « une fête qui rassemble » have not."""
    plain = shown.replace(ELLIPSIS, " ").strip()
    if re.match(r"jamais\b.* n(?:e |['’])(?:l['’]|s['’]|y )?\w+", plain):
        return True  # « jamais dans l'histoire un pont n'a coûté si cher »
    leading = _LEADING.match(plain)
    words = [word.lower() for word in re.findall(r"[\w-]+", plain[leading.end() :] if leading else plain)]
    if "?" in shown and words[:1] and words[0] in ("pourquoi", "comment", "combien", "quand", "où"):
        return True
    if len(words) > 1 and words[0].isdigit() and words[1] in _AUXILIARIES:
        return False  # « 150 sont en service »: of what?
    if words[:1] == ["de"] and len(words) > 3 and (words[1] in _MANY or is_adjective(words[1])):
        words[0] = "des"  # « de très grandes sociétés se paient des élus »
    if not words or (words[0] not in _DETERMINERS and words[0] not in _SOME and not words[0].isdigit()):
        return bool(words) and words[0] in _SUBJECTS
    for before, word in pairwise(words):
        if word in _OPENS_RELATIVE:
            return False
        noun = before in _BEFORE_A_NOUN or is_noun(word) or is_adjective(word)  # « le recours à la force »
        if word in _AUXILIARIES or (finite(word) is not None and not noun):
            return True
    return False


_BEFORE_A_NOUN = bag("la à de d par en un une des du sa son ses cette ce cet")


def tells_by_itself(shown: str) -> bool:
    """Is a piece without a verb of its own long enough to be known again: « une fiscalité qui fasse payer les pollueurs
    et qui épargne enfin les ménages les plus modestes »? One that opens on a verb or a link is not."""
    words = [word.lower() for word in re.findall(r"[\w-]+", shown.replace(ELLIPSIS, " "))]
    if not words or words[0] in _AUXILIARIES:
        return False
    opens = words[0] in _DETERMINERS or re.fullmatch(r"\w{2,}(?:er|ir|dre|tre|aire|oir)", words[0]) is not None
    judges = words[0] in _HOW_MUCH and words[1:2] != ["de"]  # « très fière d'avoir mené la barque à bon port »
    return count_words(shown) >= (_LONG_PIECE if opens else _LONG_PIECE + 2) and (opens or judges)


_HOW_MUCH = bag("très trop si plus moins extrêmement profondément particulièrement absolument totalement vraiment")
_LONG_PIECE = 10


def count_words(text: str) -> int:
    """How many words a text has, the marks of cuts left out."""
    return len(re.findall(r"\w+", text.replace(ELLIPSIS, " ")))
