from flask import Flask, make_response, request

app = Flask(__name__)

ONE_YEAR = 60 * 60 * 24 * 365


def visits_so_far():
    try:
        return int(request.cookies.get("visits", "0"))
    except ValueError:
        # Somebody edited the cookie: what is in it is not a number.
        return 0


@app.get("/")
def home():
    visits = visits_so_far() + 1
    response = make_response(f"Visit {visits}")
    response.set_cookie("visits", str(visits), max_age=ONE_YEAR, httponly=True)
    return response


@app.get("/reset")
def reset():
    response = make_response("Forgotten")
    response.delete_cookie("visits")
    return response


if __name__ == "__main__":
    app.testing = True  # if a view fails, show its error
    browser = app.test_client()
    for path in ["/", "/", "/", "/reset", "/"]:
        reply = browser.get(path)
        if reply.status_code == 200:
            print(path, reply.text)
        else:
            print(path, reply.status)
