"""The teacher's desk: a deck read card by card by the person who answers for it."""
