from flask import Flask

website = Flask(__name__)
