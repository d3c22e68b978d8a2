"""What the program is about: topics, claims, certainty. Knows no Qt and no SQL."""
