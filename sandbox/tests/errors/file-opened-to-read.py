with open("a.txt", "w") as file:
    file.write("a")
with open("a.txt") as file:
    file.write("b")
