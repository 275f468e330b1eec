print(sorted([2, 1], revers=True))
