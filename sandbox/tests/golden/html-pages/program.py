from flask import Flask, request

app = Flask(__name__)
SENT = []


@app.get("/")
def index():
    rows = "".join(f"<tr><td>{name}<td>{len(name)}" for name in ["Ada", "Grace"])
    return f"""<!doctype html><title>Names</title><h1 class="big red">Two  <em>names</em></h1>
    <nav><a href="/">Home</a> <a href="about">About &amp; more</a></nav>
    <ul><li>one<li>two<ul><li>inner</ul></ul><p>first<p>second
    <table><thead><tr><th>Name<th>Letters</thead>{rows}</table>
    <script>document.write("<h1>not there</h1>")</script>
    <form action="/save" method="post"><input type="hidden" name="token" value="t&quot;1"><input name="name">
    <select name="size"><option>S<option selected value="m">M</select><input type="checkbox" name="gift"> <textarea name="note">
two
lines</textarea><button name="go">Send</button></form>"""


@app.post("/save")
def save():
    return dict(request.form)


@app.get("/many")
def many():
    return "<i>" * 100_000


@app.get("/odd")
def odd():
    return '<<p <a href=//[::> </b></i><form action="http://[x"><table><td>1</table>' + "<!--" * 50_000 + "<![" * 20_000 + "&#" * 20_000
