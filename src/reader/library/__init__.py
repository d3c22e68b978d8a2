"""The read-only library file: what a person reads and searches."""
