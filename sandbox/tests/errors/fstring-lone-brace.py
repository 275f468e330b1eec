print(f"hi }")
