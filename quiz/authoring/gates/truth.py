"""Gates on what a question claims: it says what the evidence says, all of it, and of the right thing.

Each takes a candidate and its scene and gives None, or a short reason to drop the candidate.
"""

from __future__ import annotations

import re

from quiz.authoring.candidate import Candidate
from quiz.authoring.gates.text import names_in, own_words
from quiz.authoring.gates.things import somebody_as_a_thing
from quiz.authoring.lists import words
from quiz.authoring.quote_speakers import asked_as
from quiz.authoring.scene import Scene
from quiz.deck import BLANK
from quiz.facts.fact import Fact, Quantity, Quotation, Specification, Statistic
from quiz.typography import fold

SURE = 0.35
"""Confidence below which a fact makes no card."""


def quantity_of(fact: Fact) -> Quantity | None:
    """The quantity of a statistic or specification, None where it has none."""
    return fact.quantity if isinstance(fact, Statistic | Specification) else None


def grounded(candidate: Candidate, scene: Scene) -> str | None:
    """The answer stands in the evidence, the evidence in the article: figures to the digit, names at least by surname.

    « OpenAI a levé 6,6 milliards » supports 6,6 milliards, not 6,6 millions.
    """
    fact = candidate.fact
    evidence = fact.evidence
    text = scene.article.text
    if text[evidence.start : evidence.end] != evidence.text:
        return "the evidence is not verbatim"
    if candidate.form == "true-false" or fact.features.get("weekday"):
        return None  # « mardi » is the day that the calendar tells
    flat = fold(evidence.text)
    answer = fold(candidate.answer.fr).rstrip(" .")
    digits = re.findall(r"\d+", answer)
    if digits:
        if not set(digits) <= set(re.findall(r"\d+", flat)):
            return "a figure of the answer is not in the evidence"
        rest = re.findall(r"[^\W\d_]{5,}", answer)
        missing = [word for word in rest if word[:4] not in flat]
        return "a word of the answer is not in the evidence" if missing else None
    if answer in flat:
        return None
    if isinstance(fact, Specification) and fact.frame.place and fold(fact.frame.place) in answer:
        return None if fold(fact.value) in flat else "the origin is not in the evidence"
    full = [word for word in re.findall(r"\w+", answer) if word not in words("empty")]
    here = [word for word in full if word in flat]
    if isinstance(fact, Quotation) and candidate.distractor_type.startswith(("person", "organisation")):
        return None if scene.holds(candidate.answer.fr) else "the speaker's name is not in the article"
    if names_in(" x " + candidate.answer.fr) and scene.holds(candidate.answer.fr):
        return None
    return None if full and len(here) == len(full) else "the answer is not in the evidence"


_HEDGES = (
    (r"jusqu['’ ]", r"jusqu|maxim|au plus|plus (?:longu|grand|haut)"),
    (r"\bpres d['’eu]", r"\bpres\b|environ|approximativ|a peu pres|quel ordre"),
    (r"\benviron\b|\bautour d|\bde l['’]ordre d|\ba peu pres\b", r"environ|pres d|autour|ordre de|a peu pres"),
    (r"\bau moins\b|\bau minimum\b|\bminimum\b", r"au moins|minim|plus de combien"),
    (r"\bplus d['’eu]\w*\s+(?=\w)", r"\bplus\b|depass|au moins"),
    (r"\bmoins d['’eu]\w*\s+(?=\w)", r"\bmoins\b|inferieur"),
    (r"\bau maximum\b|\bmaximum\b|\bau plus\b|\bmaximale?\b", r"maxim|jusqu|au plus"),
)  # fmt: skip


def whole_claim(candidate: Candidate, scene: Scene) -> str | None:
    """Hedges, bounds and bases are part of the fact: « près de 300 » asked as « Combien ? » 300 is another claim.

    A hedge in front of the key must be in the stem, or in all choices; so must « aider à », « prévoient », « pourrait »
    in the key's own clause, and « parmi ceux qui… ». A cloze or a statement shows the whole sentence.
    """
    del scene
    if candidate.form in ("cloze", "true-false") or isinstance(candidate.fact, Quotation):
        return None
    question = fold(candidate.question.fr)
    shown = f"{question} {fold(candidate.answer.fr)}"
    quantity = quantity_of(candidate.fact)
    if quantity is not None and quantity.bound not in ("exact", "range") and quantity.hedge:
        hedge = fold(quantity.hedge)
        if hedge not in shown and not any(
            re.search(said, f"{hedge} x") and re.search(kept, shown) for said, kept in _HEDGES
        ):
            return f"the hedge is lost: {quantity.hedge}"
    clause = fold(_APPOSED.sub(" ", clause_of(candidate.fact)))
    before = fold(fact_before(candidate.fact))
    if re.search(r"\bparmi (?!eux|elles|lesquel)", before) and not re.search(r"parmi|\bdes |\bde l", question):
        return "the base is lost"
    if quantity is None:
        return None
    for said, kept in _SOFTENED:
        if re.search(said, clause) and not re.search(kept, shown):
            return f"a part of the claim is lost: {re.search(said, clause).group()}"  # type: ignore[union-attr]
    return None


_APPOSED = re.compile(r", (?:soupçonné|accusé|suspecté|poursuivi|inculpé)e?s? [^,]{5,120},")
"""« Trois jeunes, soupçonnés d'avoir voulu voler un sac, ont été arrêtés »: what is set apart softens nothing else."""


_SOFTENED = (
    (r"\baid\w+ (?:a|les?|la)\b", r"\baid"),
    (
        r"\b(?:prevo\w+|envisag\w+|compt\w+|entend\w*|espere\w*|souhait\w+|veu\w+|voul\w+) "
        r"(?:d['’e] ?|que |qu['’])?(?:\w+(?:er|ir|re|oir))\b",
        r"prev|envisag|compt|entend|esper|souhait|veu|voul|projet|intention|inten",
    ),
    (r"\b(?:sembl\w+|parai\w+|serai\w+ (?:capable|susceptible))\b", r"sembl|parai|capable|susceptible|serai"),
    (r"\bparmi (?:ceux|celles|les|le)\b", r"parmi|\bdes\b|d['’]entre"),
    (
        r"\b(?:pens\w+|estim\w+|croi\w+|juge\w*|declar\w+|affirm\w+) (?:que|qu['’])",
        r"pens|estim|croi|jug|declar|affirm|selon|d['’]apres|dit|dis",
    ),
    (r"\bpourrai\w*\b", r"pourrai|peu[tv]|possib|risqu"),
    (r"\b(?:risque\w*|menace\w*) de\b", r"risqu|menac"),
)  # fmt: skip


def fact_before(fact: Fact) -> str:
    """What the evidence says before the answer."""
    return fact.evidence.text[: max(0, fact.answer.start - fact.evidence.start)]


def clause_of(fact: Fact) -> str:
    """The part of the evidence the answer stands in: between « tandis que », semicolons and the like."""
    text = fact.evidence.text
    at = fact.answer.start - fact.evidence.start
    start, end = 0, len(text)
    for cut in _CLAUSES.finditer(text):
        if cut.end() <= at:
            start = cut.end()
        elif cut.start() >= at + len(fact.answer.text):
            end = cut.start()
            break
    return text[start:end]


_CLAUSES = re.compile(r"[;.!?]\s|,? (?:tandis que|alors que|mais|et que|puis) |, et (?=\d)|, (?=\d)|\bet (?=\d+ ?%)")


_NO_NAME = re.compile(r"(?:au|aux|à|en|dans|du|des|selon|pour|par|chez|lors|après|avant)\b", re.IGNORECASE)


def subject(candidate: Candidate, scene: Scene) -> str | None:
    """A value whose subject the sentence does not support is no fact: unresolved pieces, no entity, or a weak rule."""
    fact = candidate.fact
    if fact.confidence < SURE:
        return "the rule is not sure"
    if isinstance(fact, Quotation):
        if not fact.speaker:
            return "no speaker"
        named = any(char.isupper() for char in fact.speaker) and not _NO_NAME.match(fact.speaker)
        return None if named or candidate.form == "cloze" or asked_as(fact) == "phrase" else "a speaker without a name"
    if who := somebody_as_a_thing(own_words(candidate.question.fr), fact.evidence.text):
        return f"{who} is taken for a thing"
    if isinstance(fact, Statistic | Specification):
        direct = candidate.form not in ("cloze", "true-false")
        if direct and not fact.frame.resolved and not _told_in_question(candidate, scene):
            return "an unresolved piece"
        if isinstance(fact, Specification) and not fact.entity.strip():
            return "no subject"
    return None


_POINTING = re.compile(
    r"\b(?:ce|cet|ces|cette) (?!(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|jour|matin|soir|mois|week))"
    r"|\b(?:celui|celle|ceux|celles|ceci|cela|maintenant|là|lui|dernière?s?|précédente?s?|mêmes?|ainsi|autres?)\b"
    r"|\b(?:y|en) (?:a|ont|est|sont)\b|\b(?:leurs?|nos|notre|mon|ma|mes)\b",
    re.IGNORECASE,
)
_BY_ORDER = re.compile(r"\bl[ae]s? (?:premi\w+|deuxième|second\w*|troisième) (?!fois|tour|ministre|semestre)")
_BARE_MEASURE = re.compile(
    r"\b(?:l[ae]|l['’]) ?(?:taux|bilan|baisse|hausse|nombre|total|montant|score|coût|prix|part|chiffre|firme|maison"
    r"|compagnie|groupe|entreprise|société|liste|étude|page|lot)\b(?! (?:de|du|des|d['’]|[A-ZÀ-Þ]))"
)


def _told_in_question(candidate: Candidate, scene: Scene) -> bool:
    """« Quel pourcentage de son habitat le lynx a-t-il perdu ? »: whose, the question itself says. Nothing in it points
    elsewhere, and it names somebody or something that the article's title or a capital knows."""
    text = candidate.question.fr
    if not isinstance(candidate.fact, Statistic) or _POINTING.search(text) or _BARE_MEASURE.search(text):
        return False
    owned = re.search(r"\b(?:son|sa|ses)\b", text)
    owner = re.search(
        r"-(?:il|elle)\b|\b(?:lorsqu|quand|après qu|alors qu)\w*['’ ].*\w", text[: owned.start()] if owned else ""
    )
    if owned and not owner and not re.search(r"-(?:il|elle)\b", text):
        return False
    if _BY_ORDER.search(text):
        return False
    names = [name for name in names_in(text) if len(name) > 2]
    subject_known = fold(candidate.fact.frame.subject)[-6:] in fold(scene.article.title or "")
    return bool(names) or (bool(candidate.fact.frame.subject) and subject_known)


def modality(candidate: Candidate, scene: Scene) -> str | None:
    """Conditionals, wishes, denials and hypotheses are no facts; what somebody says carries who says it.

    « Selon une étude, 44 % des… » keeps « selon une étude » in the stem, or is a cloze of the whole sentence.
    """
    del scene
    fact = candidate.fact
    if isinstance(fact, Quotation):
        return None if fact.modality in ("asserted", "attributed", "past") else f"modality: {fact.modality}"
    if fact.modality not in ("asserted", "attributed", "past") and not (
        _of_opinion(candidate) or _foretold(candidate) or _vouched(candidate)
    ):
        return f"modality: {fact.modality}"
    if isinstance(fact, Statistic) and _EXPECTED.search(clause_of(fact)) and not _of_opinion(candidate):
        return "modality: expected"
    if fact.modality == "attributed" and fact.attribution:
        said = fold(candidate.question.fr)
        source = [w for w in re.findall(r"\w+", fold(fact.attribution)) if w not in words("empty")]
        if source and not any(word in said for word in source):
            return "the attribution is lost"
    return None


_DOUBTED = re.compile(r"\b\w{2,}rai(?:t|ent)\b")
_NAMES_SOURCE = re.compile(r"\b(?:selon|d['’]après) \w", re.IGNORECASE)


def _vouched(candidate: Candidate) -> bool:
    """« Selon la mairie, combien de marcheurs auraient été blessés ? »: the question keeps source and conditional."""
    fact, text = candidate.fact, candidate.question.fr
    if not isinstance(fact, Statistic) or fact.modality != "conditional" or candidate.form in ("cloze", "true-false"):
        return False
    return bool(_DOUBTED.search(text) and _NAMES_SOURCE.search(text))


_FUTURE = re.compile(
    r"\b(?:[a-zà-ÿ]{2,}(?:[aeiu]r|dr|rr|ttr|cr|oir|(?<!de)vr)|ser|aur|fer|ir)(?:a|ont)\b"
    r"|\b(?:va|vont)(?:-t-\w+|-\w+)? (?:\w+ )?\w+(?:er|ir|re)\b"
)
_UNSURE = re.compile(
    r"\b(?:devrai(?:t|ent)|pourrai?(?:t|ent)?|pourront|peut|peuvent|si|s['’]il|sauf|espèr\w+|souhait\w+|promet\w*"
    r"|prochaine? (?:étape|match|épreuve|course)|envisag\w+|probablement|peut-être|\w{2,}rai(?:t|ent))\b",
    re.IGNORECASE,
)


_EXPECTED = re.compile(r"\bdevrai(?:t|ent) (?:\w+ ){0,2}(?:être|\w+(?:er|ir|re|oir))\b")


def _foretold(candidate: Candidate) -> bool:
    """« L'usine comptera 40 ateliers en 2020 »: announced in the future, and the question says so. Not what may be."""
    fact, text = candidate.fact, candidate.question.fr
    if not isinstance(fact, Statistic) or fact.modality != "forecast" or fact.quantity.dimension == "share":
        return False
    if _PROVIDED.search(text) and not re.search(r"\bdevrai|pourrai", fact.evidence.text):
        return True
    if _UNSURE.search(fact.evidence.text):
        return False
    return _FUTURE.search(text) is not None


_PROVIDED = re.compile(
    r"\b(?:loi|texte|décret|accord|contrat|traité|règlement|convention|budget|plan|projet de loi)\b[^?]* "
    r"prév(?:oit|oient|oyait|oyaient)\b"
)
"""« l'amende que le texte prévoit »: what a law provides for it says today."""


_HELD = re.compile(r"prev|envisag|souhait|veul|compt|entend|esper|pens|craign|redout|estim|croi|jug")


def _of_opinion(candidate: Candidate) -> bool:
    """« 33 % des personnes prévoient que… »: that they do is a fact, whatever becomes of what they foresee."""
    fact = candidate.fact
    if not isinstance(fact, Statistic) or fact.quantity.dimension != "share":
        return False
    return fact.modality in ("forecast", "wished") and bool(_HELD.search(fold(candidate.question.fr)))


def role_sanity(candidate: Candidate, scene: Scene) -> str | None:
    """A role is a role noun with its body: no verb, no clause, no second role, not cut short.

    « directeur des opérations » is one, « PDG et a », « membre de la » and « président, qui avait » are none.
    """
    del scene
    fact = candidate.fact
    role = fact.role if isinstance(fact, Quotation) else None
    if isinstance(fact, Specification) and fact.key.startswith("role"):
        role = fact.value
    elif role and fold(role) not in fold(candidate.question.fr):
        return None  # a quotation's speaker, asked without the role
    if not role:
        return None
    tokens = re.findall(r"[\w'’-]+", role.lower())
    if not tokens or len(tokens) > 16:
        return "no role"
    ministry = {"ministre", "vice-ministre", "secrétaire"} & set(tokens[:3]) and not re.search(r"\bet a\b", role)
    joined = {"et"} if ministry else set()  # « ministre de l'Économie et des Finances »
    if any(token in words("not_in_roles") and token not in joined for token in tokens):
        return f"a role with a clause: {role}"
    if tokens[-1] in words("loose_ends") or tokens[-1].endswith(("'", "’")):
        return f"a role cut short: {role}"
    evidence = fact.evidence.text
    at = evidence.find(role)
    if at >= 0 and re.match(r"\s+(?:pour|de|des|du|chargée?s?)\b|\s+d['’]", evidence[at + len(role) :]):
        return f"a role cut short: {role}"
    if re.search(r"[;:()«»]|\d{2}", role) and not re.search(r"\d(?:e|er|re|ème)\b", role):
        return f"a role with marks: {role}"
    return None


_PART_OF = re.compile(
    r"(?P<part>\d[\d .,]*)\s*(?:personnes |cas )?(?:des|sur les?|sur un total de|sur|parmi les)\s+"
    r"(?P<whole>\d[\d .]*)",
    re.IGNORECASE,
)


def partition(candidate: Candidate, scene: Scene) -> str | None:
    """« 31 221 des 195 149 candidats ont réussi » is two facts, the part and the whole, each asked with both its words.

    « Combien de candidats ont réussi ? » 195 149 is the dangerous one: the whole asked with the part's verb.
    """
    del scene
    if candidate.form in ("cloze", "true-false"):
        return None
    flat = candidate.fact.evidence.text.replace("\u00a0", " ").replace("\u202f", " ")
    question = own_words(candidate.question.fr)
    answer = re.sub(r"\D", "", candidate.answer.fr)
    if not answer:
        return None
    for match in _PART_OF.finditer(flat):
        part, whole = (re.sub(r"\D", "", match[name]) for name in ("part", "whole"))
        asked = re.sub(r"(?<=\d)[ .](?=\d{3})", "", question)
        if answer == part and whole not in asked and "combien" in asked.lower():
            return "the part is asked without its whole"
        if answer == whole and part not in asked and "au total" not in asked.lower():
            return "the whole is asked as if it were the part"
    return None


_EVENT = re.compile(
    r"\b(?:ont|a|avaient|avait|furent|fut|sont|est|été) (?:\w+ )?(?:été |\w+é|\w+is|\w+us?|mort|élu)"
    r"|\b(?:tué|blessé|arrêté|condamné|élu)"
)


def event_scope(candidate: Candidate, scene: Scene) -> str | None:
    """A figure about an event names the event, its place or its day, unless the topic line does.

    « Combien de personnes ont été blessées ? » is about any accident; « … dans l'incendie de Rouen ? » about one.
    """
    if candidate.form == "true-false" or isinstance(candidate.fact, Quotation):
        return None
    text = candidate.question.fr.replace(BLANK, "")
    if names_in(text) or re.search(r"\b(?:1[89]|20)\d\d\b", text):
        return None
    topic = scene.topic(candidate)
    shared = _content(text) & _content(topic)
    if shared:
        return None
    sentence = _content(candidate.fact.evidence.text)
    if _EVENT.search(text.lower()) or len(_content(text)) < 3:
        return "the event is not named"
    return None if len(sentence & _content(topic)) or len(_content(text)) >= 4 else "nothing says what it is about"


def _content(text: str) -> set[str]:
    return {w[:6] for w in re.findall(r"[^\W\d_]{4,}", fold(text)) if w not in words("empty")}


def no_contradiction(candidate: Candidate, scene: Scene) -> str | None:
    """Two articles that answer the same question differently: neither is asked.

    One article may well give two answers (« dévoilé par Sam Altman d'OpenAI »): then neither is a wrong choice for the
    other, and only choices are asked, since a typed answer could be the other one.
    """
    answers = scene.rivals.get(fold(candidate.question.fr), set())
    if candidate.form in ("cloze", "true-false") or len(answers) < 2:
        return None
    others = answers - {fold(candidate.answer.fr)}
    both_here = all(other in fold(candidate.fact.evidence.text) for other in others)
    if quantity_of(candidate.fact) is None and both_here:
        return "two answers are right" if candidate.form != "choice" else None
    return "the articles contradict one another"
