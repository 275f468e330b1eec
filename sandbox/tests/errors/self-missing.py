class Basket:
    def add():
        self.things = 1


Basket.add()
