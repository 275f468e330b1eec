class NotEnough(ValueError):
    pass


def withdraw(amount, *, account="main"):
    if amount > 100:
        raise ValueError(f"not enough in {account}")
    if amount < 0:
        return int("x")
    return 100 - amount


def greet(name):
    print(f"Hello, {name}!")


def decode():
    return b"\xff".decode()


def main():
    first = int(input("First: "))
    print(first + int(input("Second: ")))


if __name__ == "__main__":
    main()
