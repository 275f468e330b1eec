import sqlite3

db = sqlite3.connect(":memory:")
print(db.execute("select 1 as age").fetchone()["age"])
