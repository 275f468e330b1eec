import flask as app


@app.route("/")
def index():
    return "hi"
