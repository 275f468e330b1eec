my name = "Ada"
