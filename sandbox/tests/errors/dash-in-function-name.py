def my-view():
    return "hi"
