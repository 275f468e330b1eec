from flask import secure_filename
