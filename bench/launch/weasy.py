"""WeasyPrint on the same pages; run by a Python that has it, and needs nothing else."""

import json
import sys
import time
from importlib import import_module


def main() -> None:
    """Print how long each page took to become a PDF, the first with all imports."""
    taken = []
    for path in sys.argv[1:]:
        start = time.perf_counter()
        page = import_module("weasyprint").HTML(filename=path)
        page.write_pdf(pdf_variant="pdf/ua-1")
        taken.append(time.perf_counter() - start)
    print(json.dumps(taken))


if __name__ == "__main__":
    main()
