"""Files in, clean French articles out."""
