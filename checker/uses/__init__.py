"""Layer 6: one question asked of the map per file; no use imports another."""
