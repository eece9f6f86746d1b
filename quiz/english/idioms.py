"""What English of ours says otherwise once it stands together: « la prison de Metz » is Metz prison, a place at the end
of a race is finished in, "how many arrested people were counted" is "how many people were arrested".

Works on finished English, one turn after another; refuses to know the French it came from.
"""

from __future__ import annotations

import re
from functools import cache

from quiz.english import lexicon, names
from quiz.english.conjugation import english_verb

_NAME = (
    r"(?:(?:Le|La|Les|New|San|Los|El|Saint|Sainte)[ -])?[A-ZÀ-ÖØ-Þ][\w'’]*(?:-[\w'’]+)*"
    r"(?: [A-ZÀ-ÖØ-Þ](?![\w.]*\.)[\w'’]*(?:-[\w'’]+)*){0,2}"
)
_NOT_BEHIND = r"(?![\w-]|\.\w| (?:of|and|or|[A-ZÀ-ÖØ-Þ]))(?!, (?:[A-ZÀ-ÖØ-Þ]|of\b))"
_KINDS = (
    r"(?:(?:symphony|philharmonic|military|maximum-security|international|football|Olympic|women's|train|bus|metro|police"
    r"|nuclear|power|gas|fire|space|weather) )*"
)
_ESTABLISHMENTS = re.compile(
    rf"\b[Tt]he (?P<kind>{_KINDS}(?:cemetery|governorate|observatory|orchestra)) of (?P<place>{_NAME}){_NOT_BEHIND}"
)
"""What has a name of its own, the place in it: "Arlington Cemetery"."""
_LOCATED = re.compile(
    rf"\b(?P<the>[Tt]he )(?P<kind>{_KINDS}(?:prison|airport|hospital|stadium|station|plant|checkpoint"
    rf"|roundabout|headquarters|velodrome|racecourse|marathon|team)) of (?P<place>{_NAME}){_NOT_BEHIND}"
)
"""What English names by its place, before it."""
_NO_ARTICLE = re.compile(r"(?:prison|airport|hospital|stadium|train station|bus station)$")
_HAPPENED = re.compile(
    r"\bthe (?P<kind>(?:suicide |terrorist |plane |train |bus )?"
    rf"(?:shooting|attacks?|bombings?|stabbing|crash|riots|massacre|fire|earthquake|derailment))"
    rf" of (?P<place>{_NAME}){_NOT_BEHIND}"
)
_GAMES = "football|handball|basketball|rugby|volleyball|hockey|cycling|tennis|judo|swimming|athletics|water polo|futsal"
_OF_SPORT = re.compile(
    r"\b(?P<head>(?:(?:World|European|Asian|African|League) )?(?:Cup|Championships?|team|championships?|coach|player"
    rf"|federation|tournament)) of (?P<game>{_GAMES})\b"
)
_NATIONAL = re.compile(rf"\b(?P<nation>[A-Z][a-z]+) national (?P<game>{_GAMES}) team\b")
_COUNTED = re.compile(
    r"\b(?P<how>[Hh]ow many) (?P<done>injured|wounded|arrested|detained|killed) people (?:were|are|have been)"
    r" (?:counted|recorded|reported|identified)\b"
)
_ARE_COUNTED = re.compile(r"\b(?P<how>[Hh]ow many) (?P<what>[a-z]+(?: [a-z]+)?) are counted\b")
_DEATHS = re.compile(
    r"\b(?P<how>[Hh]ow many) (?P<what>(?:[a-z]+ )?(?:deaths|victims|casualties|injuries|missing people))"
    r" (?P<be>are|were) (?:counted|recorded)\b"
)
_RANKED = re.compile(
    r"\b(?P<ask>[Ii]n (?:what|which) (?:place|position)) (?P<did>did|does|do|will) (?P<who>.+?)"
    r" arrive(?P<at> at| in|\b)"
)
_FINISHED_AT = re.compile(r"\b([Ii]n (?:what|which) (?:place|position) .+? finish) at(?= )")
_MORNING = re.compile(r"\b([ap]\.m\.) of (?=(?:January|February|March|April|May|June|July|August|September|October"
                      r"|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)")  # fmt: skip
_NUMBER = (
    r"(?:(?:more than|less than|almost|nearly|about|over|at least|around) )?"
    r"(?:\d[\d,.]*|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty"
    r"|several|a few)"
)
_LASTING = re.compile(
    rf"\bsince (?P<long>{_NUMBER} (?:years?|months?|weeks?|days?|hours?|minutes?|decades?|centur(?:y|ies)))\b"
    r"(?! (?:of|ago|later|earlier|before|after))"
)
_SURPRISED = re.compile(
    r"(?<!\bwas )(?<!\bwere )(?<!\bbeen )(?<!\bis )(?<!\bare )(?<!\bbe )\bsurprised(?= by \w+ing\b| in \d| on [A-Z])"
)
_PLANNED = re.compile(
    r"\b(plan|law|bill|budget|agreement|decree|reform|treaty|text|contract) planning (?=(?:the|an?|for)\b)"
)
_ONE_COUNTRY = r"the (?:United States|Netherlands|Philippines|United Arab Emirates|Bahamas|Maldives|Comoros)"
_PLURAL = {"do": "does", "are": "is", "were": "was", "have": "has"}
_ASKED_OF = re.compile(rf"\b(?P<be>do|are|were|have) (?P<one>{_ONE_COUNTRY})(?! (?:and|of)\b|,)")
_SAID_OF = re.compile(rf"(?:(?<=\bthat )|(?<=\bdid ))(?P<one>{_ONE_COUNTRY}) (?P<be>do|are|were|have)\b")
_WHO_HAS = re.compile(rf"\b(?P<it>[Ii]t (?:is|was) {_ONE_COUNTRY} that) (?P<be>do|are|were|have)\b")
_DATED = (
    r"on (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, )?(?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December) \d{1,2}(?:, \d{4})?"
)
_WHEN_BETWEEN = re.compile(
    rf"^(?P<ask>Who|What [a-z]+|Which [a-z]+) (?P<verb>[a-z]+) (?P<when>{_DATED}) (?=(?:an?|the|its|their|his|her) )"
)
_WORLDWIDE = re.compile(r"(?P<each>\b(?:each|every|per) (?:year|day|month)) in the world(?=[?,.]|$)")
_MANNER = re.compile(
    r"(?<!\w')\b(?P<verb>[a-z]+) (?P<adverb>[a-z]+ly)(?= (?:an?|the|its|his|her|their|this|these) [a-z])"
)
_OF_AMOUNTS = frozenset({"only", "nearly", "exactly", "approximately", "roughly", "early", "daily", "weekly", "monthly",
                         "yearly", "partly", "mostly", "mainly", "supply", "family", "rely", "reply", "apply", "fly",
                         "barely", "hardly", "solely", "merely", "precisely", "particularly",
                         "especially"})  # fmt: skip
_GATHERED = re.compile(r"\b(are|were|was|been) brought together(?= (?:on|in|at|around|outside)\b)")
_ORDERED = re.compile(r"\b(?P<first>(?!how\b|the\b|an?\b|of\b)[a-z]+) (?P<new>additional|extra) (?=[a-z]+)")
_CAMPAIGN = re.compile(rf"\bthe (?P<what>campaign(?: manager| director)?) of (?P<who>{_NAME}){_NOT_BEHIND}")

_GAMES_OF = re.compile(
    rf"\bthe (?P<what>(?:(?:Winter|Summer|Youth) )?(?:Olympic Games|Paralympic Games|Games|Olympics|Paralympics))"
    rf" of (?P<place>{_NAME}){_NOT_BEHIND}"
)
_EURO = re.compile(r"\bthe Euro (\d{4}) of football\b")
_SAVES = re.compile(r"\bhow many stops (did|do|does) (.+?) (?:carry out|make)\b", re.IGNORECASE)
_GONE = re.compile(rf"\b(has|have|had) been for (?P<long>{_NUMBER} [a-z]+) without ")
_WITHOUT_A = re.compile(r"\bwithout (?=(?:government|president|prime minister|leader|majority|contract)\b)")
_IN_TOWNS = re.compile(
    r"\bon (?=(?:[\d,]+ |several |many |all the )(?:municipalities|cities|towns|departments|countries)\b)"
)
_STILL = re.compile(r"^(On [A-Z][a-z]+ \d{1,2}(?:, \d{4})?) still, ")
_RACE = re.compile(r"\bthe event of the (\d[\d,.]* ?(?:km|m|meters|kilometers))( in open water)?\b")
_IN_TIME = re.compile(
    r"\b([Ii])n how much time (?P<did>do|does|did) (?P<who>.+?) (?P<run>win|finish|run|complete|swim|cover)\b"
)
_TOOK_PLACE = re.compile(
    r"\b(take|takes|took|taken|get|gets|got) the (first|second|third|fourth|fifth|sixth|last) place\b"
)
_FOR_MAYOR = re.compile(r"\b(?P<who>candidates?)(?P<of> of [^,?]+?)? (?:at|in|for) the town hall (?:of|in) (?=[A-Z])")
_CHAMPION = re.compile(
    r"\b(?P<game>saber|épée|foil|fencing|judo|boxing|swimming|sprint|slalom|giant slalom|skating|rowing|cycling"
    r"|wrestling|biathlon|triathlon|decathlon|heptathlon|marathon|pole vault|figure skating|karate|gymnastics)"
    r" (?P<of>Olympic|world|European|African|national) (?P<one>champions?)\b"
)
_MADE = re.compile(
    rf"\b(?P<made>elected|appointed|named|chosen|crowned|nominated) (?P<when>in (?:[A-Z][a-z]+ )?\d{{4}}|{_DATED})"
    r" (?P<role>(?:(?:the|a|an) )?(?:[a-z]+ )?(?:candidate|president|leader|chairman|mayor|minister|champion|secretary"
    r"|captain|director|head|manager|deputy|senator|governor)\b[^?]*)(?=\?)"
)
_AT_THE_HEAD = re.compile(rf"\belected (?P<when>in \d{{4}}|{_DATED}) at the head of (?P<of>[^?]+)(?=\?)")
_AGAINST = re.compile(r"\b(?P<what>(?:procedure|sanctions?|proceedings|complaint)\b(?: for [^?,]*?)?) towards\b")
_TRIED = re.compile(
    r"\bexperience(?=s? (?:was|were|has been|have been|did [A-Z]) ?.*\b(?:carried|conducted|carry|conduct)\b)"
)
_POLL = re.compile(rf"\bthe (?P<what>poll|survey) of (?:the )?(?P<who>{_NAME}){_NOT_BEHIND}")
_THAN_ONE = re.compile(
    r"\b(more|less) than one (?=(?:decade|year|month|week|day|century|minute|kilometer|meter|ton)\b)"
)
_KILLED = re.compile(r"\b(?P<how>[Hh]ow many [a-z]+) did (?P<what>.+?) cause the death\b(?P<rest>.*?) of\?")
_TO_BOTH = re.compile(rf"\bto ({_NAME}) and in (?=[A-Z])")
_CLOSE_TO = re.compile(r"\b(become|becomes|became|is|was) a relative of (?=[A-Z])")
_ON_VISIT = re.compile(r"\bin (?P<kind>(?:(?:official|private|industrial|state|surprise|working) )?visit)\b(?!')")
_STATES = re.compile(r"(?<=\d )States\b|(?<=American )State\b|(?<=[Ww]hich )State\b")
_AIRCRAFT = re.compile(r"\bdevice(?= (?:carry|carried|crash|crashed|take off|took off|land|landed)\b)")
_IN_TEAM = re.compile(r"\bhold at (?=the [^?]*?\bteam\b)")
_STABBED = re.compile(r"\b(stab wounds [^?]*?)carry(ing)?\b")
_OF_ACRONYM = re.compile(r"\bthe (?P<what>control center|headquarters|probe|budget) of the (?P<who>[A-Z]{2,5})\b(?!')")
_FIGURES = re.compile(r"\bthe (figures|data|statistics) of (?=[A-Z])")


def english_idiom(text: str) -> str:
    """`text`, a question or phrase of ours in English, with what English says otherwise."""
    for turn in (_placed, _counted, _raced, _timed, _agreed, _worded):
        text = turn(text)
    return text


def _placed(text: str) -> str:
    """ "the prison of Metz" is Metz prison, "the national team of football" the national football team."""
    text = text.replace("the Police Headquarters of ", "the police headquarters of ")
    text = _ESTABLISHMENTS.sub(_establishment, text)
    text = _LOCATED.sub(_located, text)
    text = _HAPPENED.sub(r"the \g<place> \g<kind>", text)
    text = _OF_SPORT.sub(_of_sport, text)
    text = _GAMES_OF.sub(r"the \g<place> \g<what>", text)
    text = _EURO.sub(r"Euro \1", text)
    text = _IN_TOWNS.sub("in ", text)
    text = _STATES.sub(lambda found: found[0].lower(), text)
    text = _TO_BOTH.sub(r"to \1 and ", text)
    text = _POLL.sub(r"the \g<who> \g<what>", text)
    text = _OF_ACRONYM.sub(r"the \g<who> \g<what>", text)
    text = _FIGURES.sub(r"\1 from ", text)
    return _CAMPAIGN.sub(r"\g<who>'s \g<what>", text)


def _establishment(found: re.Match[str]) -> str:
    kind = " ".join(word[:1].upper() + word[1:] for word in found["kind"].split())
    article = found[0][:4] if kind.endswith(("Orchestra", "Observatory")) else ""
    return f"{article}{found['place']} {kind}"


def _located(found: re.Match[str]) -> str:
    if found["kind"].endswith("team") and not names.is_place(found["place"]):
        return found[0]  # the team of a person
    article = "" if _NO_ARTICLE.search(found["kind"]) else found["the"]
    return f"{article}{found['place']} {found['kind']}"


def _of_sport(found: re.Match[str]) -> str:
    """ "national team of football", but "League Cup of handball" has its capitals."""
    head, game = found["head"], found["game"]
    first, _, last = head.rpartition(" ")
    said = f"{game.title()} {head}" if last[:1].isupper() else f"{game} {last}"
    return said if last[:1].isupper() or not first else f"{first} {said}"


def _counted(text: str) -> str:
    """ "how many injured people are counted": how many were injured; deaths are not counted, there were so many."""
    text = _COUNTED.sub(r"\g<how> people were \g<done>", text)
    text = _KILLED.sub(r"\g<how> did \g<what> kill\g<rest>?", text)
    text = _DEATHS.sub(r"\g<how> \g<what> were there", text)
    return _ARE_COUNTED.sub(r"\g<how> \g<what> are there", text)


def _raced(text: str) -> str:
    """ "in what place does Lou Petit arrive": finish."""
    text = _RANKED.sub(
        lambda found: f"{found['ask']} {found['did']} {found['who']} finish{' in' if found['at'] else ''}", text
    )
    text = _SAVES.sub(r"How many saves \1 \2 make", text)
    text = _IN_TEAM.sub("hold with ", text)
    text = _CHAMPION.sub(r"\g<of> \g<game> \g<one>", text)
    text = _IN_TIME.sub(r"\1n what time \g<did> \g<who> \g<run>", text)
    text = _TOOK_PLACE.sub(r"\1 \2 place", text)
    text = _RACE.sub(lambda found: f"the {found[1]} {'open-water ' if found[2] else ''}event", text)
    return _FINISHED_AT.sub(r"\1 in", text)


def _timed(text: str) -> str:
    """ "at 2 a.m. of January 3" is on that day, "since two years" for so long; a date behind a verb goes first."""
    text = _MORNING.sub(r"\1 on ", text)
    text = _LASTING.sub(r"for \g<long>", text)
    text = re.sub(r"\bfor for\b", "for", text)
    text = _THAN_ONE.sub(r"\1 than a ", text)
    text = _STILL.sub(r"\1, ", text)
    text = _GONE.sub(r"\1 gone \g<long> without ", text)
    moved = _WHEN_BETWEEN.match(text)
    if moved is not None:
        ask, when = moved["ask"], moved["when"]
        text = f"O{when[1:]}, {ask[0].lower()}{ask[1:]} {moved['verb']} {text[moved.end() :]}"
    text = _AT_THE_HEAD.sub(r"elected leader of \g<of> \g<when>", text)
    text = _MADE.sub(r"\g<made> \g<role> \g<when>", text)
    return _WORLDWIDE.sub(r"\g<each> worldwide", text)


def _agreed(text: str) -> str:
    """The United States is one country."""
    text = _ASKED_OF.sub(lambda found: f"{_PLURAL[found['be']]} {found['one']}", text)
    text = _SAID_OF.sub(lambda found: f"{found['one']} {_PLURAL[found['be']]}", text)
    return _WHO_HAS.sub(lambda found: f"{found['it']} {_PLURAL[found['be']]}", text)


def _worded(text: str) -> str:
    """Words that stand elsewhere in English, or have others for them."""
    text = _SURPRISED.sub("caused surprise", text)
    text = _PLANNED.sub(r"\1 providing for ", text)
    text = re.sub(r"\bproviding for for\b", "providing for", text)
    text = _FOR_MAYOR.sub(r"\g<who>\g<of> for mayor of ", text)
    text = re.sub(r"\bequivalent from (?=\d)", "equivalent of ", text)
    text = _CLOSE_TO.sub(r"\1 a close associate of ", text)
    text = _ON_VISIT.sub(lambda found: f"on {'an' if found['kind'][0] in 'aeiou' else 'a'} {found['kind']}", text)
    text = _STABBED.sub(lambda found: found[1] + ("inflicting" if found[2] else "inflict"), text)
    text = _AIRCRAFT.sub("aircraft", text)
    text = _AGAINST.sub(r"\g<what> against", text)
    text = _TRIED.sub("experiment", text)
    text = re.sub(r"\bthat left from (?=[A-Z])", "that left ", text)
    text = _WITHOUT_A.sub("without a ", text)
    text = _GATHERED.sub(r"\1 gathered", text)
    text = _ORDERED.sub(_in_order, text)
    return _MANNER.sub(_before_verb, text)


def _in_order(found: re.Match[str]) -> str:
    """ "federal additional units" are additional federal ones."""
    return f"{found['new']} {found['first']} " if found["first"] in _said_adjectives() else found[0]


def _before_verb(found: re.Match[str]) -> str:
    """ "adopted definitively a law" is "definitively adopted a law"."""
    if found["adverb"] in _OF_AMOUNTS or found["verb"] not in _said_verbs():
        return found[0]
    return f"{found['adverb']} {found['verb']}"


@cache
def _said_verbs() -> frozenset[str]:
    """Every verb of our lists, as it stands in a question and in a statement."""
    said: set[str] = set()
    for frames in lexicon.frames().values():
        for frame in frames:
            if " " not in frame.english and frame.english != "be":
                forms = english_verb(frame.english)
                said |= {forms.base, forms.third, forms.past}
    return frozenset(said)


@cache
def _said_adjectives() -> frozenset[str]:
    return frozenset(lexicon.adjectives().values())
