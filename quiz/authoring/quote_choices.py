"""Who else might have said it: wrong speakers for a question on a quotation or on a claim.

Takes whoever speaks in the same article first, then who has a post or a calling there, then speakers of the articles
about the same matter whose field is not known to be another. Refuses the dead, those a street or a prize is named
after, and whoever the words or the question name; invents nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from quiz.authoring.akin import akin, believable, gone, heads, known_in, one_affair, one_subject, same_sort, unopposed
from quiz.authoring.bystanders import in_passing, spoken_of, unlike_beings
from quiz.authoring.candidate import Candidate
from quiz.authoring.fitting import MINISTER, fields_of, governs, nations_of, posts, rules_a_state, told_of
from quiz.authoring.lists import phrases as listed
from quiz.authoring.pool import Entry, Pool
from quiz.authoring.public_people import in_office, in_public_life, leaves, out_of_view, peers, stranger, year_of
from quiz.authoring.quote_speakers import agreement
from quiz.facts.fact import Fact, Quotation
from quiz.facts.names import person_noun
from quiz.facts.verbs import finite
from quiz.facts.within import everywhere
from quiz.typography import fold


def other_voices(candidate: Candidate, pool: Pool, seed: str, *, heard_only: bool = False) -> Iterator[Entry]:
    """The entries that might be taken for the speaker, best first. With `heard_only`, none but those who speak or hold
    a post in the article itself: a false statement lives on its one wrong name."""
    fact, wanted = candidate.fact, candidate.distractor_type
    if heard_only and not _fit_to_judge(candidate):
        return
    own = fact.evidence.source
    text = pool.texts.get(own, "")
    said = fold(candidate.question.fr)
    key, year = candidate.answer.fr, year_of(pool.dates.get(own))
    words, title = getattr(fact, "words", ""), text.partition("\n")[0]
    personal = MINE.search(words) is not None and not has_a_post(key, text)

    private = personal and _OF_MY_OWN.search(words) is not None

    def barred(name: str) -> bool:
        return (
            _is_named(name, said)
            or _spoken_of(name, said, text)
            or spoken_of(name, words, title, key)
            or in_passing(name, text)
            or has_won(name, words, title)
            or _has_left(name, key, year)
            or (not wanted.endswith(("body", "media")) and unlike_beings(key, name, text))
            or ((personal if heard_only else private) and has_a_post(name, text))
        )

    apart: list[Entry] = []
    others: list[Entry] = []
    opposed: list[Entry] = []
    for entry in pool.of_type(wanted, fact, seed):
        if barred(entry.text.fr):
            continue
        if entry.source == own:
            if _on_the_other_side(candidate, entry.text.fr, text):
                continue
            fit = _fit_beside(key, entry.text.fr, text, year, sure=heard_only)
            if fit:
                yield entry
            elif fit is None:
                opposed.append(entry)
        elif akin(pool, own, entry.source) and (
            not wanted.endswith((":m", ":f")) or _one_field(candidate, entry, pool)
        ):
            apart.append(entry)
    if wanted.endswith((":m", ":f")):
        for entry in pool.of_type(f"person:{wanted[-1]}", fact, seed):
            name = entry.text.fr
            if (
                entry.source != own
                or barred(name)
                or not could_speak(key, name, text)
                or gone(name, text)
                or _too_high(key, name, text, year)
                or _on_the_other_side(candidate, name, text)
            ):
                continue
            if _is_somebody(name, text) and (entry.weight >= 0 or not heard_only):
                yield entry
            elif _has_a_part(name, text) and not heard_only:
                others.append(entry)
    yield from others
    if not heard_only:
        yield from apart
    yield from opposed
    if wanted.endswith((":m", ":f")) and not heard_only and not tells_sex(fact, candidate.question.fr):
        for entry in pool.of_type(f"speaker:{'f' if wanted.endswith('m') else 'm'}", fact, seed):
            if entry.source != own or barred(entry.text.fr):
                continue
            if _fit_beside(key, entry.text.fr, text, year, sure=False) is not False:
                yield entry  # who speaks beside them, where nothing tells a man's words from a woman's


MINE = re.compile(r"(?<!\w)(?:je|j['’]|moi|mon|ma|mes)(?!\w)|(?<!\w)j['’]", re.IGNORECASE)


_OF_MY_OWN = re.compile(
    r"\b[Mm](?:on|a|es) (?:propres? |petite?s? |vieu[xl]\w* )?(?:fils|filles?|enfants?|mari|femme|mère|père|frères?"
    r"|sœurs?|cousine?s?|clients?|chiffre|stocks?|marchandises?|boutique|magasin|champs?|maison|jardin|vélo|voiture|salaire"
    r"|loyer|retraite|patron|voisine?s?|copains?|copines?|grand-(?:mère|père)|famille)\b"
)
"""What nobody in office tells a newspaper of: « Qui va me rembourser mes clients ? »."""


_LOST = re.compile(
    r"\b(?:déçue?s?|déception|défaite|mal (?:couru|joué|nagé|roulé)|perdu|éliminée?s?|frustr\w+|pas gagné)\b"
)
_WON = re.compile(
    r"\b(?:remport\w*|gagn\w*|vainqueur|victoires?|triplé|doublé|titre|sacrée?|championne?|bat|battent|s['’]impos\w*"
    r"|or|record|triomph\w*|qualifi\w*)\b"
)


def has_won(name: str, words: str, title: str) -> bool:
    """« C'est une déception », under « Triplé de Luc Roy »: not Luc Roy."""
    surname = name.split()[-1]
    return _LOST.search(words) is not None and surname in title and _WON.search(title.lower()) is not None


def _has_left(name: str, key: str, year: int) -> bool:
    """Barack Obama for what Donald Trump announced in 2018: he no longer ruled."""
    return (
        name in listed("known_rulers")
        and in_office(key, year)
        and in_public_life(name)
        and (not in_office(name, year) or leaves(name, year))
    )


def has_a_post(name: str, text: str) -> bool:
    """Does the article tell a post of theirs: « la rectrice Ada Morin », « Luc Roy, directeur général »?"""
    return in_public_life(name) or bool(posts(name, text))


_POWER = re.compile(r"\b(?:gouvernements?|ministres?|[ÉE]tat|autorités|pouvoirs publics|président)\b")
_OURS = re.compile(r"\b(?:nous|nos|notre|on nous)\b")


def _on_the_other_side(candidate: Candidate, name: str, text: str) -> bool:
    """« [Les gouvernements] nous doivent des routes »: no minister says so, where who is asked for holds no post."""
    words = getattr(candidate.fact, "words", "").lower()
    if not _POWER.search(words) or not _OURS.search(words):
        return False
    return in_power(name, text) and not in_power(candidate.answer.fr, text)


def in_power(name: str, text: str) -> bool:
    """Is somebody a minister or a president by this text, or one of the table's public people?"""
    return in_public_life(name) or MINISTER.search(_around(name, text).lower()) is not None


_LONGEST_JUDGED = 36


def _fit_to_judge(candidate: Candidate) -> bool:
    """May the words stand in a statement to be judged: a whole clause, not cut, and short enough to be kept in mind?"""
    told = candidate.features
    words = getattr(candidate.fact, "words", "").split()
    return not told.get("no_clause") and not told.get("cut") and len(words) <= _LONGEST_JUDGED


_BENT = re.compile(r"\bs['’](?:est|était) (?:\w+ )?\w+(?:é|ée|i|ie|u|ue|t|te)\b")


def tells_sex(fact: Fact, question: str) -> bool:
    """« je suis ravie », « s'est dite prête »: words that only a woman's name, or a man's, would fit."""
    own = isinstance(fact, Quotation) and (agreement(fact.words) or _OF_ONE_SEX.search(fact.words.lower()))
    return bool(own) or _BENT.search(question) is not None


_OF_ONE_SEX = re.compile(
    r"\bmon (?:mari|époux|ex-mari)\b|\b(?:ma femme|mon épouse)\b|\bje (?:ne )?(?:m['’]étais|me suis|suis|étais|serai)"
    r" (?:pas |jamais |toujours |aussi |très |si |vraiment )?\w+(?:é|ée|ie|ue|ise|euse|ante|eux|ant)\b"
)


def _is_named(name: str, said: str) -> bool:
    """Does the question hold the name, or the surname?"""
    flat = fold(name)
    surname = flat.split()[-1] if flat.split() else flat
    if flat in said:
        return True
    if len(surname) <= 3 or surname not in said:
        return False
    return re.search(rf"(?<!\w){re.escape(surname)}(?!\w)", said) is not None


def _spoken_of(name: str, said: str, text: str) -> bool:
    """« Le président dresse les villes contre les champs », « Monsieur le député, vous avez tort »: no president says
    so of himself, no deputy to himself."""
    to_whom = re.search(r"\b(?:monsieur le|madame la) (?P<post>[a-z]+(?: [a-z]+)?)\b", said)
    if to_whom is not None and any(to_whom["post"].split()[0] in fold(told).split() for told in told_of(name, text)):
        return True
    found = re.search(r"(?<!\w)(?:le|la|au|du) (?:president|roi|chancelier|chanceliere|premier ministre)", said)
    return found is not None and rules_a_state(name, text)


_ACCUSED = re.compile(
    r"\b(?:suspects?|soupçonnée?s?|interpellée?s?|arrêtée?s?|arrestations?|inculpée?s?|écrouée?s?|abattue?s?|tueurs?|auteurs?"
    r"|agresseurs?|assaillants?|tireurs?|identifiée?s?|perquisitions?)\b[^.;]{0,70}\Z"
)
_OF_OLD = re.compile(
    r"\b(?:sous|ère|époque|années|septennat|quinquennat|présidence|prédécesseurs?|règne) (?:du président |de |d['’])?"
    r"(?:[A-ZÀ-Ý][\w-]+ )?\Z"
)


_SERVED = re.compile(r"\b(?:ministre|secrétaire|chargée?|conseill(?:er|ère)|budget)\b[^.;]{0,60} du président \Z")
"""« ministre du Budget du président Paul Morin »: told of somebody's past."""


def _accused_or_past(name: str, text: str) -> bool:
    """« l'arrestation de deux suspects identifiés comme Paul Morin et Luc Roy », « secrétaire d'État sous Paul Morin »:
    nobody would take either for who speaks."""
    return any(
        _ACCUSED.search(text, max(0, at - 2 * _FAR), at)
        or _OF_OLD.search(text, max(0, at - _FAR), at)
        or _SERVED.search(text, max(0, at - 2 * _FAR), at)
        for at in everywhere(name, text)
    )


def _rules_elsewhere(key: str, name: str, text: str) -> bool:
    """The president of another country, beside a minister: he has no part in a town's affairs."""
    if not rules_a_state(name, text) or rules_a_state(key, text):
        return False
    other = nations_of(name, text)
    return bool(other) and not other & (nations_of(key, text) or {"franç"})


_KILLED = re.compile(r"[^.;]{0,50}\b(?:égorgée?|assassinée?|tuée?|décédée?|décapitée?|poignardée?)\b")


def _killed(name: str, text: str) -> bool:
    """« Jacques Leroy, 85 ans, a été égorgé »."""
    return any(_KILLED.match(text, at + len(name)) for at in everywhere(name, text))


@lru_cache(1024)
def could_speak(key: str, name: str, text: str) -> bool:
    """« La mort d'Ada Morin », « la rue Luc Roy », « le prix Luc Roy »: nobody takes them for who speaks; nor a singer
    for a minister, where the article tells what both are."""
    if " " not in name or _GONE.search(_around(name, text)) or _accused_or_past(name, text) or _killed(name, text):
        return False
    if any(
        _NAMED_AFTER.search(text, max(0, at - _FAR), at) or _DIED.match(text, at + len(name))
        for at in everywhere(name, text)
    ):
        return False
    if _rules_elsewhere(key, name, text):
        return False
    own, other = fields_of(key, text), fields_of(name, text)
    return not (own and other) or bool(own & other)


_NAMED_AFTER = re.compile(
    r"(?:\b(?:rue|avenue|place|boulevard|quai|pont|stade|prix|collège|lycée|école|université|hôpital|centre|institut"
    r"|fondation|aéroport|parc|square|trophée|coupe|musée|salle|affaire|équipe|gouvernement|administration) "
    r"|\b(?:mort|décès|suicide|disparition|obsèques|funérailles|assassinat|meurtre|dépouille|corps|mémoire|hommage à"
    r"|roman|livre|poème|tableau|film|chanson|feu|tuée?|abattue?|veuve?) (?:de |d['’]|par )?"
    r"|\bchez )\Z"
)
_FAR = 40
"""More characters than any of these has."""
_DIED = re.compile(
    r"(?:,? (?:est|était) (?:mort|morte|décédée?)\b|,? (?:mort|morte|décédée?|né|née) (?:en|le|à)\b| \(?1[0-8]\d\d)"
)
_GONE = re.compile(
    r"\b(?:auteur présumé|suspect|assaillant|terroriste|tireur|victime|ravisseur|kamikaze|défunte?|disparue?|djihadiste"
    r"|père|mère|fils|fille|mari|femme|épouse|enfant|frère|sœur)\b"
)
"""What those are called whom nobody asks for a word on the matter."""


def _around(name: str, text: str) -> str:
    return " ".join(told_of(name, text))


def _is_somebody(name: str, text: str) -> bool:
    """Has the article a post or a calling for them?"""
    words = re.findall(r"[\w-]+", _around(name, text))
    return any(not word[:1].isupper() and person_noun(word) is not None for word in words)


def _has_a_part(name: str, text: str) -> bool:
    """Does the article name them more than once, not only for their affair or their team, and tell what they do or have
    done: « Leroy refuse », « Leroy a vendu »? Whom it tells of as of somebody past (« Leroy était ») may be dead."""
    surname = re.escape(name.split()[-1])
    own = list(re.finditer(rf"(?<!\w){surname}(?!\w)", text))
    own = [m for m in own if not _OF_THEIRS.search(text, max(0, m.start() - _FAR), m.start())]
    if len(own) < 2:
        return False
    does = False
    for match in own:
        following = re.match(r"(?: ?,[^,.]{1,60},)? (?P<verb>[a-zà-ÿ]+)\b", text[match.end() : match.end() + 90])
        form = finite(following["verb"]) if following is not None else None
        if form is not None and form.tense == "impf":
            return False
        does = does or (form is not None and form.tense in ("pres", "fut") and form.mood == "ind")
    return does


_OF_THEIRS = re.compile(
    r"\b(?:affaire|camp|équipe|gouvernement|administration|clan|procès|loi|rue|famille|couple|frères) "
    r"(?:[A-ZÀ-Ý][\w-]+ )?\Z"
)


def _one_field(candidate: Candidate, entry: Entry, pool: Pool) -> bool:
    """A speaker of another article about the same matter, of the key's own sort, as both articles tell; whoever the
    key's own article knows too; in one affair, or on one subject, whoever is not of another sort."""
    key, name, own = candidate.answer.fr, entry.text.fr, candidate.fact.evidence.source
    text, elsewhere = pool.texts.get(own, ""), pool.texts.get(entry.source, "")
    if name in text:
        return could_speak(key, name, text) and not gone(name, text)
    if _out(name, elsewhere) or not could_speak(key, name, elsewhere):
        return False
    together = one_affair(pool, own, entry.source) or one_subject(pool, own, entry.source)
    return same_sort(key, text, name, elsewhere) or (together and unopposed(key, text, name, elsewhere))


def _fit_beside(key: str, name: str, text: str, year: int, *, sure: bool) -> bool | None:
    """Whether somebody who speaks in the same article may stand beside who is asked for; None only where nobody better
    does: a singer beside a minister. With `sure`, only who could be believed to have said it."""
    if name == key:
        return True
    if _rules_elsewhere(key, name, text) or _out(name, text) or _too_high(key, name, text, year):
        return False
    if (
        sure
        and " " in name
        and not (believable(key, name, text) and governs(key, text, year) == governs(name, text, year))
    ):
        return False
    return True if unopposed(key, text, name, text) else None


def _too_high(key: str, name: str, text: str, year: int) -> bool:
    """The head of a state beside a striker or a singer, or beside the head of a firm."""
    if out_of_view(name, year) or stranger(name, key, text.partition("\n")[0]):
        return True
    if not heads(name, text) or name in peers(key, year):
        return False
    if key in listed("known_rulers") or rules_a_state(key, text):
        return False
    ruling = name in listed("known_rulers") or rules_a_state(name, text)
    return ruling or not (heads(key, text) or known_in(key, text, "state"))


def _out(name: str, text: str) -> bool:
    return _killed(name, text) or gone(name, text)


def is_voice(candidate: Candidate) -> bool:
    """Is a speaker asked for, of words or of a claim?"""
    return isinstance(candidate.fact, Quotation) and candidate.distractor_type.startswith("speaker:")
