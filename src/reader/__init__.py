"""Evidence Reader: disease explainers that say how sure we are, offline."""

__version__ = "0.1.0"
