from flask import Flask

app = Flask(__name__)

# Your view goes here.
