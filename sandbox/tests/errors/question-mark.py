a = True
x = a ? 1 : 2
