from coursewright import check, expect_equal, fail


def forgotten(client):
    pass
