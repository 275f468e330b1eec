from coursewright import check


@check("counts too much", points=11)
def much():
    pass
