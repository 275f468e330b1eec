from flask import Flask, request, session
from itsdangerous import base64_decode, base64_encode

app = Flask(__name__)
app.config["SECRET_KEY"] = "only-for-this-example"


@app.get("/login")
def login():
    session["role"] = "clerk"
    return "You are logged in as a clerk."


@app.get("/careless")
def careless():
    return f"Manager: {request.cookies.get('role') == 'manager'}"


@app.get("/careful")
def careful():
    return f"Manager: {session.get('role') == 'manager'}"


visitor = app.test_client()
visitor.get("/login")

# The visitor writes a plain cookie by hand.
visitor.set_cookie("role", "manager")
print("Careless page:", visitor.get("/careless").text)

# Now the session cookie. What is stored comes first, then the seal.
content, seal = visitor.get_cookie("session").value.split(".", 1)
print("Session holds:", base64_decode(content).decode())

# The visitor writes something better, and keeps the old seal.
forged = base64_encode(b'{"role":"manager"}').decode()
visitor.set_cookie("session", f"{forged}.{seal}")
print("Careful page: ", visitor.get("/careful").text)
