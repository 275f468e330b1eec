"""The cookie is set on a response, but the view returns the text instead of that response.

fails: One browser's visits are counted from Visit 1 upward
hint: three-steps
"""

from flask import Flask, make_response, request

app = Flask(__name__)


@app.get("/")
def home():
    visits = int(request.cookies.get("visits", "0")) + 1
    response = make_response(f"Visit {visits}")
    response.set_cookie("visits", str(visits), max_age=60 * 60 * 24 * 365, httponly=True)
    return f"Visit {visits}"


@app.get("/reset")
def reset():
    response = make_response("Forgotten")
    response.delete_cookie("visits")
    return response
