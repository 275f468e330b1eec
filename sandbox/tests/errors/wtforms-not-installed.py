from flask_wtf import FlaskForm
