"""Our own tests: a package, since textstat installs one of the same name."""
