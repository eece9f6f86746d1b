"""The words of a question on an event: the article's own verb phrase with the asked piece left out and the verb turned
round where French wants it.

Knows one event; which questions are worth asking, and their choices, are the business of `event_questions`.
"""

from __future__ import annotations

import re
from dataclasses import replace

from quiz.articles.article import Article
from quiz.authoring.agreement import sure_gender
from quiz.authoring.french import MONTHS, agree, elide, french_date, in_place, inverted, quel, the_place
from quiz.facts.event import Event
from quiz.facts.event_words import families, nations, place_families
from quiz.facts.fact import Frame
from quiz.facts.lexicon import bag
from quiz.facts.names import person_noun
from quiz.facts.spec_words import kind_nouns
from quiz.facts.verbs import finite


def answer_of(fact: Event) -> str:
    """The answer as it is shown: a date without its article and weekday."""
    if fact.slot != "date":
        return fact.value
    said = re.sub(r"\b1 er\b", "1er", fact.value.lower())
    bare = re.sub(r"^(?:(?:le|en|ce) )?(?:(?:lun|mar|mercre|jeu|vendre|same)di |dimanche )?", "", said)
    return bare.removesuffix(" dernier").removesuffix(" prochain")


def planned(fact: Event) -> Event | None:
    """What was to come on the article's day, told from now: « La direction sera assurée par Awa Sow » is asked with
    « devait être assurée ». None where the verb is in no plain future."""
    frame = fact.frame
    form = finite(frame.finite.lower())
    if form is None or form.tense != "fut" or (frame.participle and form.lemma != "être"):
        return None
    infinitive = f"être {frame.tail}" if frame.participle else f"{frame.verb} {frame.tail}"
    if not frame.participle and finite(frame.verb) is not None and not frame.verb.endswith(("er", "ir", "re")):
        return None
    told = replace(
        frame,
        clitics="",
        finite="devaient" if frame.finite.endswith("ont") else "devait",
        tail=f"{frame.clitics}{infinitive}".strip(),
    )
    return replace(fact, frame=told, modality="past", features=fact.features | {"planned": 1.0})


def claim_of(fact: Event, name: str) -> str | None:
    """The event as a statement that points at what may be changed."""
    frame = fact.frame
    if fact.slot == "date":
        claim = f"{frame.subject} {_declared(frame, frame.tail)}" if frame.subject else ""
        return _led(frame.lead, f"c'est {name} {elide('que', claim)}") if claim else None
    if fact.slot == "place":
        somewhere = in_place(name) if fact.value_kind == "country" or fact.family == "ville" else None
        claim = f"{frame.subject} {_declared(frame, frame.tail)}"
        return _led(frame.lead, f"c'est {somewhere} {elide('que', claim)}") if somewhere else None
    if fact.slot == "of":
        return _claim_of_a_town(fact, name)
    if fact.value_kind not in ("person", "country"):
        return None  # « le PSG » and « Brumelle » do not take the same article
    if fact.slot in ("by", "with"):
        return _claim_with(fact, the_place(name) if fact.value_kind == "country" else name)
    shown = the_place(name) if fact.value_kind == "country" else name
    womanly = fact.value_gender == "f" or re.match(r"la |l['’].*e$", shown) is not None
    verb = _verb_of_asked(fact, "f" if womanly else "m")
    return _led(frame.lead, f"c'est {shown} qui {verb} {frame.rest}") if verb else None


_CLAIMED_WITH = ("par", "avec", "contre", "devant", "face à")


def _claim_with(fact: Event, shown: str) -> str | None:
    """« c'est par Awa Sow que la danse a été remportée », « c'est face au Mali que … », « c'est en battant … »."""
    frame = fact.frame
    if frame.preposition not in _CLAIMED_WITH and not re.fullmatch(r"en \w+ant", frame.preposition):
        return None
    said = f"{frame.preposition} {shown}".replace(" à le ", " au ").replace(" à les ", " aux ")
    claim = f"{frame.subject} {_declared(replace(frame, rest=_LEFT_COMMA.sub(' ', frame.rest)), frame.tail)}"
    return _led(frame.lead, f"c'est {said} {elide('que', claim)}") if frame.subject else None


def _claim_of_a_town(fact: Event, name: str) -> str | None:
    """« c'est le tribunal de commerce de Tarbes qui a prononcé la liquidation »."""
    frame = fact.frame
    one = frame.preposition.startswith(("le ", "la ", "l'", "l’")) and not frame.asked_plural
    if fact.family != "ville" or not one or not frame.preposition.endswith(" de") or name[:3] in ("Le ", "La "):
        return None
    verb = f"{frame.clitics}{frame.finite} {frame.tail}".strip()
    return _led(frame.lead, f"c'est {frame.preposition.removesuffix('de')}{elide('de', name)} qui {verb} {frame.rest}")


def stem_of(fact: Event) -> str | None:
    """The question on an event without its first capital and its mark; None where French has no good one."""
    frame = fact.frame
    who = _interrogative(fact)
    if who is None:
        return None
    word, gender = who
    if fact.slot == "agent":
        verb = _verb_of_asked(fact, gender)
        return _led(frame.lead, f"{word} {verb} {frame.rest}") if verb else None
    if fact.slot == "object":
        undergone = _undergone(fact, gender)
        clause = undergone or _turned(frame, agreed=gender)
        return _led(frame.lead, f"{word} {clause}") if clause else None
    if fact.slot == "is":
        return _is_stem(fact, word)
    if fact.slot == "of":
        verb = f"{frame.clitics}{frame.finite} {frame.tail}".strip()
        return _led(frame.lead, f"{_TWICE.sub(_once, f'{frame.preposition} {word}')} {verb} {frame.rest}")
    clause = _turned(replace(frame, rest=_LEFT_COMMA.sub(" ", frame.rest)))
    return _led(frame.lead, f"{frame.preposition} {word} {clause}") if clause else None


_LONG = 4
"""Words of a subject from which « Quel pays deux fortes secousses ont-elles frappé ? » is hard to read."""
_NEVER_UNDERGONE = bag("avoir comporter compter comprendre devoir intégrer posséder pouvoir quitter regagner rejoindre")


def _undergone(fact: Event, gender: str) -> str | None:
    """« Le club de la ville de Thiès a recruté Omar Ba en mars »: qui a été recruté en mars par le club de la ville.

    Only of a long subject and a plain past; the shorter of the agent and of what follows comes first.
    """
    frame = fact.frame
    plain = frame.finite.lower() in ("a", "ont") and not frame.clitics.strip() and frame.tail == frame.participle
    if not plain or len(frame.subject.split()) < _LONG or frame.verb in _NEVER_UNDERGONE:
        return None
    if frame.participle.endswith(("e", "es")) or re.search(r"\b(?:son|sa|ses|leurs?)\b", frame.rest):
        return None
    agent = re.sub(r"^par (?:les |des )(?=\d)", "par ", f"par {frame.subject}")
    pieces = sorted((agent, frame.rest), key=lambda piece: len(piece.split()))
    verb = f"a été {agree(frame.participle, gender, False)}"
    return re.sub(r"\s+", " ", f"{verb} {' '.join(pieces)}").strip()


_LEFT_COMMA = re.compile(r", (?=d(?:e|u|es) |d['’])")
"""« a annoncé la détection, de panaches » is left of « la détection, par la sonde Volute, de panaches »."""
_TWICE = re.compile(
    r"(?P<head>\b(?:de la|du|de l['’]|la|le|l['’]) ?)(?P<sort>\w+) d(?:e |['’])(?P<asked>quel(?:le)? (?P=sort)\b)"
)
"""« le club de la ville de quelle ville »."""


def _once(found: re.Match[str]) -> str:
    return f"de {found['asked']}" if found["head"].startswith("d") else found["asked"]


def _is_stem(fact: Event, word: str) -> str | None:
    """« Le vainqueur de l'étape est Awa Sow »: qui est le vainqueur de l'étape."""
    frame = fact.frame
    return f"{word} {frame.finite} {frame.subject}" if len(frame.subject.split()) > 2 else None


_THIS_DAY = re.compile(r"\bce (?=(?:lun|mar|mercre|jeu|vendre|same)di \d|dimanche \d|\d)")
"""« ce mardi 3 mai » is « le mardi 3 mai » in a year's time."""


_BARE_DAY = re.compile(
    r"(?<=[\wà-ÿ] )(?<!\b[Ll]e )(?<!\b[Dd]u )(?<!\b[Aa]u )(?<!\b[Cc]e )(?<!\bet )(?<!\bde )(?<!\bà )"
    rf"(?=(?:(?:lun|mar|mercre|jeu|vendre|same)di|dimanche) (?:1er|\d{{1,2}}) (?:{'|'.join(MONTHS)}))"
)
"""« s'est éteint vendredi 3 mars »: le vendredi 3 mars."""
_UNELIDED = re.compile(r"\bde (?=[AEIOUÉÈ][a-zà-ÿ])")
"""« suivi de Adam »: what a careless sentence leaves whole; « de Yannick » and « de ONU » are another matter."""


def _led(lead: str, question: str) -> str:
    said = _THIS_DAY.sub("le ", f"{lead}, {question}" if lead else question)
    return _UNELIDED.sub("d’", _BARE_DAY.sub("le ", said))


def _interrogative(fact: Event) -> tuple[str, str] | None:
    """The words that ask for the value, and their gender."""
    if fact.value_kind == "person":
        return "qui", "m"
    if fact.value_kind == "country":
        return "quel pays", "m"
    if fact.value_kind == "place":
        sort = place_families().get(fact.family)
        return (f"{quel(sort.gender)} {sort.noun}", sort.gender) if sort else None
    if fact.value_kind == "organisation":
        family = families().get(fact.family)
        return (f"{quel(family.gender)} {family.noun}", family.gender) if family else ("qui", "m")
    if fact.value_kind == "thing":
        return f"{quel(fact.frame.asked_gender)} {fact.family}", fact.frame.asked_gender
    noun = kind_nouns().get(fact.family)
    return (f"{quel(noun.gender)} {noun.noun}", noun.gender) if noun else None


_SINGULAR = {
    "ont": "a", "sont": "est", "avaient": "avait", "étaient": "était", "eurent": "eut", "furent": "fut", "font": "fait",
    "vont": "va", "prennent": "prend", "reprennent": "reprend", "apprennent": "apprend", "tiennent": "tient",
    "obtiennent": "obtient", "maintiennent": "maintient", "soutiennent": "soutient", "deviennent": "devient",
    "interviennent": "intervient", "mettent": "met", "battent": "bat", "perdent": "perd", "rendent": "rend",
    "défendent": "défend", "suspendent": "suspend", "reçoivent": "reçoit", "finissent": "finit",
    "réunissent": "réunit", "fournissent": "fournit", "interdisent": "interdit", "sortent": "sort", "partent": "part",
}  # fmt: skip


def _singular(form: str, lemma: str) -> str | None:
    """The third person singular of a form in the plural: « invitent » is « invite », « demandaient » « demandait »."""
    if form in _SINGULAR:
        return _SINGULAR[form]
    if form.endswith("aient"):
        return form.removesuffix("aient") + "ait"
    if form.endswith("èrent"):
        return re.sub(r"g(?=a$)", "ge", form.removesuffix("èrent") + "a")
    if form.endswith("iront") or form.endswith("eront") or form.endswith("dront"):
        return form.removesuffix("ont") + "a"
    if lemma.endswith("er") and form.endswith("ent"):
        return form.removesuffix("nt")
    return None


def _verb_of_asked(fact: Event, gender: str) -> str | None:
    """The verb as « qui », « quelle entreprise » have it: singular, its participle in their gender.

    « Les États-Unis ont signé »: quel pays a signé; « L'OTAN s'est dite prête »: quelle organisation s'est dite prête.
    """
    frame = fact.frame
    form = frame.finite.lower()
    bare = frame.verb == "être" and not frame.participle
    agreeing = bare and gender == "m" and frame.pronoun == "elle" and fact.value_kind != "person"
    if agreeing and re.search(r"^(?:\S+ ){0,5}\w+ée\b", frame.rest):
        return None  # « quel pays était déjà assurée »
    if frame.asked_plural:
        one = _singular(form, frame.verb)
        if one is None or re.search(r"\bleurs?\b", f"{frame.rest} {frame.lead}"):
            return None  # « Les États-Unis ont rappelé leurs diplomates »: quel pays a rappelé, and whose?
        form = one
    tail = frame.tail
    reflexive = bool(frame.clitics.strip()) and not frame.participle.endswith(("e", "es"))
    if reflexive and re.match(r"(?:une?|l[ea]s?|des|son|sa|ses|l['’]|\d)", frame.rest):
        return f"{frame.clitics}{form} {tail}".strip()  # « s'est fixé un objectif » agrees with nobody
    being = form in ("est", "était", "fut", "sera") or tail.startswith(("été ", "être ", "d'être ", "d’être "))
    if being and frame.participle and frame.participle.lower() not in ("été", form):
        masculine = _masculine(frame.participle, frame.pronoun)
        if masculine is None:
            return None
        if not fact.feminine:
            tail = tail.replace(frame.participle, agree(masculine, gender, False))
    return f"{frame.clitics}{form} {tail}".strip()


def _masculine(participle: str, pronoun: str) -> str | None:
    """The masculine singular of a participle that agrees with a subject of this pronoun; None where unsure."""
    text = participle
    if pronoun in ("ils", "elles"):
        text = text.removesuffix("s") if not text.endswith("is") else text
    if pronoun in ("elle", "elles"):
        if not text.endswith("e"):
            return None
        text = text[:-1]
    return text


def _turned(frame: Frame, agreed: str = "") -> str | None:
    """The clause after an asked complement: subject, verb with its pronoun, the rest.

    « où Awa Sow a-t-elle signé le bail »; without a known gender, « où est-ce que Brumelle a signé le bail ».
    """
    tail = frame.tail
    if agreed == "f" and frame.participle and frame.finite.lower() in ("a", "ont", "avait", "avaient"):
        tail = tail.replace(frame.participle, agree(frame.participle, "f", False))
    if not frame.subject:
        return None
    pronoun = frame.pronoun if frame.pronoun not in ("", "on") else _pronoun_of(frame)
    if not pronoun:
        return re.sub(r"\s+", " ", f"est-ce {elide('que', frame.subject)} {_declared(frame, tail)}")
    plural = pronoun.endswith("s")
    verb = inverted(frame.finite, "f" if pronoun.startswith("elle") else "m", plural)
    return re.sub(r"\s+", " ", f"{frame.subject} {frame.clitics}{verb} {tail} {frame.rest}").strip()


_HEAD = re.compile(
    r"(?:(?:une|la|quelque|plus d['’]une|près d['’]une) \w+aine d(?:e |['’])|\d[\d,]* ?% d(?:es |['’])|[Ll]es "
    r"|[Ll]['’])"
    r"(?P<noun>[\w-]+)\b"
)


_WOMANLY_LANDS = ("Antilles", "Bahamas", "Comores", "Maldives", "Philippines", "Seychelles")
_OF_WOMEN = ("aines", "aises", "ennes", "oises")


def _pronoun_of(frame: Frame) -> str:
    """The pronoun of « une trentaine de gendarmes », « les Forces du nord », « 62 % des Maliens », « l'exécutif »,
    where a noun tells its gender; "" where none does."""
    found = _HEAD.match(frame.subject)
    if found is None:
        return ""
    form = finite(frame.finite.lower())
    noun = found["noun"].lower()
    if found["noun"] in _WOMANLY_LANDS:
        return "elles"
    many = form is not None and form.number == "p"
    if many is found.group().lower().startswith(("l'", "l’")):
        return ""
    told = person_noun(noun)
    people = many and (
        (told is not None and told.gender != "f") or (noun in nations() and not noun.endswith(_OF_WOMEN))
    )
    gender = "m" if people or noun in ("élysée", "elysée") else sure_gender(noun)
    return {"m": "il", "f": "elle", "": ""}[gender] + ("s" if many and gender else "")


def _declared(frame: Frame, tail: str) -> str:
    """The verb and what follows, in the order of a statement."""
    return re.sub(r"\s+", " ", f"{frame.clitics}{frame.finite} {tail} {frame.rest}").strip()


def date_stem_of(fact: Event, article: Article) -> str | None:
    """« En quelle année », « quel jour », where the topic line does not show the date."""
    frame = fact.frame
    answer = answer_of(fact)
    if article.date and (answer in french_date(article.date) or french_date(article.date) in answer):
        return None
    clause = _turned(frame)
    words_ = len(frame.subject.split())
    enough = len(frame.rest.split()) > 1 or words_ > 2 or (bool(fact.features.get("passive")) and words_ > 1)
    if re.search(r"(?<!\bvu )\b(?:le jour|l['’]année|la date)\b", f"{frame.tail} {frame.rest}"):
        return None  # « Quel jour a-t-elle pris sa retraite le jour de ses 50 ans »
    if fact.written and re.search(rf"\bdemain ?,? {re.escape(fact.written.split()[0].lower())}", fact.evidence.text):
        return None  # « a voté pour le blocage demain mercredi »: what it dates has not been done
    if clause is None or not (enough or frame.subject[:1].isupper()):
        return None
    ask = "en quelle année" if re.fullmatch(r"\d{4}", answer) else "quel jour" if answer[:1].isdigit() else "quand"
    if re.match(r"le jour\b", frame.rest):
        ask = "quand"  # « Quel jour a-t-il vu le jour ? »
    if answer in MONTHS:
        ask = f"en quel mois de {frame.time}" if frame.time else "en quel mois"
    if answer.startswith(("du ", "les ")):
        ask = "à quelles dates"
    return _led(frame.lead, f"{ask} {clause}")
