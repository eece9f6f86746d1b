"""One thing to draw a file; none of them knows the session."""
