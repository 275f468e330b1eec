d = {1: 1}
for key in d:
    d[2] = 1
