"""From an outline to what it says, as written."""
