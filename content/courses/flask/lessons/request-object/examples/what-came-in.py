from flask import Flask, request

app = Flask(__name__)


@app.get("/hours")
def hours():
    return f"This was a {request.method} for {request.path}"


@app.post("/orders")
def order():
    return f"This was a {request.method} for {request.path}"


client = app.test_client()

print(client.get("/hours").text)
print(client.post("/orders").text)

try:
    print(request.path)
except RuntimeError as error:
    first_line = str(error).splitlines()[0]
    print("Outside:", first_line)
