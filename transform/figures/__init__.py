"""Figures: every number of a body with what it means."""
