"""Has 480 routes of up to six variables, and sends the browser to addresses that nearly fit all of them."""

from flask import Flask, Response

app = Flask(__name__)


def nothing(**_variables):
    return ""


for number in range(480):
    rule = "/" + "a".join(f"<path:v{part}>" for part in range(number % 6 + 1)) + f"b{number}"
    app.add_url_rule(rule, endpoint=f"view{number}", view_func=nothing)


def answers_by_itself(environ, start_response):
    """Flask's own matching would take the program's time."""
    lengths = {"/far": 2000, "/near": 190, "/nearer": 90}
    length = lengths.get(environ["PATH_INFO"])
    answer = Response(status=302, headers={"Location": "/" + "a" * length}) if length else Response(status=404)
    return answer(environ, start_response)


app.wsgi_app = answers_by_itself
