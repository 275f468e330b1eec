/** The program shown on the home page: a good answer with one thing missing, and what a learner is told about it. */
export const specimenCode = `@app.get("/")
def home():
    visits = int(request.cookies.get("visits", 0)) + 1
    response = make_response(f"Visit {visits}")
    response.set_cookie("visits", str(visits))
    return response`;
