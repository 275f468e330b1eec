things = []
things.push(1)
