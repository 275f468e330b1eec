"""The view sets the cookie on a text. Only a response has set_cookie.

fails: One browser's visits are counted from Visit 1 upward
hint: three-steps
"""

from flask import Flask, make_response, request

app = Flask(__name__)


@app.get("/")
def home():
    visits = int(request.cookies.get("visits", "0")) + 1
    response = f"Visit {visits}"
    response.set_cookie("visits", str(visits), max_age=60 * 60 * 24 * 365, httponly=True)
    return response


@app.get("/reset")
def reset():
    response = make_response("Forgotten")
    response.delete_cookie("visits")
    return response
