from flask import Flask, make_response, redirect, request, session, url_for

app = Flask(__name__)


print("loading")


def prepare():
    return settings["colour"]


settings = {"color": "blue"}
prepare()
