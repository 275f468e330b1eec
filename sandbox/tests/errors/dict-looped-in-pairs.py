for name, age in {"Ada": 36}:
    print(name)
