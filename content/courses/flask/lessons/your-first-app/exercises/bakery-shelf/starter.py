shelf = []  # the loaves, the one that was baked first in front


def bake(bread):
    shelf.append(bread)


def sell():
    shelf.pop(0)


# Make the app and write the view here. The import belongs at the top.


if __name__ == "__main__":
    app.testing = True  # if a view fails, show its error
    client = app.test_client()
    print(client.get("/").text)
    bake("rye")
    print(client.get("/").text)
    bake("baguette")
    print(client.get("/").text)
    sell()
    print(client.get("/").text)
