"""Where and when a clause says that something happened: the place that leads in, one among its complements, the day.

Knows one clause and its names; a place that is only part of what is told of (« l'ambassadeur à Paris ») is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quiz.facts.clause_pieces import text_of
from quiz.facts.event import Event
from quiz.facts.event_answers import Answer
from quiz.facts.event_dates import clock_after, date_in, day_before, weekday_in
from quiz.facts.event_openings import ARTICLES, OF, Opening
from quiz.facts.event_telling import Telling
from quiz.facts.event_words import known_places, words
from quiz.facts.names import person_noun
from quiz.facts.parsing import Token
from quiz.facts.spec_scene import Name
from quiz.facts.speech import speech_form

FEWEST = 3
"""Tokens that must follow the verb: « Qui a gagné ? » asks nothing."""
IN = frozenset(("à", "au", "aux", "en", "dans"))


class Placing(Telling):
    """A clause and where it happens."""

    def _headless(self, left: Sequence[int]) -> bool:
        """« a reçu le 13 mai à Oslo, en Norvège, le prix … »: what was cut off is the object itself."""
        group = self.clause.group
        if not self.clause.cut or group.passive or group.auxiliary == "être":
            return False
        behind = self.clause.seen.cats[self.clause.after + len(self.clause.rest) :][:2]
        if group.lemma == "appartenir" and behind == ("comma", "rel"):
            return False  # « appartient à la société Volute, | qui emploie dix personnes »
        return not any(self._is_object(i) for i in left)

    def _object_cut_off(self) -> bool:
        """« a lancé en 2009, dans le nord, | une insurrection »: the comma stands before the object."""
        clause, cats = self.clause, self.clause.seen.cats
        after = clause.rest[-1] + 1
        plain = clause.group.passive or clause.group.auxiliary == "être"
        behind = cats[after : after + 2] == ("comma", "det")
        return clause.cut and behind and not plain and not any(self._is_object(i) for i in clause.rest)

    def _is_object(self, i: int) -> bool:
        """« un prix » in « a reçu un prix », not « le nord » in « dans le nord »."""
        cats, stop = self.clause.seen.cats, self.clause.group.stop
        if cats[i] not in ("noun", "name") or self.of_time(i):
            return False
        at, tokens = i - 1, self.clause.seen.tokens
        called = tokens[at].lower_ in ("le", "la", "les", "l'") and tokens[at].text[:1].isupper()
        if cats[i] == "name" and called and cats[at - 1] in ("noun", "adj"):
            return False  # « a adressé au journal | La Volute | un texte »
        if i == stop and cats[i] == "noun":
            return True  # « a eu | lieu », « a pris | feu »
        if tokens[at].lower_ == "des" and (self.of_time(at - 1) or tokens[at - 1].lower_ == "fois"):
            return True  # « a pris pour la première fois | des images »
        if "moins" in (tokens[at].lower_, tokens[at - 1].lower_) and at > stop:
            return False  # « à l'unanimité moins deux abstentions »
        while at >= stop and cats[at] in ("det", "num", "adj"):
            if cats[at + 1] == "det" and tokens[at].text.isdigit():
                break  # « a remporté en 1956 | le Tour »
            at -= 1
        return at < i - 1 and (at < stop or cats[at] not in ("adp", "and"))

    def _in(self, preposition: str, name: Name) -> bool:
        """« en Guinée », « au Mali » are places; « à la Guinée » is to whom something is given."""
        return preposition != "à" or self.scene.word(name.start - 1) == "à" or name.text[:2] in ("La", "Le")

    def hangs_on_verb(self, start: int, end: int) -> bool:
        """Is the complement the verb's and no noun's: « a signé | à Nantes », not « le maire | de Nantes »?"""
        group = self.clause.group
        if start in (group.stop, self.clause.after):
            return True
        inside = self.scene.doc[start:end]
        top = next((t for t in inside if not start <= t.head.i < end), None)
        return top is not None and top.head.i in (group.main, group.finite)

    def happens_there(self, answer: Answer, opening: Opening, start: int) -> bool:
        """« a ouvert un atelier | à Lévis », « mortes dans un attentat | en Syrie », « un accord | avec la Guinée » are
        true of the clause, whatever the parser hangs them on; « l'ambassadeur | à Paris » is not."""
        if not opening.tokens or (opening.of and answer.family != "ville"):
            return False
        preposition = self.scene.word(opening.tokens[0])
        if preposition == "en" and self.scene.word(opening.tokens[-1]) in words("beating"):
            return True
        inside = set(self.clause.seen.cats[self.clause.group.stop : start])
        if self._counts_on(start):
            return False
        if preposition == "par" and self.clause.group.passive and not {"part", "verb", "ger", "name"} & inside:
            return True  # « a été occupée pendant trois jours | par la Guinée »
        somewhere = answer.kind in ("place", "country") and preposition in IN
        if not somewhere and preposition not in ("avec", "contre", "face"):
            return False
        between = self.scene.doc[self.clause.group.stop : start]
        nouns = [t for t in between if t.pos_ in ("NOUN", "PROPN") and not self.of_time(t.i)]
        if preposition == "face" and self.clause.seen.cats[start - 1] == "comma":
            return True  # « a remporté la primaire avec 54 % des voix, | face à Awa Sow »
        left = self.clause.group.lemma in words("leaving_verbs")
        if left and any(t.lower_ in OF for t in between):
            return False  # « est revenu de son exil | au Sénégal »
        befalls = self.clause.group.lemma in words("befalling_verbs") and not self._told_between(start)
        if somewhere and (not nouns or befalls):
            return True  # « se déroule du 9 au 11 mai | à Lyon »
        if somewhere and self._befalls_there(between, start):
            return True
        last = nouns[-1] if nouns else None
        town = next((n for n in self.place.names if last is not None and n.start <= last.i < n.end), None)
        chained = town is not None and town.end == start and self._somewhere(town)  # « à Orlando | en Floride »
        if last is None or any(person_noun(t.text) for t in nouns) or not (chained or last.text[:1].islower()):
            return False
        speech = speech_form(self.scene.doc[self.clause.group.main].text)
        if speech is not None and speech.strength == "strong":
            return False  # « a annoncé l'ouverture d'une enquête | en France »
        noun = nouns[-1].lower_
        happening = noun in words("happenings") or noun.endswith(("tion", "tions", "sion", "age"))
        cats = self.clause.seen.cats
        within = (*OF, "dans", "lors", "pendant", "durant")  # not « en réponse à l'intervention | en Guinée »
        happening = happening and all(cats[t.i] != "adp" or t.lower_ in within for t in between)
        plain = all(cats[t.i] != "adp" or t.lower_ in OF for t in between)
        return plain or (somewhere and (happening or chained or self._in_a_site(between)))

    def _counts_on(self, start: int) -> bool:
        """« a tué deux Maliens et plus de cent personnes | en Guinée »: the second number's place alone."""
        cats, stop = self.clause.seen.cats, self.clause.group.stop
        joints = [i for i in range(stop, start) if cats[i] == "and" and cats[i - 1] != "num"]
        return any({"num"} & {*cats[i + 1 : i + 4]} and "num" in cats[stop:i] for i in joints)

    def _befalls_there(self, between: Sequence[Token], start: int) -> bool:
        """« a été blessée par balle | à Birac », « a cédé son titre au Mali | à Lyon »: what somebody does or suffers
        with his own body is done where the clause ends, if no other act and no place stands between."""
        cats, word, rest = self.clause.seen.cats, self.scene.word, self.clause.rest
        group = self.clause.group
        done = group.lemma in words("located_verbs") and (
            group.passive or bool(group.auxiliary) or group.tense == "past"
        )
        last = start + 1 + (word(start + 1) in ARTICLES)
        name = next((n for n in self.place.names if n.start == last), None)
        if not done or name is None or self._told_between(start):
            return False
        ends = name.end - 1 == rest[-1] or cats[name.end : name.end + 1] == ("comma",) or self.of_time(name.end + 1)
        aims = any(t.lower_ in ("pour", "contre", "vers", "depuis", "entre", "avec", "selon") for t in between)
        spoken = any(cats[t.i] in ("sub", "mark", "and") for t in between)
        nouns = [t for t in between if t.pos_ == "NOUN"]
        return ends and not aims and not spoken and not (nouns and person_noun(nouns[-1].text) is not None)

    def _told_between(self, start: int) -> bool:
        """« s'est tenue à Thiès, réunissant les élus | à Dakar »: another place, or another act."""
        cats, stop = self.clause.seen.cats, self.clause.group.stop
        acts = any(cats[i] in ("part", "ger", "rel", "verb", "inf") for i in range(stop, start))
        return acts or any(self._somewhere(n) for n in self.place.names if stop <= n.start and n.end < start - 1)

    def _somewhere(self, name: Name) -> bool:
        """« à Orlando », « dans le Var »: a place behind a preposition of place."""
        before = name.start - 2 if self.scene.word(name.start - 1) in ARTICLES else name.start - 1
        return self.scene.word(before) in IN

    def _in_a_site(self, between: Sequence[Token]) -> bool:
        """« dans une boîte de nuit | à Orlando », « dans l'effondrement d'un mur | à Nantes »: all that stands between
        says where."""
        cats = self.clause.seen.cats
        for t in between:
            if cats[t.i] != "adp" or t.lower_ in OF:
                continue
            noun = next((k for k in range(t.i + 1, self.clause.rest[-1]) if cats[k] == "noun"), None)
            word = self.scene.word(noun) if noun is not None else ""
            sited = word in words("sites") | words("happenings") or word.endswith(("tion", "ement"))
            if t.lower_ not in (*IN, "sur") or not sited:
                return False
        return True

    def _led_places(self) -> Iterator[Event]:
        """« À Nantes, | les pompiers ont éteint le feu »: the place that leads in, alone between its commas."""
        clause, cats, word = self.clause, self.clause.seen.cats, self.scene.word
        if not self.tells() or len(clause.rest) < FEWEST or clause.relative or self._object_cut_off():
            return
        for name in self.place.names:
            if name.start not in clause.lead or name.end - 1 not in clause.lead:
                continue
            start = name.start - 1
            if start in clause.lead and word(start) in ARTICLES:
                start -= 1
            opened = start in clause.lead and (start == 0 or cats[start - 1] in ("comma", "stop"))
            end = name.end
            if cats[end] == "open":
                end = next((i + 1 for i in range(end, clause.subject[0]) if cats[i] == "close"), end)
            closed = cats[end] == "comma" and (end + 1 in clause.lead or end + 1 == clause.subject[0])
            answer = self.place.answer(name)
            if not opened or not closed or word(start) not in IN or answer is None:
                continue
            if answer.kind != "country" and (answer.kind != "place" or not answer.family):
                continue
            if answer.family == "ville" and word(start) not in ("à", "au", "aux"):
                continue
            told = rf"{re.escape(name.text)} ?\("  # « Volmont (Somme) »; « à Bastille » is no town
            known = name.text in known_places() or re.search(told, self.scene.reading.article.text)
            lead = [i for i in clause.lead if not start <= i < name.end]
            if (answer.family == "ville" and not known) or any(cats[i] == "name" for i in lead):
                continue
            asked = self.named(
                "place", answer, range(name.start, name.end), Opening((start,), bare="dans"), clause.rest
            )
            yield replace(asked, frame=replace(asked.frame, lead=self.lead_of(self.trimmed(lead))))

    def _subject_places(self) -> Iterator[Event]:
        """« Une explosion à Gatineau | a fait six blessés »: what happened there did it there."""
        clause, cats, word = self.clause, self.clause.seen.cats, self.scene.word
        head = word(clause.head)
        happening = head in words("happenings") or head.endswith(("tion", "sion"))
        name = next((n for n in self.place.names if n.end - 1 == clause.subject[-1]), None)
        if name is None or not happening or clause.relative or len(clause.rest) < 2 or self.meant is not None:
            return
        start = name.start - 2 if word(name.start - 1) in ARTICLES else name.start - 1
        left = [i for i in clause.subject if i < start]
        answer = self.place.answer(name)
        somewhere = answer is not None and (answer.kind == "country" or (answer.kind == "place" and answer.family))
        if answer is None or not somewhere or word(start) not in IN or len(left) < 2 or cats[start - 1] == "adp":
            return
        if any(cats[i] == "name" or person_noun(word(i)) is not None for i in left):
            return
        asked = self.named("place", answer, range(name.start, name.end), Opening((start,), bare="dans"), clause.rest)
        yield replace(asked, frame=replace(asked.frame, subject=self.lead_of(left)), entity=self.lead_of(left))

    def _years_ago(self, found: Sequence[int]) -> bool:
        """« En 1982, | il prend la tête de la radio »: a story told in the present, of a year that leads in."""
        published = self.scene.reading.article.date
        if not found or not published or found[0] not in self.clause.lead[:1]:
            return False
        last = self.scene.word(found[-1])
        return len(last) == 4 and last.isdigit() and last < published[:4]

    def _date(self) -> Iterator[Event]:
        clause, word, day = self.clause, self.scene.word, ""
        found = date_in(clause.seen, clause.lead) or date_in(clause.seen, clause.rest)
        if not found and self._over():
            found = weekday_in(clause.seen, clause.lead) or weekday_in(clause.seen, clause.rest)
            day = day_before(word(found[-1]), self.scene.reading.article.date) if found else ""
            if not day or (found[0] in clause.rest and len(found) == len(clause.rest)):
                return
        happening = clause.group.lemma in words("happening_verbs") | {"avoir", "tenir"}
        spread = bool(found) and word(found[0]) in ("du", "les") and happening
        if clause.group.tense == "pres" and not clause.group.auxiliary and not spread and not self._years_ago(found):
            return  # « l'espoir numéro un en 2019 »: what it dates is hard to tell
        if found and found[0] in clause.lead[1:] and clause.seen.cats[found[0] - 1] != "comma":
            return  # « depuis la grève de Dakar | en mars 2016, »
        if found and {word(i) for i in clause.lead if i < found[0]} & {"durant", "lors", "pendant"}:
            return  # « Lors de l'ouragan Filou, | en octobre 2016, »: that of the hurricane
        if found and {word(i) for i in clause.rest if i < found[0]} & words("time_frames"):
            return  # « depuis l'apparition du virus | en mars 2013 »
        inside = found and found[0] in clause.rest and found[0] > clause.group.stop
        if inside and any(
            clause.seen.cats[i] in ("rel", "verb", "sub", "part", "ger", "inf") for i in clause.rest if i < found[0]
        ):
            return
        closing = bool(found) and found[-1] == clause.rest[-1] if clause.rest else False
        if not found or word(found[0] - 1) in words("dated_otherwise"):
            return
        if word(found[0] - 1) == "," and found[0] in clause.rest and not closing:
            return
        text = day or text_of(clause.seen, found)
        told = (*found, *clock_after(clause.seen, found))
        rest = self.trimmed([i for i in clause.rest if i not in told])
        lead = self.trimmed([i for i in clause.lead if i not in found])
        if self._headless(rest):
            return
        asked = self.common("date", found, lead, rest, Opening(()))
        yield replace(asked, value=text, written=text, features=asked.features | {"weekday": float(bool(day))})

    def _over(self) -> bool:
        """Is the clause told as past and done: « a signé », « fut signé »; « avait signé » may be of another week?"""
        group = self.clause.group
        finite = self.clause.finite.lower()
        if speech_form(self.scene.doc[group.main].text) is not None:
            return False  # when somebody said a thing is soon forgotten
        return group.tense == "past" or (bool(group.auxiliary) and finite in ("a", "ont", "est", "sont"))
