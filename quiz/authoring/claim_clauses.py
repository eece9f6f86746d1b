"""The clause of a claim as a question says it: its first letter small, without what ties it to other sentences.

Refuses a clause that hangs on another sentence, that is joined badly or that points at what nobody is told. Knows
nothing of who says it, but for the pronoun that may be theirs.
"""

from __future__ import annotations

import re
from functools import cache

from quiz.authoring.french import lower_first
from quiz.authoring.lists import phrases
from quiz.authoring.quote_words import is_clause, tidied
from quiz.authoring.quote_worth import called_above
from quiz.facts.fact import Quotation
from quiz.facts.lexicon import bag
from quiz.facts.verbs import is_noun
from quiz.typography import fold

_LINKS = bag("que qu si où quand car mais et parce comme dont puisque lorsque de d")
_HEADLESS = bag("le la les un une des cette cet ces aucun aucune")
_MOST = 34
"""Words of a clause: more are not read to the end."""
_DAY_TWICE = re.compile(
    r"\b(hier|aujourd['’]hui|demain),? (?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b", re.IGNORECASE
)
_SPOILT = re.compile(
    r"^(?:ce|cet|cette|ces|c['’]|cela|ça|ceci|celui|celle|ceux|celles|son|sa|ses|leurs?|lui|en|y|ne|n['’]|s['’]|se|qui|que|dont|où|si"
    r"|ainsi|aussi|mais|or|donc|et|alors)\b|^(?:c|n|s|qu)['’]",
    re.IGNORECASE,
)
_OF_THE_SPEAKER = re.compile(
    r"(?:son (?:pays|parti|gouvernement|équipe|club|entreprise|mouvement|groupe|administration|association|syndicat"
    r"|armée|État|île)|sa (?:ville|commune|formation|région|majorité))\b",
)
"""« Qui a annoncé que son pays quitterait l'Union ? »: whoever is asked for, whose else?"""
THIRD = re.compile(r"^(?:il|elle|ils|elles)\b", re.IGNORECASE)
IMPERSONAL = re.compile(
    r"^il (?:n['’]|ne |s['’]|y |en )*(?:est, [^,]{3,40}, (?:interdit|permis|possible|nécessaire)\b"
    r"|(?<=y )a\b|y a|y avait|y aura|faut|faudra|fallait|faudrait|s['’]agi|agi|existe"
    r"|reste|vaut mieux|vaudrait mieux|suffit|convient"
    r"|(?:est|était|serait|sera) (?:pas |plus )?(?:\w+ )?(?:question|possible|probable|temps|nécessaire|important"
    r"|impossible|difficile|trop|essentiel|utile|urgent|prématuré|indispensable|inutile|normal|interdit)\b)",
    re.IGNORECASE,
)


_THIS = re.compile(r"(?P<this>ce|cet|cette|ces) (?P<noun>[a-zà-ÿ]{4,})\b", re.IGNORECASE)
_CLEFT = re.compile(
    r"^(?:ce (?:sont|seraient|serait)|c['’](?:est|était)) (?:[^,;:]+) (?:qui|que|qu['’]) ?", re.IGNORECASE
)
"""« ce sont des braconniers qui ont tué le lynx »: nothing is pointed at."""


def _known_above(clause: str, title: str) -> str:
    """« cette réforme sera votée » under « La réforme des ports » is « la réforme sera votée »: known from above."""
    found = _THIS.match(clause)
    if found is None:
        return clause
    noun, this = found["noun"], found["this"].lower()
    named = re.search(rf"\b{re.escape(fold(noun)[: max(5, len(noun) - 2)])}", fold(title)) is not None
    if not named and not called_above(noun.lower(), title):
        return clause
    elided = fold(noun)[:1] in "aeiouyh" and this in ("cet", "cette")
    the = "l'" if elided else {"ce": "le ", "cet": "le ", "cette": "la ", "ces": "les "}[this]
    return f"{the}{noun}{clause[found.end() :]}"


def clause_of(fact: Quotation, title: str = "") -> str | None:
    """The clause as a question says it: its first letter small, without note marks and final marks; None where it opens
    on a link, on a demonstrative that the title does not explain, or on a pronoun that is not the speaker's own."""
    clause = tidied(re.sub(r"\[(?:\d{1,3}|note \d+)\]", "", fact.words)).strip(" .,;:!?")
    clause = re.sub(
        r"^(?:Outre|Malgré|Parmi|Grâce|Depuis|Pendant|Durant|Après|Avant|Dès|Lors|Sous|Sur|Face)\b", _small, clause
    )
    clause = re.sub(r"^(?:Lun|Mar|Mercre|Jeu|Vendre|Same|Diman)(?:di|che)\b", _small, clause)
    clause = _known_above(_DAY_TWICE.sub(r"\1", lower_first(_without_link(clause))), title)
    clause = re.sub(r"\.\s?»$", "\u00a0»", clause)
    owners = re.search(r"\bleurs? \w", clause)
    if owners is not None and not re.search(r"\b\w{3,}[sx]\b|\bet\b", clause[: owners.start()]):
        return None  # « le gouvernement prenne en charge leur entretien »: of what?
    if _UNSAID.search(clause) or (_BARE_HEAD.match(clause) and not _head_in(clause, title)):
        return None
    if re.search(r", on (?:leur|lui|l['’])", clause):
        return None  # « à quatre stations, on leur fournit l'énergie »
    if re.search(r"\b(?:prochaine?s? (?:jours?|heures|semaines?)|demain|ce soir|tout à l['’]heure)\b", clause):
        return None  # « dans les prochains jours »: of which week?
    if (
        clause.count("[") > 1
        or re.search(r"\[(?:pas|ne|n['’]|non)\]", clause)
        or re.search(r"\bfait l(?:a|e|es) \w+er l(?:a|e|es|['’])", clause)
    ):
        return None  # « ne « vont aller [pas] loin » »: mended by the article
    own = fact.speaker_kind == "person" and _OF_THE_SPEAKER.match(clause) is not None
    clause = _shortened(clause)
    if len(clause.split()) > _MOST or (_SPOILT.match(clause) and not own and not _CLEFT.match(clause)):
        return None
    if clause.count("«") != clause.count("»") or clause.count("(") != clause.count(")") or clause.count('"') % 2:
        return None
    if re.match(r"il s['’]agi", clause) or re.search(r"[a-zà-ÿ]s on [a-zà-ÿ]+é\b", clause):
        return None  # of what it is, the sentence before says; « les trains on repris » is no French
    clause = re.sub(r"(?<=\w) (?:ainsi(?! que)|également|en effet)(?= \w)", "", clause)
    clause = re.sub(r"(?<=\b[dlDL]['’]) (?=«)", "", clause)
    clause = re.sub(r'"([^"«»]*)"', "«\u00a0\\1\u00a0»", clause)
    if re.search(r", c['’]est | ?: (?!«)|\baucune? «\s?des\b", clause) and not re.match(
        r"(?:si|quand|lorsque|ce) ", clause
    ):
        return None  # two sentences in one
    if _joined_badly(clause) or re.search(r"\w-(?:t-)?(?:il|elle)s?\b", clause):
        return None
    if THIRD.match(clause) and not IMPERSONAL.match(clause) and not _of_speaker(fact, clause):
        return None
    return clause


_THING = re.compile(
    r"(?:il s['’]agi(?:t|ssait)|c['’](?:est|était)) (?P<of>d['’]|de |du |des |(?=«)|(?=une? |l[ae] |l['’]))"
    r"(?P<thing>.+)",
    re.IGNORECASE,
)
_LOOSE = re.compile(
    r"\b(?:ces?|cet|cette|son|sa|ses|leurs?|cela|celui|celle|ceux|où|mais|en fait)\b|, "
    r"| (?:et|qui|que|dont) (?![^«]*»)"
)
_OF_ALL = re.compile(r"\bune? des (?:\w+ )?(?:plus|pires?|meilleure?s?|principa\w+|premi\w+)\b", re.IGNORECASE)


def called_by(fact: Quotation) -> str | None:
    """« il s'agit d'une attaque « lâche et préparée » » is « a parlé d'une attaque « lâche et préparée » »: what the
    speaker calls the matter, where some of the words are theirs or weigh it against all others; None elsewhere."""
    words = tidied(re.sub(r"\[(?:\d{1,3}|note \d+)\]", "", fact.words)).strip(" .,;:!?")
    found = _THING.fullmatch(words)
    if found is None:
        return None
    thing, of = found["thing"], found["of"].lower()
    own = max((len(said.split()) for said in re.findall(r"«([^»]*)»", thing)), default=0)
    if (
        thing.count("«") != thing.count("»")
        or _LOOSE.search(thing)
        or not _FEWEST_CALLED <= len(thing.split()) <= _MOST
    ):
        return None
    if own < _OWN_CALLED and not _OF_ALL.match(f"{of}{thing}".removeprefix("d'").removeprefix("d’")):
        return None
    if re.match(r"« ?(?:d['’]|de |du |des )", thing):
        return f"a parlé {thing}"
    if of:
        return f"a parlé {of}{thing}"
    if thing.startswith("«"):
        return f"a parlé d'{thing}" if re.match(r"« ?une? ", thing) else None
    return f"a parlé d'{thing}" if re.match(r"une? ", thing) else None


_FEWEST_CALLED = 5
"""Words, marks included, that such a name has."""
_OWN_CALLED = 3
"""Of these, the speaker's own."""
_ASIDE = re.compile(
    r"(?:,|(?<=»)) (?=(?:en particulier|notamment|dont|qui|ce qui|où|alors que|tandis que|afin d|après|avant|sans|avec"
    r"|selon|comme|grâce|ainsi que)\b)"
)


def _shortened(clause: str) -> str:
    """A clause too long to be read without what only goes with it: « …, notamment à Brest, où … »; never so that its
    verb is lost."""
    if len(clause.split()) <= _MOST:
        return clause
    for match in reversed(list(_ASIDE.finditer(clause))):
        head = clause[: match.start()].rstrip(" ,")
        whole = head.count("«") == head.count("»") and head.count("(") == head.count(")")
        if _FEWEST_LEFT <= len(head.split()) <= _MOST and whole and is_clause(re.sub(r"[«»]", "", head)):
            return head
    return clause


_FEWEST_LEFT = 10
"""Words of a clause that has been made shorter."""
_UNSAID = re.compile(
    r"\ben question\b|\bc['’]est (?:rendu|déroul|produit|tenu|passé|trouvé)\w*|\bcelui-ci\b|\bcelle-ci\b"
)
"""What points at another sentence, or slips (« la France c'est rendue visible »)."""
_BARE_HEAD = re.compile(
    r"(?:l['’]|le |la |les )(?P<noun>autorités?|organisation|association|société|compagnie|entreprise|groupe|individus?"
    r"|hommes?|femmes?|suspects?|victimes?|appareil|établissement|institution|texte|mesures?|décision|projet"
    r"|quinquagénaire|jeunes?|conducteur|policiers?|document|rapport|incident|accident|victime|chauffeur|navire|avion"
    r"|bâtiment|véhicule|enquête|opération|site|parti|club|équipe) (?:a|ont|est|sont|avait|avaient|était|étaient|n['’]"
    r"|ne|s['’]|se|ser\w+|va|vont|aur\w+|devr\w+|pourr\w+|fait|doit|peut)\b",
    re.IGNORECASE,
)
"""A bare noun that opens a clause: « l'autorité a fait part de risques ». Which one?"""


def _head_in(clause: str, title: str) -> bool:
    """Does the title name the thing that the clause opens on?"""
    found = _BARE_HEAD.match(clause)
    if found is None:
        return False
    return fold(found["noun"])[:5] in fold(title) or called_above(found["noun"].lower(), title)


def _small(match: re.Match[str]) -> str:
    return match.group().lower()


def _joined_badly(clause: str) -> bool:
    """« les violences sont une « une catastrophe », « la ville s'endette « le temps presse » »: words between marks
    that do not go on from what stands before them."""
    for match in re.finditer(r"(?P<before>[\w'’]+)(?P<comma>,?) ?« ?(?P<inner>[^»]*)»", clause):
        inner = match["inner"].strip()
        first = (inner.split() or [""])[0].lower()
        if first == match["before"].lower():
            return True
        if match["before"].lower() in _HEADLESS and not match["comma"] and is_clause(inner):
            return True  # « la « situation est calme » »
        clitic = re.match(r"(?:l[ea]s?|l['’]|lui|leur|se|s['’]) ?[a-zà-ÿ]+$", inner)
        if match["before"].lower() == "et" and clitic and not is_noun(inner.split()[-1]):
            return True  # « a bien fait de le dire et « le félicite » »: who congratulates is somebody else
        headed = match["before"].lower() in _HEADLESS and is_clause(f"{match['before']} {inner}")
        if headed and not match["comma"] and match.end() >= len(clause) - 1:
            return True  # « le « gouvernement élu reste en place » »: asked with « [Le] gouvernement »
        linked = match["before"].lower().rstrip("'’") in _LINKS or match["comma"]
        if not linked and first in ("le", "la", "les", "il", "elle", "nous", "je", "on", "c'est") and is_clause(inner):
            return True
    return False


def _without_link(clause: str) -> str:
    """« Toutefois, les textes l'imposent » without what ties it to the sentence before."""
    match = _connector().match(clause.replace("’", "'"))
    return clause[match.end() :] if match else clause


@cache
def _connector() -> re.Pattern[str]:
    """One of the phrases that tie a sentence to the one before, and its comma."""
    either = "|".join(re.escape(phrase) for phrase in phrases("connectors"))
    return re.compile(rf"(?:{either})\s*,\s+", re.IGNORECASE)


def _of_speaker(fact: Quotation, clause: str) -> bool:
    """Is the pronoun that opens the clause the speaker: « Luc Roy a dit qu'il partirait », with no other man about?"""
    said = clause.split()[0].lower()
    if fact.rule != "claim-that" or fact.speaker_kind != "person" or {"il": "m", "elle": "f"}.get(said) != fact.gender:
        return False
    opens = fact.place.start - fact.evidence.start if fact.place is not None else -1
    around = fold(
        fact.evidence.text[:opens] if opens > 0 else fact.evidence.text
    )  # whom the clause names later is not he
    own = {fold(name) for name in (fact.speaker or "", *fact.aliases)}
    others = [n for n in fact.names if n.kind == "person" and n.gender in (fact.gender, "") and fold(n.name) not in own]
    surnames = [fold(n.name).split()[-1] for n in others if n.name.split()]
    return not any(re.search(rf"\b{re.escape(name)}\b", around) for name in surnames if name not in " ".join(own))
