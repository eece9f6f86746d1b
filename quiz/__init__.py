"""French articles in, a quiz worth playing out. Importing this package opens, creates and connects to nothing."""

__version__ = "0.1.0"
