"""The gate on standing alone: a question must be clear under its topic line (in a year's time, sees `times` to).

Each takes a candidate and its scene and gives None, or a short reason to drop the candidate.
"""

from __future__ import annotations

import re

from quiz.authoring.candidate import Candidate
from quiz.authoring.gates.text import named_before, names_in, own_words
from quiz.authoring.gates.ties import half_a_name, object_in_the_air, opening_in_the_air
from quiz.authoring.lists import words
from quiz.authoring.quote_worth import opens_in_the_air, telling_words, unresolved_pointer
from quiz.authoring.scene import Scene
from quiz.facts.fact import Quotation
from quiz.facts.within import begins_in
from quiz.typography import fold

_INVERTED = re.compile(
    r"\b(?:y a|y aura|y avait|faut|faudra|fallait|s'agit|existe|reste|suffit|manque)-(?:t-)?il\b"
    r"|-(?:t-)?(?:(ils?|elles?)|on|ce)\b"
)
_IMPERSONAL = re.compile(
    r"\bs'il|\bil (?:n'|ne |s'|y |en )*(?:y )?(?:a|avait|aura|aurait|faut|faudra|fallait|faudrait|agit|agissait|existe"
    r"|reste|semble|suffit|suffirait|convient|manque"
    r"|est (?:\w+ )?(?:possible|probable|prévu|question|interdit|nécessaire"
    r"|difficile|impossible|temps|vrai|obligatoire|important|permis|conseillé|recommandé|rare))\b"
)
_PRONOUN = re.compile(r"\b(?:il|elle|ils|elles|lui|eux)\b(?!-mêmes?)")
_POINTING = re.compile(
    r"\b(?:celui|celle|ceux|celles)-(?:ci|là)\b|\bce(?:tte|s)? derni(?:er|ère)s?\b|\bles? (?:deux )?derni(?:er|ère)s?\b"
    r"(?= [,.?]|$)|\b(?:ceci|cela|ça)\b"
    r"|^l[ae] (?:premi|second|deuxi|troisi)\w+,|\bce sont donc\b|^un premier bilan\b|^d'autres (?!\w+s\b)"
    r"|\bl'(?:un|une) (?:d'eux|d'elles|et l'autre)\b"
    r"|\b(?:l'autre|les autres|un autre|une autre)\b|\bdeux autres\b"
    r"|\b(?:le|la|les) (?:même|premier|première|second|seconde)s?\b(?= (?:$|[,.?]|(?:est|a|ont|sont|qui)\b))|\bledit"
    r"|\bladite"
    r"|\b(?:le|la|les|du|au|aux|des) (?:précédent|suivant)e?s?\b"
    r"|\b(?:similaire|semblable|analogue|identique)s?\b(?! (?:à|au|aux|en)\b)"
    r"|\bci-(?:dessus|dessous|contre)\b|\b(?:selon|dans|d'après) (?:l'|cet )article\b"
    r"|(?<!d')\bici\b|\blà-bas\b|\bà son tour\b"
    r"|\b(?:la|au cours de la|de la|sur la) même période\b|\bdans le même temps\b"
    r"|\b(?:pendant|durant|sur) (?:toute )?la période\b(?! (?:d[eu']|des|où|qui|\d))"
    r"|\bles? deux (?:hommes|femmes|pays|camps|équipes)\b"
    r"|\b(?:une? tel(?:le)?|de tel(?:le)?s) (?!\w+ (?:\w+ )?qu[e'])\w+|\bdans un (?:premier|second|deuxième) temps\b"
    r"|\b(?:la|de la) (?:première|seconde|deuxième|troisième|dernière) (?:liste|catégorie)\b(?! (?:de|du|des|d')\b)"
)
_DEMONSTRATIVE = re.compile(
    r"\b(?:ce|cet|cette|ces) "
    r"(?!qu[ie']|dont |n'|s'|au |jusqu|dès |depuis |malgré |pour |"
    r"fut |soit |sera |serait |sont |a |est |était |à |jour|faire )([\w'-]+)"
)
_FIRST_PERSON = re.compile(r"\b(?:je|j'|nous|vous|mon|ma(?!['’])|mes|notre|nos|votre|vos|moi|tu)(?:\b|(?<='))")
_NOUN_BEFORE = re.compile(
    r"\b(?:l[ea]s?|l'|une?|des|du|au|aux|ces?|cet|cette|ses|leurs?|\d+"
    r"|plusieurs|quelques|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|cent) ?\w{3,}",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"\b(?:les|des|aux|ces|ses|leurs) [\w'-]+", re.IGNORECASE)
_PLURAL_BEFORE = re.compile(
    r"\b(?:les|des|ces|ses|aux|leurs|plusieurs|deux|trois|\d+)\s+\w+"
    r"|\b(?:suffisamment|beaucoup|assez|trop|peu|nombre|tant|combien|certaine?s|quelques) (?:d'|de )?\w+s\b",
    re.IGNORECASE,
)
_SINGULAR_BEFORE = re.compile(r"\b(?:l[ea]|l'|une?|du|au) ?\w{3,}", re.IGNORECASE)
_POSSESSIVE_FIRST = re.compile(r"^(?:\W*)(?:son|sa|ses|leurs?)\s", re.IGNORECASE)


def unresolved_pronoun(text: str) -> str | None:
    """« Il a marqué trois buts » hangs; « Kling affirme qu'il… », « a-t-il », « il y a » do not.

    A pronoun is taken as resolved where a name or a noun of its number stands before it in the same text.
    """
    for match in _INVERTED.finditer(text):
        before = text[: match.start()]
        if match.group(1) and not (named_before(before) or _NOUN_BEFORE.search(before)):
            return match.group()
    text = re.sub(r"^Il (?=(?:n'|ne )?(?:y |faut|faudra|reste|existe|manque|suffit))", "il ", text)
    flat = _IMPERSONAL.sub(" ", _INVERTED.sub(" ", text))
    for match in _PRONOUN.finditer(flat.lower()):
        said = match.group()
        before = flat[: match.start()]
        if said in ("ils", "elles", "eux"):
            known = bool(_PLURAL_BEFORE.search(before))
        else:
            one = _SEVERAL.sub(" ", before)
            known = named_before(one) or bool(_SINGULAR_BEFORE.search(one))
        if not known:
            return said
    return None


_CLITIC = re.compile(r"\bl'(?=\w+(?:[^m]ent|eront|aient)\b)(?!arg|acc|agent|occid|orient|adolesc|excéd|incid|équival)")
_EN = re.compile(
    r"\b(?:s'|qui |n'|ils |elles |il |elle )en "
    r"(?!\d|\w+ant\b|(?:baisse|hausse|cours|tête|recul|vigueur|service|fuite|place|état|lien|vie|danger|mesure)\b)\w+"
)


def unresolved_object(text: str) -> str | None:
    """« quel pourcentage des entreprises l'utiliseront ? »: what? A name or a singular noun must stand before."""
    for match in (*_CLITIC.finditer(text), *_EN.finditer(text)):
        before = _SEVERAL.sub(" ", text[: match.start()])
        if not named_before(before) and not _SINGULAR_BEFORE.search(before):
            return match.group()
    return None


_OF_THESE = re.compile(
    r"\b(?:le|la|les)?quel(?:le)?s? (?:de|parmi) ces\b|\bparmi ces\b|\bces (?:mots|paroles|propos)\b|\bcette phrase\b",
    re.IGNORECASE,
)
"""« Lequel de ces produits… », « De qui sont ces mots : … » point at what is shown, not at the article."""


def unresolved_demonstrative(text: str, topic: str = "") -> str | None:
    """« cette étude », « ce modèle »: unless the noun stands before in the same text or in the topic line, or is one of
    time."""
    text = _OF_THESE.sub(" ", _LATELY.sub(" ", text))
    above = fold(topic)
    for match in _DEMONSTRATIVE.finditer(text.lower()):
        noun = match.group(1).split("'")[-1]
        if noun in words("time_nouns") or noun in ("qui", "que", "dont"):
            continue
        if begins_in(noun[:-1], text[: match.start()].lower()) or (above and begins_in(fold(noun)[:-1], above)):
            continue
        return match.group()
    return None


_DEFINITE = re.compile(
    r"\b(?:le|la|l'|les|du|au|aux|des|cet?)\s?(?:jeunes? |deux |trois )?([\w-]+)(?=(\W+)([\w'-]+)?)", re.IGNORECASE
)
_COMPLEMENTS = (
    "de",
    "du",
    "des",
    "d'",
    "à",
    "au",
    "aux",
    "qui",
    "que",
    "qu'",
    "dont",
    "où",
    "en",
    "pour",
    "sur",
    "contre",
    "entre",
)


_ADJECTIVE_AND_MORE = re.compile(
    r" \w+(?:al|ale|aux|ique|aire|if|ive|el|elle|ien|ienne|oise?|aise?|ande?|aine?|able|ible|eux|euse|ée?)s?"
    r" (?:de |d'|du |des |à |au |aux |qui |que |qu'|pour |[A-ZÀ-Þ])"
)
"""« la directrice générale du studio… »: one adjective may stand before what says which."""


def unresolved_definite(text: str, topic: str) -> str | None:
    """« la compagnie », « le tueur », « le contrat » with nothing behind them and nothing in the topic line.

    « la compagnie Air France », « le contrat de Neymar », « le gouvernement français » say which.
    """
    above = fold(topic)
    for match in _DEFINITE.finditer(text):
        noun, gap, after = match.group(1).lower(), match.group(2), match.group(3) or ""
        if noun not in words("anaphoric") or match.group(1)[0].isupper():
            continue
        if not gap.strip(" ") or gap.strip() in ("«", '"', "“"):
            lower = after.lower()
            if after[:1].isupper() or gap.strip() or lower in _COMPLEMENTS or lower.startswith(("d'", "qu'")):
                continue
            if lower in words("telling_adjectives") or after[:1].isdigit():
                continue
        if _ADJECTIVE_AND_MORE.match(text, match.end()) or begins_in(fold(noun), above):
            continue
        return match.group(0)
    return None


_BARE_SHARE = re.compile(
    r"(?:Seuls? |Près d\w+ |Environ |Quelque |Plus d\w+ )?(?:_____|\d[\d,. ]*|[A-ZÀ-Þ][\w-]+) ?(?:%|pour cent) "
    r"(?!d[eu']|des\b|parmi)"
)
"""« 35 % veulent créer des personnages… »: of whom, another sentence says."""


_SAME_PERIOD = re.compile(
    r"(?:(?<=années)|(?<=mois)|(?<=trimestre)|(?<=semestre))\b.*\b(?:au cours de|sur|pendant|durant) la même période\b"
)
"""« … au cours des trois prochaines années, … au cours de la même période » says which."""


_HEADLESS = re.compile(
    r"(?:[A-ZÀ-Þ][^,]{3,40}, )?(?:L(?:a|e|es) |L['’]|(?<=, )(?:l(?:a|e|es) |l['’]))(?P<noun>baisse|hausse|croissance"
    r"|augmentation|progression|diminution|recul|reprise|chute|compte|total|montant|nombre|chiffre|taux|coût|budget"
    r"|somme|mesure|perte|gain|recette|dépense)s? "
    r"(?:était |est |s['’]|reste |a |atteint |devrait |se |serait |avait |sera |étaient |sont |restent "
    r"|ont |atteignent )"
)


def headless_figure(text: str, topic: str) -> str | None:
    """« La croissance reste faible, à 1 % », « Le compte est de 25 pays »: whose, unless the topic line has it."""
    found = _HEADLESS.match(text)
    if found is None or re.search(rf"\b{re.escape(fold(found['noun']))}", fold(topic)):
        return None
    return found.group().strip()


_TOLD_BEHIND = re.compile(
    r"\b([Ll])es autres (?=[a-zà-ÿ-]+ (?:à|au|aux|de|du|des|en|qui|inscrits|engagés)\b|[a-zà-ÿ-]+ d')"
)
_LATELY = re.compile(r"\bces derni(?:er|ère)s (?:jours|mois|semaines|années|heures|temps)\b")
_THE_LAST = re.compile(r"\bce dernier\b")
_WHOLE_NAME = re.compile(r"\b[A-ZÀ-Þ][\w'-]+ [A-ZÀ-Þ][\w'-]+")
"""« Qui s'oppose à Luc Roy et au fils de ce dernier ? »: one man has been named."""
_OTHER_HALF = re.compile(r"(?<=\bmoitié\b)(?P<between>.*)\bl'autre moitié\b")
_OF_TWO = re.compile(
    r"(?P<names>[A-ZÀ-Þ][\w'-]+ et (?:(?:les?|la|du|des?) |de la |[ld]')?[A-ZÀ-Þ].*)"
    r"\bles deux (?:pays|hommes|femmes|camps|équipes)\b"
)


def pointed_at(text: str) -> str:
    """The text without the pointers whose aim it shows: « les autres candidats à la mairie », « la moitié …, et l'autre
    moitié », « le Mali et le Niger … entre les deux pays », « ces derniers jours »."""
    text = _LATELY.sub(" ", _TOLD_BEHIND.sub(r"\1es ", text))
    last = _THE_LAST.search(text)
    if last is not None and len(set(_WHOLE_NAME.findall(text[: last.start()]))) == 1:
        text = _THE_LAST.sub(" ", text)
    return _OF_TWO.sub(r"\g<names>", _OTHER_HALF.sub(r"\g<between>", text))


_AT_THAT_TIME = re.compile(r"\bà ce (?:moment|stade)\b(?! (?:où|précis))")


def stands_alone(candidate: Candidate, scene: Scene) -> str | None:
    """Read under its topic line, a question tells who, what, where and when.

    « Combien d'emplois la compagnie a-t-elle supprimés ? » does not; « Combien d'emplois Air Bois a-t-elle
    supprimés ? » does. What stands between quotation marks is the speaker's own, and only looked at for what it hangs
    on.
    """
    text = own_words(candidate.question.fr)
    if candidate.construction in ("who-claimed", "true-false-claim"):
        text = _OWN_OBJECT.sub(r"\g<asked>", _OWN_PRONOUN.sub(r"\g<asked> Untel", text))
        pointed = unresolved_demonstrative(text, scene.topic(candidate))
        if pointed:
            return f"unresolved: {pointed}"
    elif candidate.construction == "event-agent":
        text = _SAYING_OF_ONESELF.sub(r"\g<asked> Untel", text)
    unclear = _unclear_words(candidate, scene)
    if unclear:
        return unclear
    plain = text.replace("’", "'")
    hanging = (object_in_the_air(plain), opening_in_the_air(plain), half_a_name(plain, scene.topic(candidate)))
    for found in (unresolved_pronoun(text), unresolved_object(text), *hanging):
        if found:
            return f"unresolved: {found.strip()}"
    pointing = _POINTING.search(_SAME_PERIOD.sub(" ", pointed_at(text).lower()))
    if pointing:
        return f"unresolved: {pointing.group().strip()}"
    if _POSSESSIVE_FIRST.match(text):
        return "begins with a possessive"
    if candidate.form in ("cloze", "true-false") and _BARE_SHARE.match(text):
        return "a share of nothing"
    headless = candidate.form in ("cloze", "true-false") and headless_figure(text, scene.topic(candidate))
    if headless:
        return f"of what: {headless}"
    person = _FIRST_PERSON.search(text.lower())
    if person:
        return f"first or second person: {person.group()}"
    short = len(text.split()) < 5 and not isinstance(candidate.fact, Quotation) and candidate.form != "cloze"
    if short and not names_in(candidate.question.fr):
        return "too short to stand alone"
    return None


_OWN_PRONOUN = re.compile(r"(?P<asked>(?:Qui|C'est .{2,60}? qui) .{2,40}? qu')(?:il|elle)\b")
"""« Qui a promis qu'il reviendrait ? »: the pronoun is whoever is asked for (the builder has seen to it)."""
_OWN_OBJECT = re.compile(
    r"(?P<asked>(?:Qui|C'est .{2,60}? qui) .{2,40}? qu(?:e |')[^,;]{2,60}?) lui(?= (?:ont|a|avai\w+|aurai\w+) )"
)
_SAYING_OF_ONESELF = re.compile(
    r"(?P<asked>^Qui (?:a |avait )?(?:également )?(?:indiqué|annoncé|déclaré|affirmé|expliqué|reconnu|confirmé"
    r"|assuré|promis|précisé|raconté|admis|estimé) qu')(?:il|elle)\b"
)
"""« Qui a annoncé qu'elle avait mal au dos ? »: it is herself, unless another stands before, and none does."""
_TELLING = 2
"""Words of its own that a quotation needs: with fewer, anybody may have said it of anything."""
_MUCH_SAID = 14
"""Words from which « cette station » among them is a doubt and no reason: who said it can be told by the rest."""


def _unclear_words(candidate: Candidate, scene: Scene) -> str | None:
    """Quoted words that hang on what is not shown: « Elles ont été prises en compte », « après cette réunion », or that
    anybody may have said: « Nous travaillons à établir tous les détails »."""
    shown = re.search(r"«\s?(.*)\s?»", candidate.question.fr.replace("\u00a0", " "), re.S)
    if not isinstance(candidate.fact, Quotation) or candidate.fact.quote_type != "direct" or shown is None:
        return None
    above = scene.topic(candidate)
    opening = opens_in_the_air(shown.group(1))
    if opening:
        return f"quoted words begin with {opening}"
    if _it_goes_on(candidate.fact, shown.group(1)):
        return "quoted words begin with c'"
    pointing = unresolved_pointer(shown.group(1), above)
    told = len(re.findall(r"\w+", shown.group(1))) >= _MUCH_SAID and telling_words(shown.group(1), above) > _TELLING * 2
    if pointing and not told:
        return f"unresolved in the quoted words: {pointing}"
    return None


def _it_goes_on(fact: Quotation, shown: str) -> bool:
    """« Il a ajouté qu'aller trop loin, « c'est mauvais à la fin » »: what is bad stands before the words."""
    if fact.place is None or not re.match(r"(?:c['’]|ce |cela |ça )", shown.lstrip()):
        return False
    before = fact.evidence.text[: max(0, fact.place.start - fact.evidence.start)].rstrip(' \u00a0«“"')
    return before.endswith(",")


def leaning(candidate: Candidate, scene: Scene) -> dict[str, float]:
    """What makes a reader doubt that a question is clear under its topic line, for the ranker to weigh.

    « cette étape » and « le navire » may be what the title speaks of in other words, which only a judge can tell; and
    quoted words with little of their own in them may be anybody's.
    """
    text = own_words(candidate.question.fr)
    shown = re.search(r"«\s?(.*)\s?»", candidate.question.fr.replace("\u00a0", " "), re.S)
    quoted = isinstance(candidate.fact, Quotation) and candidate.fact.quote_type == "direct" and shown is not None
    above = scene.topic(candidate)
    doubts = {
        "leans_definite": bool(unresolved_definite(text, above)),
        "leans_demonstrative": bool(
            unresolved_demonstrative(text)
            or _AT_THAT_TIME.search(text)
            or (quoted and shown and unresolved_pointer(shown.group(1), above))
        ),
        "generic_words": bool(quoted and shown and telling_words(shown.group(1), above) < _TELLING),
    }
    return {name: 1.0 for name, holds in doubts.items() if holds}
