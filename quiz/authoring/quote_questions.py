"""Who said it: questions on quotations, from the rungs of the ladder that name a speaker surely enough to be asked.

Shows the words verbatim, cut only between sentences or clauses and only with […], where neither the speaker's name nor
their role stands inside. Knows nothing of how a speaker is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.articles.article import Article
from quiz.authoring.candidate import Candidate, ruled
from quiz.authoring.french import of, quoted
from quiz.deck import BLANK, Bilingual
from quiz.facts.fact import Quotation
from quiz.facts.lexicon import bag
from quiz.facts.speech import find_incise
from quiz.facts.verbs import finite, is_adjective, is_noun
from quiz.typography import fold

FEWEST = 6
"""Fewer words might be anybody's."""
MOST = 40
"""More words and nobody reads them."""
_BEST = 24
"""About as many words as a reader takes in at once and can tell a speaker by."""
_ELLIPSIS = "[…]"
_NAMELESS = ("unnamed", "several", "body", "as-written", "")
_OPINION = {
    "full-name": 0.3, "surname": 0.3, "role+name": 0.3, "role,name": 0.3, "signature": 0.2, "role": 0.1,
    "organisation": 0.15, "body-again": -0.1, "carried": 0.05, "continuation": -0.05, "next-incise": 0.1, "same": 0.0,
    "pronoun": -0.25, "epithet": -0.3, "document": -0.3, "previous-sentence": -0.6,
}  # fmt: skip
"""What a rung of the ladder is worth to a question on the speaker, -1 to 1."""


def candidates(fact: Quotation, article: Article) -> list[Candidate]:
    """« Qui a dit : … ? » as a choice and typed, and a blank in the words; empty where the speaker has no name."""
    if fact.quote_type != "direct" or fact.modality != "asserted" or not _has_name(fact):
        return []
    shown = shown_words(fact)
    if shown is None or (is_fragment(shown) and not is_clause(shown)):
        return []
    return [*_who_said(fact, shown), *_completed(fact, shown, article)]


def _has_name(fact: Quotation) -> bool:
    """A name, not a phrase kept as the article writes it (« la maison », « un porte-parole »)."""
    speaker = fact.speaker
    return bool(speaker) and fact.step not in _NAMELESS and any(c.isupper() for c in (speaker or "")[:3])


# ------------------------------------------------------------------------------------------------ who said it
def _who_said(fact: Quotation, shown: str) -> Iterator[Candidate]:
    speaker = fact.speaker or ""
    question = Bilingual(f"{_stem(fact, shown)}\u00a0: {quoted(shown)}\u202f?")
    answer = ruled(speaker, speaker)
    other_names = names_of(fact)
    features = {
        "fragment": float(is_fragment(shown)),
        "cut": float(_ELLIPSIS in shown),
        "gender": {"m": 1.0, "f": -1.0}.get(gender_of(fact), 0.0),
        "one_word_name": float(len(speaker.split()) == 1),
        "occasion": float(bool(_occasion(fact) or _about(fact))),
    }
    for form in ("choice", "text"):
        yield Candidate(
            fact=fact,
            form="choice" if form == "choice" else "text",
            construction="who-said",
            question=question,
            answer=answer,
            accept=other_names if form == "text" else (),
            also_true=other_names,
            distractor_type=_type(fact) if form == "choice" else "",
            focus=(speaker,),
            hint=_hint(fact, shown),
            features=features,
        )


def _stem(fact: Quotation, shown: str) -> str:
    """A whole sentence is said, on its subject or its occasion where the article tells; a piece of a sentence is words
    that somebody used, so that the stem stays true of it."""
    body = fact.speaker_kind == "organisation"
    if is_fragment(shown):
        return "De quel média ou de quelle organisation sont ces mots" if body else "De qui sont ces mots"
    who = "Quel média ou quelle organisation" if body else "Qui"
    occasion = _occasion(fact)
    if occasion:
        return f"{who} a écrit {occasion}"
    about = _about(fact)
    if about:
        return f"{who} a déclaré {about}"
    return f"{who} a déclaré" if body else "Qui a dit"


_ONLINE = re.compile(r"\bsur (?:son compte )?(Twitter|Facebook|Instagram|Telegram|Mastodon|LinkedIn|X(?= |,|$))")


def _occasion(fact: Quotation) -> str:
    """« sur Twitter », where the sentence holds only this quotation and says so outside it; "" elsewhere."""
    outside = _outside(fact)
    found = _ONLINE.search(outside) if outside is not None else None
    return f"sur {found.group(1)}" if found else ""


def _about(fact: Quotation) -> str:
    """« au sujet de Luneo »: only with a name, as « la plateforme » would hang in the air, and never the speaker's."""
    names = re.findall(r"\b[A-ZÀ-Ý][\w-]+", fact.about)
    own = {fold(word) for name in (fact.speaker or "", *fact.aliases) for word in name.split()}
    return fact.about if names and not any(fold(name) in own for name in names) else ""


def _outside(fact: Quotation) -> str | None:
    """The evidence without the words, None where it holds other words between marks."""
    if fact.place is None:
        return None
    start, end = fact.place.start - fact.evidence.start, fact.place.end - fact.evidence.start
    rest = fact.evidence.text[: max(0, start)] + " " + fact.evidence.text[max(0, end) :]
    return None if rest.count("«") > 1 or rest.count("“") > 1 or rest.count('"') > 2 else rest


def _type(fact: Quotation) -> str:
    """What a wrong choice must be: people of one sex, since a first person may tell it."""
    if fact.speaker_kind == "organisation":
        return "organisation"
    gender = gender_of(fact)
    return f"person:{gender}" if gender else "person"


_I_AM = (
    r"\b(?:je suis|j['’]étais|je serai|je reste|je me sens|je me sentais|j['’]ai été|je me suis|me voilà|je demeure)"
)
_AGREEING = re.compile(
    rf"{_I_AM} (?:(?:très|si|tout|toute|trop|bien|assez|vraiment|extrêmement|plus|moins|un peu|pas|encore|toujours"
    r"|aussi) (?:à fait )?)*(?P<word>[a-zà-ÿ]{3,})",
    re.IGNORECASE,
)
_FEMININE = re.compile(r"(?:ée|euse|ive|ente|ante|ienne|ète|ère|aine|ise|ite|ie|ue|elle)$")
_MASCULINE = re.compile(r"(?:é|eux|if|ent|ant|ien|et|er|ain|and|ais|ois|is|it|i|u|el)$")
_NO_AGREEMENT = bag("chez dans pour avec sans sous sur devant depuis ici là contre parmi entre venant parce")


def agreement(words: str) -> str:
    """The sex that a first person tells: "f" in « je suis ravie », "m" in « je suis ravi », "" where none does."""
    for match in _AGREEING.finditer(words):
        word = match["word"].lower()
        if word in _NO_AGREEMENT or word.endswith(("ment", "iste", "ble", "que", "re", "ne", "le")):
            continue
        if _FEMININE.search(word):
            return "f"
        if _MASCULINE.search(word):
            return "m"
    return ""


def gender_of(fact: Quotation) -> str:
    """The speaker's sex as their own words tell it, else as known."""
    return "" if fact.speaker_kind == "organisation" else agreement(fact.words) or fact.gender


def names_of(fact: Quotation) -> tuple[str, ...]:
    """What else may be typed for the speaker: the surname, and the names the article has for them."""
    speaker = fact.speaker or ""
    names = list(fact.aliases)
    if fact.speaker_kind == "person" and len(speaker.split()) > 1:
        names.append(speaker.split()[-1])
    bracketed = re.match(r"(.+?) \((\w[\w.-]+)\)$", speaker)
    if bracketed:
        names += bracketed.groups()
    return tuple(name for name in dict.fromkeys(names) if name != speaker and len(name) > 1)


def _hint(fact: Quotation, shown: str) -> float:
    """The rung, less something for a fragment, for few words, for a start that hangs in the air."""
    hint = _OPINION.get(fact.step, -0.2)
    hint -= 0.15 if is_fragment(shown) else 0.0
    hint -= 0.1 if _count(shown) < 10 else 0.0
    hint -= 0.15 if _HANGS.match(shown) else 0.0
    return round(max(-1.0, min(1.0, hint)), 2)


# ------------------------------------------------------------------------------------------------ the words to show
_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=[«“\"\[(]?[A-ZÀ-Ý])")
_HANGS = re.compile(
    r"(?:Il|Elle|Ils|Elles|Cela|Ça|Celui|Celle|Mais|Et|Donc|Alors|Pourtant|En effet|Par conséquent|Ainsi|Cependant"
    r"|Aussi|C'est pourquoi|Merci aussi|(?:Ce|Cet|Cette|Ces) (?!qui|que|qu|dont|sont|soir|matin)[a-zà-ÿ]+)\b"
)


def shown_words(fact: Quotation) -> str | None:
    """The words to show: all of them where they are few enough, else the best run of whole sentences, else the first
    clauses of a sentence, with […] where something is left out; None where too few would be left, or where the speaker
    names themself or their role."""
    plain = without_incises(re.sub(r"\s+", " ", fact.words).strip())
    told = _told(fact)
    sentences = _SENTENCE.split(plain)
    if _count(plain) <= MOST and not told(plain):
        return plain if _count(plain) >= FEWEST else None
    least = FEWEST if len(sentences) > 1 else FEWEST * 2
    runs = [
        (at, to, " ".join(sentences[at:to])) for at in range(len(sentences)) for to in range(at + 1, len(sentences) + 1)
    ]
    fit = [(at, to, run) for at, to, run in runs if least <= _count(run) <= MOST and not told(run) and _balanced(run)]
    if fit:
        at, to, run = max(fit, key=lambda row: (_worth(row[2]), -row[0]))
        return f"{_ELLIPSIS + ' ' if at else ''}{run}{' ' + _ELLIPSIS if to < len(sentences) else ''}"
    return _first_clauses(sentences[0], told)


def without_incises(words: str) -> str:
    """« La mer monte, raconte-t-elle, et vite » holds words that are not hers, and that tell her sex: […] instead."""
    at = find_incise(words, 0, len(words))
    while at is not None:
        lead = words[at] if words[at] in "?!" else ""
        end = re.compile(r"[,.;:!?]").search(words, at + 2)
        rest = words[end.end() :].lstrip() if end else ""
        words = f"{words[:at].rstrip()}{' ' + lead if lead else ''} {_ELLIPSIS} {rest}".strip()
        at = find_incise(words, 0, len(words))
    return words


def _worth(run: str) -> float:
    """Runs near the best length first, those that open on a pronoun or a link last."""
    return -abs(_count(run) - _BEST) - (12 if _HANGS.match(run) else 0)


_CLAUSE = re.compile(r"[;:]\s|,\s(?=(?:mais|et|car|parce|alors|si|qui|que|où|afin|pour|puis)\b)")


def _first_clauses(sentence: str, told: _Told) -> str | None:
    """The beginning of a long sentence up to a comma or semicolon before a new clause."""
    ends = [
        match.start()
        for match in re.finditer(r"[,;:]\s(?=(?:mais|et|car|parce|alors|si|qui|que|où|afin|pour|puis)\b)", sentence)
    ]
    ends += [match.start() for match in re.finditer(r"[;:]\s", sentence)]
    pieces = [sentence[:end].rstrip(" ,;:") for end in sorted(set(ends))]
    fit = [p for p in pieces if FEWEST * 2 <= _count(p) <= MOST and not told(p) and _balanced(p)]
    return f"{fit[-1]} {_ELLIPSIS}" if fit else None


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


def is_fragment(shown: str) -> bool:
    """« des signes encourageants dans toutes les régions » opens in the middle of the speaker's sentence."""
    bare = shown.removeprefix(_ELLIPSIS).lstrip(' [(«“"')
    first = next((c for c in bare if c.isalpha()), "")
    return first.islower()


_SUBJECTS = bag("je j tu il elle on nous vous ils elles c ça cela ceci")
_DETERMINERS = bag(
    "le la les l un une des du mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs ce cet cette ces aucun "
    "aucune chaque tout tous toute toutes"
)
_AUXILIARIES = bag(
    "est sont était étaient sera seront serait a ont avait avaient aura auront aurait peut peuvent pourrait doit "
    "doivent devrait va vont fait font faut n"
)
_OPENS_RELATIVE = bag("qui que qu dont où lequel laquelle lesquels lesquelles")


def is_clause(shown: str) -> bool:
    """Has a piece of a sentence a subject and a verb of its own? « la ministre fait comme si elle ne savait pas » has;
    « l'une des plus belles courses de l'année », « est capable de tout », « une fête qui rassemble » have not."""
    words = [word.lower() for word in re.findall(r"[\w-]+", shown.replace(_ELLIPSIS, " "))]
    if not words or words[0] not in _DETERMINERS:
        return bool(words) and words[0] in _SUBJECTS
    for word in words[1:]:
        if word in _OPENS_RELATIVE:
            return False
        if word in _AUXILIARIES or (finite(word) is not None and not is_noun(word) and not is_adjective(word)):
            return True
    return False


def _count(text: str) -> int:
    return len(re.findall(r"\w+", text.replace(_ELLIPSIS, " ")))


# ------------------------------------------------------------------------------------------------ a blank in the words
_NOUN = re.compile(
    r"(?<![\w'’-])(?:le|la|les|un|une|des|ce|cette|ces|notre|nos|leur|leurs|mon|ma|mes|aucune?|chaque) "
    r"(?P<noun>[a-zà-ÿ]{6,})"
    r"(?= (?:pour|dans|sur|qui|que|et|est|sont|a|ont|par|avec|sans|plus|contre|ne|n['’]|au|aux|à|était|étaient|avait"
    r"|avaient|sera|seront|doit|peut|va)\b|[,.;:!?])"
)
_NO_BLANK = bag(
    "dernier dernière prochain prochaine premier première plupart dizaine centaine autres choses chose monde moment "
    "moments années journée personnes semaine manière façon"
)


def _completed(fact: Quotation, shown: str, article: Article) -> Iterator[Candidate]:
    """« Complétez les mots de X : « … la _____ … » »: one noun after its full determiner, said once, not in the title.

    A fallback, since half of such blanks can be guessed: hence the low opinion of itself.
    """
    if _count(shown) < 12 or fact.step in ("previous-sentence", "document", "epithet"):
        return
    title = fold(article.title or "")
    for match in _NOUN.finditer(shown):
        noun = match["noun"]
        if noun in _NO_BLANK or fold(shown).count(fold(noun)) > 1 or fold(noun)[:5] in title or match.start() < 12:
            continue
        gapped = shown[: match.start("noun")] + BLANK + shown[match.end("noun") :]
        yield Candidate(
            fact=fact,
            form="cloze",
            construction="complete-quotation",
            question=Bilingual(f"Complétez les mots {of(fact.speaker or '')}\u00a0: {quoted(gapped)}."),
            answer=Bilingual(noun),
            focus=(fact.speaker or "",),
            hint=-0.7,
            features={"cut": float(_ELLIPSIS in shown)},
        )
        return
