"""From lines to an outline: furniture, headings, sections, lists, tables."""
