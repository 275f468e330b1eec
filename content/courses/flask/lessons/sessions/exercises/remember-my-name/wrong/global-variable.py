"""The name is kept in one variable of the program, so all visitors share it.

fails: A second visitor is still a stranger
hint: own
"""

from flask import Flask, request
from markupsafe import escape

app = Flask(__name__)
current_name = "stranger"


@app.post("/login")
def login():
    global current_name
    current_name = request.form["name"]
    return f"Welcome, {escape(current_name)}!"


@app.get("/hello")
def hello():
    return f"Hello, {escape(current_name)}!"


@app.post("/logout")
def logout():
    global current_name
    current_name = "stranger"
    return "Goodbye!"
