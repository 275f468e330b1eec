import urllib.request
import socket

socket.socket()
