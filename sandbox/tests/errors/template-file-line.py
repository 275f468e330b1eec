from pathlib import Path

from flask import Flask, render_template

Path("templates").mkdir(exist_ok=True)
Path("templates/page.html").write_text("<h1>Hi</h1>\n{{ user.name }}\n")
app = Flask(__name__, template_folder=str(Path("templates").absolute()))


@app.route("/")
def index():
    return render_template("page.html")
