from coursewright import check, expect_equal, fail


@check("routes, source and syntax tree")
def facts(program):
    expect_equal([(route.rule, route.methods, route.endpoint) for route in program.routes][0], ("/set", ("GET",), "set_cookie"), "first route")
    expect_equal(program.uses("make_response"), True, "uses")
    expect_equal(program.uses("session"), False, "an import alone is not a use")
    expect_equal(len(program.tree.body), 5, "statements")
    expect_equal("httponly" in program.source, True, "source")
