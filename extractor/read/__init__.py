"""From bytes to a layout document."""
