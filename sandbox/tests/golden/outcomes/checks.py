from coursewright import check


@check("values, errors and output")
def right(program, rng):
    amount = rng.randint(1, 100)
    program.try_call("withdraw", amount).expect_value(100 - amount)
    program.try_call("withdraw", 101, account="other").expect_error("ValueError", "enough in other")
    program.try_call("decode").expect_error("ValueError")
    program.try_call("greet", name="Ada").expect_value(None).expect_output("Hello, Ada!").expect_text("Ada")
    program.run(stdin="3\n4\n").expect_output("First: Second: 7")
    program.run(stdin="30\n4\n").expect_text("34")


@check("another value")
def value(program):
    program.try_call("withdraw", 1).expect_value(True)


@check("no error where one should be")
def no_error(program):
    program.try_call("withdraw", 1).expect_error("ValueError")


@check("another error")
def other_error(program):
    program.try_call("withdraw", 101).expect_error("TypeError")


@check("another text of the error")
def other_text(program):
    program.try_call("withdraw", 101).expect_error("ValueError", "too much")


@check("an error where none should be")
def error(program):
    program.try_call("withdraw", -1).expect_value(1)


@check("no such function")
def missing(program):
    program.try_call("deposit", 1).expect_error("ValueError")


@check("other output")
def output(program):
    program.run(stdin="3\n4\n").expect_output("7")


@check("too little to read")
def too_little(program):
    program.run(stdin="3\n").expect_output("7")
