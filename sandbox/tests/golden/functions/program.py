def add(a, b):
    print('adding')
    return a + b


def broken(a):
    return a / 0


def grow(a):
    return [a * 10**30, {"a": -a}]


def strange():
    return {1, 2}
