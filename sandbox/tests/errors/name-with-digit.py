1st = "first"
