"""What is known of an article beside its text, each with where it came from."""
