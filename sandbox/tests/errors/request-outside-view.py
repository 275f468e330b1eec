from flask import request

print(request.args)
