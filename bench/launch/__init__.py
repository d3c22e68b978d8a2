"""What runs in processes of its own: the reader, and what it is measured against."""
