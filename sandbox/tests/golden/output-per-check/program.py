from flask import Flask

print("loaded")
app = Flask(__name__)


@app.get("/<word>")
def say(word):
    print(f"saying {word}")
    return word
