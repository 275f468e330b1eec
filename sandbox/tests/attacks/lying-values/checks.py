"""The program's functions are called, and their values compared where the program cannot reach."""

from coursewright import check, expect_equal


@check("double(n) doubles any number")
def doubles(program, rng):
    number = rng.randint(1000, 1_000_000)
    expect_equal(program.call("double", number), 2 * number, "double gave something else")
