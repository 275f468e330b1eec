try:
    x = 1
except ValueError, error:
    pass
