from flask import Flask, make_response, request

app = Flask(__name__)

GREETINGS = {"en": "Hello", "fr": "Bonjour", "de": "Hallo", "es": "Hola", "sv": "Hej"}


@app.get("/language/<code>")
def choose_language(code):
    # 1. Build a response, hang the cookie on it, and hand that response back.
    response = ___("Saved")
    response.___("lang", ___, max_age=___)
    return ___


@app.get("/welcome")
def welcome():
    # 2. Look for the cookie in what the browser sent.
    lang = request.___.get("lang", ___)
    return GREETINGS.get(lang, "I do not know this language yet.")


if __name__ == "__main__":
    browser = app.test_client()
    print(browser.get("/welcome").text)
    print(browser.get("/language/fr").text)
    print(browser.get("/welcome").text)
