import sqlite3

db = sqlite3.connect(":memory:")
db.execute("create table users (name text, age int)")
db.execute("insert into users values (?, ?)", ("Ada",))
