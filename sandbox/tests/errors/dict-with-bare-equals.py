ages = {name = 36}
