"""The command line; it loads Qt only to open a window."""
