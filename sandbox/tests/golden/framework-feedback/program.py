from flask import Flask, make_response, redirect, render_template_string, request, session, url_for

app = Flask(__name__)
app.secret_key = "for tests"


@app.post("/login")
def login():
    session["user"] = request.form["user"]
    session["cart"] = []
    return redirect(url_for("home"))


@app.route("/home")
def home():
    return redirect("/welcome")


@app.route("/welcome")
def welcome():
    return "Hi"


@app.route("/set")
def set_lang():
    response = make_response("saved")
    response.set_cookie("lang", "fr")
    return "saved"


@app.route("/cookie")
def cookie():
    response = make_response("saved")
    response.set_cookie("lang", "de", max_age=60)
    return response


@app.route("/add")
def add():
    session["cart"].append("tea")
    return "added"


@app.route("/cart")
def cart():
    return ", ".join(session["cart"]) or "empty"


@app.route("/late")
def late():
    response = make_response("late")
    return response
    response.set_cookie("late", "yes")


@app.route("/page")
def page():
    return render_template_string("<h1>Hi</h1>\n{{ usr.name }}")


@app.route("/maybe")
def maybe():
    if request.args.get("q"):
        return "found"


@app.route("/items/")
def items():
    return "items"


@app.route
def forgotten():
    return "never"
