"""Topics on paper, as a page for a browser, and as plain text. Knows no Qt."""
