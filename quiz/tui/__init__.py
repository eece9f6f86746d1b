"""`quiz play` on the full screen. Importing this package loads nothing; Textual comes with `quiz.tui.app`."""
