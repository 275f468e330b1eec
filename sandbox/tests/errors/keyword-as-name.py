class = "5b"
