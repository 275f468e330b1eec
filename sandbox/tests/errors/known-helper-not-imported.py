print(timedelta(days=1))
