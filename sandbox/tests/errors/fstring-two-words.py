first = "Ada"
print(f"hi {first name}")
