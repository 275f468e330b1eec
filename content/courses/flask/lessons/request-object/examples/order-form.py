from flask import Flask, request

app = Flask(__name__)

FORM = """
<form method="post" action="/orders">
  <label>Bread <input name="bread"></label>
  <label>How many? <input name="count" type="number"></label>
  <button>Order</button>
</form>
"""


@app.get("/orders")
def show_form():
    return FORM


@app.post("/orders")
def order():
    print("  args:", request.args.to_dict())
    print("  form:", request.form.to_dict())
    count = request.form.get("count", 1, type=int)
    return f"Thank you! {count} for you."


client = app.test_client()

print("A form:")
response = client.post("/orders", data={"bread": "rye", "count": "2"})
print(" ", response.text)

print("A form, and a query:")
response = client.post("/orders?shop=harbor", data={"bread": "roll"})
print(" ", response.text)
