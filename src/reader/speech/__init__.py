"""Reading aloud: sentences, and the voices that the system has.

Nothing here opens a socket or writes a file. What is said reaches a voice through
a pipe, so that no list of processes shows it.
"""

LEASH_ARGUMENT = "--speech-leash"
"""What a packed program is called with to be the leash; it has no other Python."""
