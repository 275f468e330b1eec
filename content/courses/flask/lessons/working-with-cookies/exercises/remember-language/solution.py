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
    # Build a response, set the cookie on it, return that response.
    response = make_response("Saved")
    response.set_cookie("lang", code, max_age=60 * 60 * 24 * 30)
    return response


@app.get("/welcome")
def welcome():
    # Look for the cookie in what the browser sent.
    lang = request.cookies.get("lang", "en")
    return GREETINGS.get(lang, "I do not know this language yet.")


if __name__ == "__main__":
    app.testing = True  # if a view fails, show its error
    browser = app.test_client()
    print(browser.get("/welcome").text)
    print(browser.get("/language/fr").text)
    print(browser.get("/welcome").text)
