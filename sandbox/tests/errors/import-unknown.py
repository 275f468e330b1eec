from flask import Banana
