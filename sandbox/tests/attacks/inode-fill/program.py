"""Makes empty files without end. The folder has a bounded number of inodes, and is gone with the job.

expect: did-not-run
"""

from flask import Flask

app = Flask(__name__)
reached = {}


@app.get("/double/<int:number>")
def double(number):
    return str(2 * number)


@app.get("/reached")
def report():
    return reached


for number in range(1_000_000):
    open(f"file-{number}", "w").close()
