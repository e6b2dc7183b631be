"""Layer 8: one record in, one text out. Opens no file, knows no terminal and no colour."""
