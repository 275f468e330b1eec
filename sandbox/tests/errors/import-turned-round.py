import Flask from flask
