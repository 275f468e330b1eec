from flask import Flask, render_template_string

app = Flask(__name__)


PAGE = """<h1>Hello</h1>
<p>{{ user.name }}</p>
"""


@app.route("/")
def index():
    return render_template_string(PAGE)
