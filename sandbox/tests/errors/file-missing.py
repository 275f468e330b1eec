open("notes.txt")
