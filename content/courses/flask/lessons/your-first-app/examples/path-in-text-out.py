def home():
    return "Welcome to Little Oven!"


def hours():
    return "Open from 7 to 13."


pages = {"/": home, "/hours": hours}


def answer(path):
    if path in pages:
        view = pages[path]
        return view()
    return "There is no such page."


print(answer("/"))
print(answer("/hours"))
print(answer("/cake"))
