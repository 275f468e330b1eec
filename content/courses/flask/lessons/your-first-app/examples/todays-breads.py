from flask import Flask

app = Flask(__name__)

breads = ["rye", "baguette"]


@app.get("/")
def home():
    return f"Today at Little Oven: {', '.join(breads)}"


client = app.test_client()

print(client.get("/").text)

breads.append("pretzel")
print(client.get("/").text)
