class Basket
    pass
