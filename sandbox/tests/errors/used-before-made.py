show()


def show():
    print(1)
