from flask import Flask, make_response, request

app = Flask(__name__)


# Write your two views here: one for /, one for /reset.


if __name__ == "__main__":
    app.testing = True  # if a view fails, show its error
    browser = app.test_client()
    for path in ["/", "/", "/", "/reset", "/"]:
        reply = browser.get(path)
        if reply.status_code == 200:
            print(path, reply.text)
        else:
            print(path, reply.status)
