import sqlite3

db = sqlite3.connect(":memory:")
db.execute("create table users (name text)")
name = "Ada"
db.execute("insert into users values (?)", (name))
