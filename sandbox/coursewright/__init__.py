"""The vocabulary authors use in checks.py.

    from coursewright import check, expect_equal, fail

    @check("GET /set sends the lang cookie")
    def sends_cookie(client):
        client.get("/set").expect_status(200).expect_cookie("lang", value="fr")

A check is a function; its parameters are filled in by name:

client   a browser for the learner's app, with an empty cookie jar (see client.Client)
program  the learner's program: source, output, routes, functions (see program.Program)
rng      a random.Random whose seed is recorded with the verdict, so that answers fitted to
         what an earlier run asked for do not pass, and a verdict can be repeated exactly
"""

from coursewright.expectations import expect, expect_equal, fail
from coursewright.registry import check

__all__ = ["check", "expect", "expect_equal", "fail"]
