"""planuttrekk: what Norwegian municipal plans promise, as comparable data."""
