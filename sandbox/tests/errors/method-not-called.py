name = "Ada"
print("hi " + name.upper)
