"""The count is added to as if the cookie held a number. It holds text.

The first visit works, because the default is a number. The second stops.

fails: One browser's visits are counted from Visit 1 upward
hint: text-to-number
"""

from flask import Flask, make_response, request

app = Flask(__name__)


@app.get("/")
def home():
    visits = request.cookies.get("visits", 0) + 1
    response = make_response(f"Visit {visits}")
    response.set_cookie("visits", str(visits), max_age=60 * 60 * 24 * 365, httponly=True)
    return response


@app.get("/reset")
def reset():
    response = make_response("Forgotten")
    response.delete_cookie("visits")
    return response
