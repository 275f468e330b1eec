from coursewright import check, expect_equal


@check("right answers")
def right(program):
    program.expect_uses("make_response").expect_uses("request.args").expect_uses("args", inside="choose").expect_no_use("request.form")
    program.expect_calls_in_order("make_response", "set_cookie", inside="choose").expect_no_use("global_", inside="wrong")
    program.expect_function("wrong", parameters=["a", "*rest", "b", "**more"], decorator="route").expect_function("add", parameters=["self", "item"])
    expect_equal(program.decorators("choose"), ["app.get", "login_required"], "decorators")
    expect_equal([program.defines(name) for name in ("Basket", "add", "choose", "app", "nothing")], [True, True, True, False, False], "defines")
    expect_equal(program.uses("request", inside="wrong"), False, "inside")


@check("not used")
def not_used(program):
    program.expect_uses("session", inside="choose")


@check("used")
def used(program):
    program.expect_no_use("eval")


@check("the other way round")
def order(program):
    program.expect_calls_in_order("make_response", "set_cookie", inside="wrong")


@check("not called at all")
def not_called(program):
    program.expect_calls_in_order("make_response", "delete_cookie")


@check("no such function")
def no_function(program):
    program.expect_uses("session", inside="read")


@check("other parameters")
def parameters(program):
    program.expect_function("choose", parameters=["code"])


@check("another decorator")
def decorator(program):
    program.expect_function("wrong", decorator="login_required")


@check("a global")
def no_global(program):
    program.expect_no_global()
