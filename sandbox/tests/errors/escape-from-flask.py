from flask import escape
