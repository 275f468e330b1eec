def greet(word="hi", name):
    return word
