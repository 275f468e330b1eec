from flask import Flask

app = Flask(__name__)


def nonsense(environ, start_response):
    start_response("302 FOUND", [("Location", "http://[bad")])
    return [b""]


app.wsgi_app = nonsense
