things = [1]
things = things + 2
