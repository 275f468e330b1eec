with open("a.bin", "wb") as file:
    file.write(b"\xff\xd8")
print(open("a.bin").read())
