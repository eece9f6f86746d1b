"""The study floor: what to ask next, what an answer did, what is remembered. Knows decks and nothing of screens."""
