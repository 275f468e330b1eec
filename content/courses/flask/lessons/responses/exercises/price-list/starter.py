from flask import Flask

app = Flask(__name__)

breads = {"rye": 5, "pretzel": 2}


# Write the views here.


if __name__ == "__main__":
    app.testing = True  # if a view fails, show its error
    client = app.test_client()
    print("GET /breads:", client.get("/breads").json)
    print("GET /breads/rye:", client.get("/breads/rye").json)
    print("GET /breads/cake:", client.get("/breads/cake").status)
    print("PUT /breads/cake:", client.put("/breads/cake", data={"price": "9"}).status)
    print("PUT /breads/cake:", client.put("/breads/cake", data={"price": "dear"}).status)
    print("DELETE /breads/cake:", client.delete("/breads/cake").status)
    print("GET /prices.csv:", client.get("/prices.csv").headers["Content-Type"])
