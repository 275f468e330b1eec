"""The app's routes are asked for."""

from coursewright import check, expect_equal


@check("the app has two routes")
def two_routes(program):
    expect_equal(len(program.routes), 2, "it has others")
