"""The version of the contract. A change of meaning raises the first number, a new key the second."""

SCHEMA_VERSION = "1.0"
