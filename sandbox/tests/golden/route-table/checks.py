from coursewright import check


@check("right answers")
def right(program):
    program.expect_route("/notes/<int:id>", methods=["GET"], endpoint="show").expect_route("/save", methods=["post"])


@check("another converter")
def converter(program):
    program.expect_route("/notes/<number>")


@check("another method")
def method(program):
    program.expect_route("/notes/<int:number>", methods=["GET", "DELETE"])


@check("another endpoint")
def endpoint(program):
    program.expect_route("/save", endpoint="store")


@check("another path")
def path(program):
    program.expect_route("/save/all")
