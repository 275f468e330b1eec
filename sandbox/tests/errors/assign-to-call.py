len("a") = 1
