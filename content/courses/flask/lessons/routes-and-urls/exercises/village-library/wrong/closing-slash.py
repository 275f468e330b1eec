"""The route of the books has no slash at its end, so /books/ fits nothing.

fails: /books/ lists every title, and /books leads there
hint: slash
"""

from flask import Flask

app = Flask(__name__)

books = ["Emma", "Dracula"]


def arrive(title):
    books.append(title)


@app.get("/")
def home():
    return """
    <a href="/books/">Books</a>
    <a href="/books/newest">Newest</a>
    <a href="/contact">Contact</a>
    """


@app.get("/books")
def all_books():
    return f"Our books: {', '.join(books)}"


@app.get("/books/newest")
def newest():
    return f"Newest: {books[-1]}"


@app.get("/contact-us")
@app.get("/contact")
def contact():
    return "Write to library@example.org"


if __name__ == "__main__":
    app.testing = True  # if a view fails, show its error
    client = app.test_client()
    for path in ["/", "/books/", "/books", "/books/newest"]:
        print(path, client.get(path).status)
    for path in ["/contact", "/contact-us", "/contact/"]:
        print(path, client.get(path).status)
