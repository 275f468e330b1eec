pages = {}


def remember(function):
    print("Noted down:", function.__name__)
    pages["/"] = function
    return function


@remember
def home():
    return "Welcome to Little Oven!"


print("The program goes on.")

view = pages["/"]
print(view())
