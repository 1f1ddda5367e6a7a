"""`python -m extractor` is the command `planuttrekk`."""

from __future__ import annotations

from extractor.cli import main

if __name__ == "__main__":
    main(prog_name="planuttrekk")
