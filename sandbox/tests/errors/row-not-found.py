import sqlite3

db = sqlite3.connect(":memory:")
db.execute("create table users (name text)")
print(db.execute("select name from users").fetchone()[0])
