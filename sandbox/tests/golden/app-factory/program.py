from flask import Flask


def create_app():
    app = Flask(__name__)
    app.config["MAX_CONTENT_LENGTH"] = 1000

    @app.get("/")
    def index():
        return "made"

    return app


if __name__ == "__main__":
    print("not while it is graded")
    create_app().run()
