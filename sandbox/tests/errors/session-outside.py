from flask import session

session["a"] = 1
