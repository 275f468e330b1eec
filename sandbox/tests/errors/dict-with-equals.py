ages = {"Ada" = 36}
