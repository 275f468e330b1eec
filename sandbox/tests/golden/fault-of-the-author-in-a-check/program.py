from flask import Flask, make_response, redirect, request, session, url_for

app = Flask(__name__)


@app.get("/set")
def set_cookie():
    response = make_response("saved")
    response.set_cookie("lang", "fr", max_age=3600, httponly=True)
    return response


@app.get("/read")
def read():
    return f"lang is {request.cookies.get('lang', 'unknown')}"


@app.get("/forget")
def forget():
    response = redirect(url_for("read"))
    response.delete_cookie("lang")
    return response
