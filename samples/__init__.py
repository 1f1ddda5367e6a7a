"""Made-up plans for tests and examples, and the program that makes some of them."""
