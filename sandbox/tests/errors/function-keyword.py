function greet():
    pass
