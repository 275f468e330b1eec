def pick(n):
    if n > 3:
        word = "big"
    return word


pick(1)
