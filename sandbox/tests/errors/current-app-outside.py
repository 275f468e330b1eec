from flask import current_app

print(current_app.name)
