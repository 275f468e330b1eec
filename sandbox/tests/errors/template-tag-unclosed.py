from flask import Flask, render_template_string

app = Flask(__name__)


@app.route("/")
def index():
    return render_template_string("{% for x in xs %}{{ x }}", xs=[1])
