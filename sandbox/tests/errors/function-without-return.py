def double(n):
    n * 2


print(double(2).bit_length())
