class Basket:
    def __init__(self, owner):
        self.owner = owner


Basket()
