name = "Ada"
name()
