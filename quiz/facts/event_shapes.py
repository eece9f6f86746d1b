"""A sentence's shape mended for events: names called names, adjectives that the tagger takes for verbs put right, and
verbs put together again that an adverbial parts.

Knows words and names, and nothing of what is asked.
"""

from __future__ import annotations

import re
from dataclasses import replace

from quiz.facts.clauses import Shape, VerbGroup, shape
from quiz.facts.event_words import nations
from quiz.facts.spec_scene import Scene
from quiz.facts.verbs import finite, is_adjective, is_noun, participle

_NOUNS = frozenset(("victime", "victimes"))
"""Nouns that are forms of a rare verb as well: « a été | victime d'un vol »."""


def with_names(scene: Scene) -> Shape:
    """The sentence's shape with every word of a name called a name: taggers take « Diop » for an adverb, and
    « syrienne », « aérienne » for verbs."""
    seen = shape(scene.sentence)
    wrong = {i for i, cat in enumerate(seen.cats) if cat in ("verb", "part") and _no_verb(seen.tokens[i].lower_)}
    wrong |= {i for i, cat in enumerate(seen.cats) if cat in ("verb", "part") and seen.tokens[i].lower_ in _NOUNS}
    if wrong:
        cats = tuple(
            ("noun" if seen.tokens[i].lower_ in _NOUNS else "adj") if i in wrong else cat
            for i, cat in enumerate(seen.cats)
        )
        groups = tuple(group for group in seen.groups if not {group.finite, group.main} & wrong)
        seen = replace(seen, cats=cats, groups=groups)
    seen = replace(seen, groups=tuple(_with_participle(seen, group) for group in seen.groups))
    mains = {group.main for group in seen.groups if group.main != group.finite}
    seen = replace(seen, cats=tuple("part" if i in mains else cat for i, cat in enumerate(seen.cats)))
    nouns = {group.finite for group in seen.groups if _noun_of_an_aside(seen, group)}
    if nouns:
        cats = tuple("noun" if i in nouns else cat for i, cat in enumerate(seen.cats))
        seen = replace(seen, cats=cats, groups=tuple(group for group in seen.groups if group.finite not in nouns))
    seen = _with_lost_verb(seen, scene)
    named = {i for name in scene.names for i in range(name.start, name.end) if seen.group_of(i) is None}
    linking = {
        i for i in named if seen.cats[i] == "adp" and not seen.tokens[i].text[:1].isupper()
    }  # « Brume | de | Mer »
    cats = tuple("name" if i in named - linking else cat for i, cat in enumerate(seen.cats))
    return replace(seen, cats=cats)


_BEHIND = frozenset(
    ("à", "au", "aux", "dans", "des", "en", "l'", "la", "le", "les", "sa", "ses", "son", "sur", "un", "une")
)


def _with_lost_verb(seen: Shape, scene: Scene) -> Shape:
    """« Awa Sow | monte sur la plus haute marche », « Omar Ba, maire de Thiès, | annonce la fin des travaux »: in a
    sentence without a main verb, the form right behind the name that opens it, or behind its aside, which the tagger
    takes for a noun."""
    told = [g for g in seen.groups if finite(seen.tokens[g.finite].text) is not None]
    if any(g.first == 0 or seen.cats[g.first - 1] != "rel" for g in told):
        return seen
    name = next(
        (n for n in scene.names if n.start < 5 and n.kind in ("person", "organisation", "place", "other")), None
    )
    if name is None or any(seen.cats[i] not in ("det", "noun", "adj") for i in range(name.start)):
        return seen
    at = name.end
    if seen.cats[at : at + 1] == ("comma",):
        at = next((i + 1 for i in range(at + 1, min(len(seen.cats), at + 22)) if seen.cats[i] == "comma"), at)
    if at + 2 >= len(seen.tokens):
        return seen
    word, after = seen.tokens[at].lower_, seen.tokens[at + 1].lower_
    form = finite(word) if seen.tokens[at].text.islower() else None
    plain = form is not None and form.mood == "ind" and form.number == "s" and form.tense in ("pres", "fut", "past")
    if form is None or not plain or after not in _BEHIND or participle(word) is not None or is_adjective(word):
        return seen
    group = VerbGroup(at, at, at, at + 1, form.lemma, form.number, "", False, form.mood, form.tense)
    cats = tuple("verb" if i == at else cat for i, cat in enumerate(seen.cats))
    groups = tuple(sorted((*(g for g in seen.groups if not g.first <= at < g.stop), group), key=lambda g: g.first))
    return replace(seen, cats=cats, groups=groups)


def _noun_of_an_aside(seen: Shape, group: VerbGroup) -> bool:
    """« Awa Sow, | figure du club, »: no verb, whatever the tagger says."""
    plain = group.main == group.finite and group.first == group.finite and group.first > 1
    plain = plain and group.lemma not in ("avoir", "être")  # « est » is the east as well
    comma = plain and seen.cats[group.first - 1] == "comma" and seen.cats[group.first - 2] in ("name", "close")
    return comma and is_noun(seen.tokens[group.finite].text) and group.tense == "pres"


_INSIDE = (
    ("à", "nouveau"), ("de", "nouveau"), ("de", "surcroît"), ("en", "effet"), ("en", "outre"), ("par", "ailleurs"),
    ("par", "exemple"), ("par", "la", "suite"), ("pour", "sa", "part"), ("tout", "de", "même"), ("malgré", "tout"),
    ("d'", "ailleurs"), ("d'", "ores", "et", "déjà"), ("dans", "la", "foulée"), ("en", "revanche"), ("en", "fait"),
)  # fmt: skip
"""Adverbials that part an auxiliary from its participle."""


def _with_participle(seen: Shape, group: VerbGroup) -> VerbGroup:
    """« s'était | en effet | exilé », « a | de surcroît | demandé »: the group with the participle behind what parts
    it from its auxiliary. The adverbial itself says nothing and is left out of the verb's tail."""
    if group.main != group.finite or group.lemma not in ("avoir", "venir", "être"):
        return group
    parted = _behind_commas(seen, group) or _dead(seen, group) or _recent(seen, group)
    if parted is not None:
        return parted
    said = [token.lower_ for token in seen.tokens[group.stop : group.stop + 6]]
    size = next((len(words_) for words_ in _INSIDE if tuple(said[: len(words_)]) == words_), 0)
    at = group.stop + size
    been = size and at + 1 < len(seen.tokens) and seen.tokens[at].lower_ == "été"
    form = participle(seen.tokens[at + been].lower_) if size and at + been < len(seen.tokens) else None
    if form is None or seen.tokens[at].lower_ in ("eu", "pu", "dû", "fait"):
        return group
    auxiliary = "être+été" if been else group.lemma
    return replace(group, main=at + been, stop=at + been + 1, lemma=form.lemma, auxiliary=auxiliary)


def _recent(seen: Shape, group: VerbGroup) -> VerbGroup | None:
    """« vient | de conclure un accord », « vient | d'être nommé »: what has just been done has been done."""
    at = group.stop + 1
    if group.lemma != "venir" or at + 1 >= len(seen.cats) or seen.tokens[group.stop].lower_ not in ("de", "d'"):
        return None
    if seen.cats[at] == "clit" and seen.tokens[at].lower_ in ("se", "s'"):
        at += 1
    if at + 1 >= len(seen.cats):
        return None
    been = seen.tokens[at].lower_ == "être" and participle(seen.tokens[at + 1].lower_) is not None
    form = participle(seen.tokens[at + 1].lower_) if been else None
    if form is not None:
        return replace(group, main=at + 1, stop=at + 2, lemma=form.lemma, auxiliary="être+été")
    done = seen.cats[at] == "inf" and seen.tokens[at].lower_ not in ("être", "avoir")
    return replace(group, main=at, stop=at + 1, lemma=seen.tokens[at].lower_, auxiliary="avoir") if done else None


_DEAD = frozenset(("mort", "morte", "mortes", "morts"))


def _dead(seen: Shape, group: VerbGroup) -> VerbGroup | None:
    """« est | mort brutalement le 3 mai »: the perfect of a verb, though « mort » is a noun and an adjective too."""
    at = next((i for i in range(group.stop, len(seen.cats)) if seen.cats[i] != "adv"), group.stop)
    if group.lemma != "être" or seen.tokens[min(at, len(seen.tokens) - 1)].lower_ not in _DEAD:
        return None
    return replace(group, main=at, stop=at + 1, lemma="mourir", auxiliary="être")


_WIDEST = 10
"""Tokens between the commas that part an auxiliary from its participle."""


def _behind_commas(seen: Shape, group: VerbGroup) -> VerbGroup | None:
    """« a, ce mercredi 22 février, menacé le Mali »: the group with the participle behind the second comma."""
    cats, at = seen.cats, group.stop
    if cats[at : at + 1] != ("comma",):
        return None
    close = next((i for i in range(at + 1, min(len(cats) - 1, at + _WIDEST)) if cats[i] == "comma"), 0)
    plain = close and all(cat in ("adp", "adj", "adv", "det", "name", "noun", "num") for cat in cats[at + 1 : close])
    been = bool(plain) and seen.tokens[close + 1].lower_ == "été"
    main = close + 1 + been
    form = participle(seen.tokens[main].lower_) if plain and main < len(cats) else None
    if form is None or cats[main] not in ("part", "adj", "verb"):
        return None
    auxiliary = "être+été" if been else group.lemma
    return replace(group, main=main, stop=main + 1, lemma=form.lemma, auxiliary=auxiliary)


def _no_verb(word: str) -> bool:
    """An adjective that is no form of a verb: « malienne », « aérienne »."""
    if finite(word) is not None or participle(word) is not None:
        return False
    return word in nations() or is_adjective(word) or is_adjective(re.sub(r"(?:(?<=n)n)?e?s?$", "", word))
