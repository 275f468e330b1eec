def add(a, b):
    print('adding')
    return a + b


def broken(a):
    return a / 0


def strange():
    return {1, 2}
