"""The version of each contract. A change of meaning raises the first number, a new key the second."""

SCHEMA_VERSION = "1.0"
COMPARISON_VERSION = "1.0"
CHECK_VERSION = "1.0"
DIFF_VERSION = "1.0"
CORRECTIONS_VERSION = "1.0"
EXPLANATION_VERSION = "1.0"
EVALUATION_VERSION = "1.0"
