def greet(name):
    return name


greet("a", "b")
