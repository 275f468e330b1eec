open("a.txt", "read")
