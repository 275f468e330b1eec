>>> print(1)
