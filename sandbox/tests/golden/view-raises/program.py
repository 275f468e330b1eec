from flask import Flask, make_response, redirect, request, session, url_for

app = Flask(__name__)


@app.get("/")
def index():
    print("before the error")
    response = "saved"
    response.set_cookie("lang", "fr")
    return response


@app.get("/nothing")
def nothing():
    print("nothing follows")


@app.get("/fine")
def fine():
    return "fine"
