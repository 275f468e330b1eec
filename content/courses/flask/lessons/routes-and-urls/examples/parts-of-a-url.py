from urllib.parse import urlsplit

url = urlsplit("https://little-oven.example:8000/breads?sort=price#rye")

print("scheme:  ", url.scheme)
print("host:    ", url.hostname)
print("port:    ", url.port)
print("path:    ", url.path)
print("query:   ", url.query)
print("fragment:", url.fragment)
