"""One screen a file: each coordinates, and leaves drawing to the widgets."""
