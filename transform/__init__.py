"""From bytes to an article with its figures. Pure: no clock, no disk, no network."""
