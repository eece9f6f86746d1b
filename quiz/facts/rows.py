"""Facts as `quiz facts` prints them: the fields other programs rely on, and a line a person reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quiz.articles.article import Article
from quiz.facts.fact import Fact, Quantity, Quotation, Specification, Statistic

Row = dict[str, str | int | float | list[float] | None]


def rows(article: Article, facts: Iterable[Fact]) -> Iterator[Row]:
    """The facts that are told, one row each: what only serves questions (`aside`, so every event) is left out."""
    return (row(article, fact) for fact in facts if not getattr(fact, "aside", False))


def row(article: Article, fact: Fact) -> Row:
    """One fact as one flat JSON object (the contract's `quiz facts --format jsonl`)."""
    body: Row = {
        "doc": article.doc,
        "kind": "quote" if isinstance(fact, Quotation) else "stat" if isinstance(fact, Statistic) else "spec",
        "evidence": fact.evidence.text,
        "start": fact.evidence.start,
    }
    if isinstance(fact, Quotation):
        body |= {
            "quote": fact.words,
            "quote_type": fact.quote_type,
            "speaker": fact.speaker,
            "speaker_as_written": fact.speaker_as_written,
            "role": fact.role,
            "cue": fact.cue,
        }
    elif isinstance(fact, Statistic):
        body |= {"entity": fact.entity, "attribute": fact.attribute, "value": fact.value or fact.quantity.text}
        body |= _figures(fact.quantity)
    elif isinstance(fact, Specification):
        body |= {"entity": fact.entity, "attribute": fact.attribute, "value": fact.value}
        body |= _figures(fact.quantity)
    return body | {"rule": fact.rule, "confidence": round(fact.confidence, 3)}


def _figures(quantity: Quantity | None) -> Row:
    if quantity is None:
        return {"unit": None, "number": None}
    number: float | list[float] = (
        _plain(quantity.low) if quantity.low == quantity.high else [_plain(quantity.low), _plain(quantity.high)]
    )
    return {"unit": quantity.unit, "number": number}


def _plain(number: float) -> float:
    return int(number) if number == int(number) else number


def table_line(body: Row) -> str:
    """One fact on one line for a person: kind, who or what, value or words."""
    who = body.get("speaker") or body.get("speaker_as_written") if body["kind"] == "quote" else body.get("entity")
    what = f"« {body['quote']} »" if body["kind"] == "quote" else f"{body['attribute']} : {body['value']}"
    return " ".join(f"{body['kind']:5}  {who or '?'} — {what}".split())
