from flask import Flask,
