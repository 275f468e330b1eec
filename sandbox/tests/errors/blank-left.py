from flask import ___
