dict("a"=1)
