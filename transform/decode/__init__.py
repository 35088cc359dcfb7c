"""Bytes to text: which codec a page has, and what speaks for it."""
