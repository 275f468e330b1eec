with open("a.txt", "w") as file:
    file.write("a")
file.write("b")
