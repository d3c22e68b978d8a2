"""Starts the program: ``python -m reader`` is ``evidence-reader``."""

from reader.cli.main import main

if __name__ == "__main__":
    main()
