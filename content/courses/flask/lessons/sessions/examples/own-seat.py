from flask import Flask, session

app = Flask(__name__)
app.config["SECRET_KEY"] = "only-for-this-example"


@app.post("/choose/<int:seat>")
def choose(seat):
    session["seat"] = seat
    return "Seat noted."


@app.get("/ticket")
def ticket():
    if "seat" in session:
        seat = session["seat"]
        return f"Your seat: {seat}, beside seat {seat + 1}"
    return "You have not chosen a seat."


anna = app.test_client()
ben = app.test_client()

anna.post("/choose/12")
print("Anna:", anna.get("/ticket").text)
print("Ben: ", ben.get("/ticket").text)

ben.post("/choose/30")
print("Anna:", anna.get("/ticket").text)
print("Ben: ", ben.get("/ticket").text)
