"""Layer 7: several uses composed into one record a reader wants."""
