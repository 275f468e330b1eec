from flask import request.form
