def read():
    name = "Ada"


read()
print(name)
