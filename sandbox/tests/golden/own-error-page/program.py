from flask import Flask, make_response, redirect, request, session, url_for

app = Flask(__name__)


@app.errorhandler(500)
def sorry(error):
    return "We are sorry.", 500


@app.errorhandler(404)
def not_here(error):
    return "Not here.", 404


@app.get("/")
def index():
    return 1 / 0
