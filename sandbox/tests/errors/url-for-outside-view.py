from flask import url_for

print(url_for("index"))
