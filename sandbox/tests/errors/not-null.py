import sqlite3

db = sqlite3.connect(":memory:")
db.execute("create table users (name text not null)")
db.execute("insert into users values (?)", (None,))
