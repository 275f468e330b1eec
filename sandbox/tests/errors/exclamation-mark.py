a = True
if !a:
    print(1)
