from flask import Flask, make_response, redirect, request, session, url_for

app = Flask(__name__)


@app.get("/read")
def read():
    return "read"


@app.get("/user/<int:number>")
def user(number):
    return str(number)
