from flask import
