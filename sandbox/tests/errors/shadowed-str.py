str = "a"
print(str(1))
