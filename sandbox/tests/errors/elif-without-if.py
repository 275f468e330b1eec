x = 1
elif x == 2:
    print(x)
