colours = {
    "a": "red",
    "b": "blue"

print(colours)


def show():
    return 1
