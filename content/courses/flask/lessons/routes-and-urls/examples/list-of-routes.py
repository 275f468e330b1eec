from flask import Flask

app = Flask(__name__)


@app.get("/")
def home():
    return "Welcome to Little Oven!"


@app.get("/opening-hours")
@app.get("/hours")
def hours():
    return "Open from 7 to 13."


for rule in app.url_map.iter_rules():
    print(rule.rule, "->", rule.endpoint)

client = app.test_client()
print(client.get("/opening-hours").text)
