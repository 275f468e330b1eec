"""The view keeps plain text and calls set_cookie on it. Text has no such method.

fails: /language/<code> answers Saved and sends the lang cookie
hint: response-first
"""

from flask import Flask, request

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
    response = str("Saved")
    response.set_cookie("lang", code, max_age=60 * 60 * 24 * 30)
    return response


@app.get("/welcome")
def welcome():
    lang = request.cookies.get("lang", "en")
    return GREETINGS.get(lang, "I do not know this language yet.")
