from flask import Flask

app = Flask(__name__)


@app.get("/hours")
def hours():
    return "Open from 7 to 13."


client = app.test_client()

response = client.post("/hours")
print("POST:", response.status)
print("Allowed:", sorted(response.headers["Allow"].split(", ")))

response = client.head("/hours")
print("HEAD:", response.status, "with the text", repr(response.text))
