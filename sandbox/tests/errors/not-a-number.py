print(int("ten"))
