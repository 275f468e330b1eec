from flask import Flask, make_response, request
from markupsafe import escape

app = Flask(__name__)


@app.get("/town/<name>")
def save_town(name):
    response = make_response("Town saved.")
    response.set_cookie("town", name)
    return response


@app.get("/weather")
def weather():
    town = request.cookies.get("town", "London")
    return f"Weather for {escape(town)}"


browser = app.test_client()

print("Before:", browser.get("/weather").text)
browser.get("/town/Oslo")
print("After: ", browser.get("/weather").text)
print("Again: ", browser.get("/weather").text)
