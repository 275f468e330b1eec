with open("a.txt", "w") as file:
    file.write(5)
