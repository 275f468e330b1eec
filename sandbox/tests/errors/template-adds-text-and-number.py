from flask import Flask, render_template_string

app = Flask(__name__)


PAGE = """
{{ "a" + 1 }}
"""


@app.route("/")
def index():
    return render_template_string(PAGE)
