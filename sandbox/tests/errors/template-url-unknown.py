# asks: GET /home
from flask import Flask, render_template_string

app = Flask(__name__)


@app.route("/home")
def home():
    return render_template_string("{{ url_for('hom') }}")
