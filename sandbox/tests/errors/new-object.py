class Basket:
    pass


x = new Basket()
