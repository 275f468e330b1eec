print(weather)
