from flask import Flask

app = Flask(__name__)

books = ["Emma", "Dracula"]


def arrive(title):
    books.append(title)


# Write the views here.


if __name__ == "__main__":
    app.testing = True  # if a view fails, show its error
    client = app.test_client()
    for path in ["/", "/books/", "/books", "/books/newest"]:
        print(path, client.get(path).status)
    for path in ["/contact", "/contact-us", "/contact/"]:
        print(path, client.get(path).status)
