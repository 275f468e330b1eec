from flask import Flask

app = Flask(__name__)

scores = {}
game = {"round": 1}


# Write the views here.


if __name__ == "__main__":
    app.testing = True  # if a view fails, show its error
    client = app.test_client()
    print(client.post("/scores/ada/5").status)
    print(client.put("/scores/ben/8").status)
    for path in ["/scores/ada", "/scores/ben", "/scores", "/round"]:
        response = client.get(path)
        print(path, response.text if response.status_code == 200 else response.status)
