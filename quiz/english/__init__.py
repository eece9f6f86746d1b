"""English for French texts: reviewed, by rule, or none; never half of one."""
