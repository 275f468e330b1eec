from flask import Flask

app = Flask(__name__)
chosen = None  # one variable for the whole program


@app.post("/choose/<int:seat>")
def choose(seat):
    global chosen
    chosen = seat
    return "Seat noted."


@app.get("/ticket")
def ticket():
    return f"Your seat: {chosen}"


anna = app.test_client()
ben = app.test_client()

anna.post("/choose/12")
print("Anna:", anna.get("/ticket").text)
print("Ben: ", ben.get("/ticket").text)
