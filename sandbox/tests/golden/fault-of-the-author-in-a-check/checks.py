from coursewright import check, expect_equal, fail


@check("has a mistake of its own")
def mistaken(clinet):
    pass
