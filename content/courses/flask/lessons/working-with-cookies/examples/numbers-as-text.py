from flask import Flask, make_response, request

app = Flask(__name__)


@app.get("/bigger")
def bigger():
    size = int(request.cookies.get("size", "16"))
    size = size + 2
    response = make_response(f"Text size is now {size}")
    response.set_cookie("size", str(size))
    return response


browser = app.test_client()

print(browser.get("/bigger").text)
print(browser.get("/bigger").text)
print("In the browser:", repr(browser.get_cookie("size").value))
