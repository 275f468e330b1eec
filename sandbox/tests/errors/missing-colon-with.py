with open("a.txt") as file
    print(file.read())
