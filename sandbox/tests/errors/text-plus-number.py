print("age: " + 3)
