"""Layer 9: the command line. One thin file for each command; all talk with the terminal is here."""
