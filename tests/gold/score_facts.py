#!/usr/bin/env python3
# ruff: noqa  (kept word for word as the yardstick is shared, so that its figures can be compared)
# fmt: off
"""Score extracted facts against hand-annotated ones.

usage: score_facts.py GOLD.json FACTS.jsonl [--traps TRAPS.json] [--misses] [--json]

FACTS.jsonl is what `quiz facts FOLDER --format jsonl` prints: one JSON object a line with
  doc        file name without its ending
  kind       "spec" | "stat" | "quote"
  evidence   the exact sentence(s) of the article, a substring of it
  value      the value as the article writes it, with its unit     (spec, stat)
  entity, attribute                                                (spec, stat)
  quote      the words quoted, without their outer marks           (quote)
  quote_type "indirect" rows are not scored, all others are
  speaker    the resolved name, or null                            (quote)

What counts (documents that the gold does not name are ignored):
  quote  found: same document and the words overlap (token F1 >= 0.75, or one holds the other with at least 60 % of the
         gold's words). right: found, and the speaker is the gold's (same name, an alias, or one name's words inside the
         other's). A wrong speaker is an error; a null speaker is an abstention: neither right nor wrong.
  value  stat and spec are one family, since the border between them is a matter of taste: same document, overlapping
         evidence, same value: every number of the gold's value, no number it does not have, and its unit where it has one;
         for a value without a number, one text inside the other and not much longer.
         named: the share of right values whose entity or attribute shares a content word (first five letters) with the gold's.
  recall is over the gold's core items; precision over what was extracted, where a fact that matches any gold item, core or
  not, is right. Saying the same again (another match of an item already matched, or the same value restated in another
  sentence of the document with the same subject) is counted apart as a repeat and is neither right nor wrong.
  A trap is a place that a careless reader would quiz: a fact whose evidence holds the trap's words, whose value or quote
  lies inside them, and which matches no gold item, is a trap hit (and wrong).
Exit status 0 always: this is a yardstick, not a gate.
"""
import argparse
import json
import re
import sys
import unicodedata
from collections import defaultdict

STOP = set("le la les l un une des de du d et en à a au aux pour par sur dans que qui ce cette ces son sa ses leur leurs "
           "est sont ont il elle ils elles on se s n ne pas plus selon avec".split())
FAMILY = {"spec": "value", "stat": "value", "quote": "quote"}
UNITS = {"%": "pourcent", "pour": "pourcent", "cent": "pourcent", "€": "euro", "$": "dollar", "£": "livre"}


def fold(text):
    text = unicodedata.normalize("NFKC", text or "").replace("’", "'").lower()
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def words(text):
    return re.findall(r"[a-z0-9]+", fold(text))


def squeeze(text):
    return " ".join(words(text))


def digits(text):
    """The numbers in a value, thousands closed up and a decimal comma read as a point."""
    text = re.sub(r"(?<=\d)[\s\u00a0\u202f.](?=\d{3}\b)", "", text or "")
    return {n.replace(",", ".").rstrip(".") for n in re.findall(r"\d+(?:[.,]\d+)?", text)}


def unit(text):
    """The words and signs of a value that are no number, folded and cut to their first four letters."""
    out = set()
    for w in re.findall(r"[a-z]+|[%€$£]", fold(text)):
        w = UNITS.get(w, w)
        if w not in STOP:
            out.add(w[:4])
    return out


def token_f1(a, b):
    a, b = words(a), words(b)
    if not a or not b:
        return 0.0, 0.0
    left, common = list(b), 0
    for w in a:
        if w in left:
            left.remove(w)
            common += 1
    return 2 * common / (len(a) + len(b)), common / len(b)


def same_words(found, gold):
    f1, share = token_f1(found, gold)
    a, b = squeeze(found), squeeze(gold)
    return f1 >= 0.75 or (share >= 0.6 and (a in b or b in a))


def same_name(found, gold):
    names = [n for n in [gold.get("speaker"), *(gold.get("speaker_aliases") or [])] if n]
    a = {w for w in words(found) if w not in STOP}
    return any(a and (b := {w for w in words(n) if w not in STOP}) and (a <= b or b <= a) for n in names)


def same_value(found, gold):
    a, b = found.get("value"), gold.get("value")
    if not a or not b or len(words(a)) > 2 * len(words(b)) + 3:  # a value, not the sentence around it
        return False
    if digits(b):
        said = f"{a} {found.get('unit') or ''}"
        return digits(a) == digits(b) and (not unit(b) or bool(unit(b) & unit(said)))
    if digits(a):
        number = gold.get("number")
        return isinstance(number, (int, float)) and float(number) in {float(d) for d in digits(a)}
    x, y = squeeze(a), squeeze(b)
    return bool(x and y) and (x in y or y in x)


def overlap(found, gold):
    x, y = squeeze(found.get("evidence")), squeeze(gold.get("evidence"))
    return bool(x and y) and (x in y or y in x or token_f1(x, y)[0] >= 0.6)


def named(found, gold):
    def stems(item):
        return {w[:5] for w in words(f"{item.get('entity') or ''} {item.get('attribute') or ''}") if w not in STOP and len(w) > 2}
    return bool(stems(found) & stems(gold))


def match(found, gold):
    """None, 'found' (right words, wrong or no speaker), 'again' (the value restated) or 'right'."""
    if FAMILY[found["kind"]] != FAMILY[gold["kind"]]:
        return None
    if found["kind"] == "quote":
        if not same_words(found.get("quote"), gold.get("quote")):
            return None
        return "right" if same_name(found.get("speaker"), gold) else "found"
    if not same_value(found, gold):
        return None
    if overlap(found, gold):
        return "right"
    return "again" if digits(gold.get("value")) and named(found, gold) else None


def in_trap(found, span):
    """Does the fact ask about the trap's own words?"""
    probe, place = words(found.get("quote") or found.get("value")), words(span)
    evidence = squeeze(found.get("evidence"))
    if not probe or not place or not (squeeze(span) in evidence or evidence in squeeze(span)):
        return False
    if len(probe) > len(place):
        return " ".join(place) in " ".join(probe)
    return any(place[i:i + len(probe)] == probe for i in range(len(place) - len(probe) + 1))


def score(gold, facts, traps):
    docs = {g["doc"] for g in gold}
    gold = [g for g in gold if not (g["kind"] == "quote" and (g.get("quote_type") == "indirect" or not g.get("quote")))]
    facts = [f for f in facts if f.get("doc") in docs and f.get("quote_type") != "indirect"]
    by_doc = defaultdict(list)
    for g in gold:
        by_doc[g["doc"]].append(g)
    state, wrong, hits, repeats, silent, name_ok = {}, [], [], 0, 0, 0
    tally = defaultdict(lambda: defaultdict(int))
    for f in facts:
        kind = f["kind"]
        verdicts = [(match(f, g), g) for g in by_doc[f["doc"]]]
        right = [g for v, g in verdicts if v == "right"]
        if right:
            if all(state.get(g["id"]) == "right" for g in right):
                repeats += 1
                continue
            for g in right:
                state[g["id"]] = "right"
            tally[kind]["extracted"] += 1
            tally[kind]["correct"] += 1
            if kind != "quote":
                name_ok += any(named(f, g) for g in right)
            continue
        for v, g in verdicts:
            if v == "found":
                state.setdefault(g["id"], "found")
        if any(v == "again" for v, _ in verdicts):
            repeats += 1
            continue
        if kind == "quote" and not f.get("speaker"):
            silent += 1
            continue
        tally[kind]["extracted"] += 1
        wrong.append(f)
        for t in traps.get(f["doc"], []):
            if in_trap(f, t["span"]):
                hits.append((f, t))
                break
    out = {}
    for kind in ("quote", "stat", "spec"):
        core = [g for g in gold if g["kind"] == kind and g.get("core")]
        got = [g for g in core if state.get(g["id"]) == "right"]
        n = tally[kind]["extracted"]
        p = tally[kind]["correct"] / n if n else 0.0
        r = len(got) / len(core) if core else 0.0
        row = {"extracted": n, "precision": round(p, 3), "recall": round(r, 3),
               "f1": round(2 * p * r / (p + r), 3) if p + r else 0.0, "core": len(core)}
        for level in ("easy", "medium", "hard"):
            at = [g for g in core if g.get("difficulty") == level]
            row["recall_" + level] = round(sum(state.get(g["id"]) == "right" for g in at) / len(at), 3) if at else None
        if kind == "quote":
            row["found"] = round(sum(g["id"] in state for g in core) / len(core), 3) if core else None
            row["no_speaker"] = silent
        out[kind] = row
    family = [out["stat"], out["spec"]]
    n = sum(v["extracted"] for v in family)
    c = tally["stat"]["correct"] + tally["spec"]["correct"]
    core = sum(v["core"] for v in family)
    p, r = c / n if n else 0.0, sum(v["recall"] * v["core"] for v in family) / core if core else 0.0
    out["values"] = {"extracted": n, "precision": round(p, 3), "recall": round(r, 3),
                     "f1": round(2 * p * r / (p + r), 3) if p + r else 0.0, "named": round(name_ok / c, 3) if c else None}
    out["trap_hits"], out["repeats"] = len(hits), repeats
    out["traps"] = sum(len(v) for d, v in traps.items() if d in docs)
    missed = [g for g in gold if g.get("core") and state.get(g["id"]) != "right"]
    return out, missed, wrong, hits


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("gold")
    ap.add_argument("facts", help="a JSON Lines file, or - for standard input")
    ap.add_argument("--traps")
    ap.add_argument("--misses", action="store_true", help="also list what was missed, what was wrong and the traps hit")
    ap.add_argument("--json", action="store_true")
    a = ap.parse_args()
    gold = json.load(open(a.gold, encoding="utf8"))
    stream = sys.stdin if a.facts == "-" else open(a.facts, encoding="utf8")
    facts = [json.loads(line) for line in stream if line.strip()]
    traps = json.load(open(a.traps, encoding="utf8")) if a.traps else {}
    out, missed, wrong, hits = score(gold, facts, traps)
    if a.json:
        print(json.dumps(out, ensure_ascii=False))
    else:
        for k in ("quote", "stat", "spec", "values"):
            print(k, json.dumps(out[k], ensure_ascii=False))
        print("trap_hits", out["trap_hits"], "of", out["traps"], "| repeats", out["repeats"])
    if a.misses:
        for g in missed:
            print("MISSED", g["id"], g["kind"], g.get("difficulty"), "|", g.get("speaker") or g.get("entity"), "|",
                  (g.get("quote") or g.get("value") or "")[:90].replace("\n", " "))
        for f in wrong:
            print("WRONG", f["doc"], f["kind"], "|", f.get("speaker") or f.get("entity"), "|",
                  str(f.get("quote") or f.get("value"))[:90].replace("\n", " "))
        for f, t in hits:
            print("TRAP", f["doc"], t["trap"], "|", str(f.get("quote") or f.get("value"))[:80].replace("\n", " "))


if __name__ == "__main__":
    main()
