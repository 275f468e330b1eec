from datetime import datetime

print(datetime.strptime("24.12.2025", "%Y-%m-%d"))
