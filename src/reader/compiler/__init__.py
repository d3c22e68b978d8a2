"""Build time only: source files to a checked library file."""
