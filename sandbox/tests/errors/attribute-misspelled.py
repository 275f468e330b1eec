class Basket:
    def __init__(self):
        self.owner = "Ada"


print(Basket().ownr)
