"""Plans side by side: who promises what, where the same, where something else, and where nothing."""
