"""The commands, one module a subject. They import what they need when they run."""
