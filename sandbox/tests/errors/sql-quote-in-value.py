import sqlite3

db = sqlite3.connect(":memory:")
db.execute("create table users (name text)")
name = "O'Brien"
db.execute(f"insert into users values ('{name}')")
