import sqlite3

db = sqlite3.connect(":memory:")
db.execute("create table users (name text)")
db.execute("select nam from users")
