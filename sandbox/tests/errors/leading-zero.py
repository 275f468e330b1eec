phone = 0123
