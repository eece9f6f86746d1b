"""Facts into cards: stems, wrong choices, gates, ranking, and the order of a deck."""
