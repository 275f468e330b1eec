from flask import Flask, render_template_string

app = Flask(__name__)


@app.route("/")
def index():
    return render_template_string("{% if x = 1 %}a{% endif %}", x=1)
