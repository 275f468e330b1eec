import sqlite3

one = sqlite3.connect("a.db", timeout=0)
one.execute("create table if not exists t (a)")
one.execute("insert into t values (1)")
two = sqlite3.connect("a.db", timeout=0)
two.execute("insert into t values (2)")
