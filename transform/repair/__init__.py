"""Text to text: damage undone edit by edit, or flagged where it cannot be."""
