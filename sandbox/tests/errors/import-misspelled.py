from flask import make_respons
