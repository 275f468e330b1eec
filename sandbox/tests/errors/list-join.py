print(["a", "b"].join(", "))
