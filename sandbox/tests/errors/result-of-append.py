things = [1].append(2)
things.append(3)
