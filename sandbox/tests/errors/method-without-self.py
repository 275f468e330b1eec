class Basket:
    def add(thing):
        return thing


Basket().add(1)
