"""The cookie is set on a response, but the view returns a fresh text instead of that response.

fails: /language/<code> answers Saved and sends the lang cookie
hint: hand-it-back
"""

from flask import Flask, make_response, request

app = Flask(__name__)

GREETINGS = {
    "en": "Hello",
    "fr": "Bonjour",
    "de": "Hallo",
    "es": "Hola",
    "sv": "Hej",
}


@app.get("/language/<code>")
def choose_language(code):
    response = make_response("Saved")
    response.set_cookie("lang", code, max_age=60 * 60 * 24 * 30)
    return "Saved"


@app.get("/welcome")
def welcome():
    lang = request.cookies.get("lang", "en")
    return GREETINGS.get(lang, "I do not know this language yet.")
