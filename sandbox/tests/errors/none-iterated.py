def things():
    print(1)


for thing in things():
    print(thing)
