raise ValueError, "no"
