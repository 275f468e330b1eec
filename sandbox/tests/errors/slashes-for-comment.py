// my app
x = 1
