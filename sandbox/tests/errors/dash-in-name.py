my-name = "Ada"
