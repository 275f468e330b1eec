class Sad(Exception):
    pass


raise Sad("it rains")
