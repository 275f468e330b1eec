ages = {"Ada": 36 "Bob": 40}
