from flask import Flask, request, session

app = Flask(__name__)
app.config["SECRET_KEY"] = "only-for-practice"


@app.get("/basket")
def show():
    return {"items": {}, "total": 0}


# Now write /add, /remove and /clear.


if __name__ == "__main__":
    app.testing = True  # if a view fails, show its error
    visitor = app.test_client()
    for item in ["apple", "bread", "apple"]:
        print(visitor.post("/add", data={"item": item}).json)
    print(visitor.get("/basket").json)
