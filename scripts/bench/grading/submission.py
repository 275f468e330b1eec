from flask import Flask, make_response, request

app = Flask(__name__)


@app.get("/set/<language>")
def set_language(language):
    response = make_response("saved")
    response.set_cookie("lang", language, max_age=3600, httponly=True)
    return response


@app.get("/read")
def read():
    return f"lang is {request.cookies.get('lang', 'unknown')}"
