from coursewright import check, expect_equal, fail


@check("adds")
def adds(program, rng):
    a, b = rng.randint(0, 999), rng.randint(0, 999)
    expect_equal(program.call("add", a, b), a + b, "add")


@check("whole numbers of any size pass unharmed")
def grows(program):
    expect_equal(program.call("grow", 2**80 + 1), [(2**80 + 1) * 10**30, {"a": -(2**80) - 1}], "grow")


@check("raises")
def raises(program):
    program.call("broken", 1)


@check("is missing")
def missing(program):
    program.call("subtract", 1, 2)


@check("cannot be compared")
def strange(program):
    program.call("strange")


@check("wrong number of arguments")
def arguments(program):
    program.call("add", 1)
