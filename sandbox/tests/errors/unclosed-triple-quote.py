text = """
and so on
