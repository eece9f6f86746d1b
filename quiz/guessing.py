"""What somebody meant who mistyped a name: the nearest of those there are. It knows no command and no deck."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(typed: str, names: Iterable[str]) -> str | None:
    """The name that `typed` is most probably a slip of, case aside; None where nothing is near."""
    from difflib import get_close_matches

    known = {name.casefold(): name for name in names}
    found = get_close_matches(typed.casefold(), known, n=1)
    return known[found[0]] if found else None
