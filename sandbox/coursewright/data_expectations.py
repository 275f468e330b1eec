"""What a check expects of the data in an answer: its JSON, and what its template was given."""

from __future__ import annotations

from typing import Any, Self

from coursewright.answer import Answer
from coursewright.json_difference import NoSuchPart, differences, in_words, part_at, short


class DataExpectations(Answer):
    """The part of Response that is about JSON and templates."""

    def json_at(self, path: str) -> Any:
        """What stands at a path of the JSON body, such as "items[0].name"; fails the check when there is nothing.

        Example: client.delete(f"/api/{client.get('/api').json_at('items[0].id')}").expect_status(204)
        Fails: GET /api: the JSON should have items[0].id, and items[0] has only 'count', 'name'.
        """
        self._expect_no_error(None)
        return self._part(path, None)

    def expect_json(self, value: Any, message: str | None = None, *, at: str = "") -> Self:
        """The body is JSON and equals the value; `at` looks only at a path such as "items[0]". A failure lists what differs.

        Example: client.get("/api").expect_json({"items": [{"name": "tea", "count": 2}]})
        Fails: GET /api: the JSON should be something else: items[0].count should be 2, and is 3.
        """
        return self._expect_json(value, message, at=at, part_only=False)

    def expect_json_part(self, part: Any, message: str | None = None, *, at: str = "") -> Self:
        """The body is JSON and has at least these names with these values, at any depth; others make no difference.

        Example: client.get("/api").expect_json_part({"items": [{"count": 2}]})
        Fails: GET /api: the JSON should be something else: items[0].count should be 2, and is 3.
        """
        return self._expect_json(part, message, at=at, part_only=True)

    def _expect_json(self, value: Any, message: str | None, *, at: str, part_only: bool) -> Self:
        self._expect_no_error(message)
        actual = self._part(at, message)
        found = differences(value, actual, part_only=part_only, path=at)
        if found:
            raise self._failure(f"the JSON should be something else: {in_words(found)}", value, actual, message)
        return self

    def _part(self, path: str, message: str | None) -> Any:
        try:
            return part_at(self.json, path)
        except NoSuchPart as missing:
            raise self._failure(f"the JSON should have {path}, and {missing}", path, self.json, message) from None

    def expect_template(self, name: str | None, /, **context: Any) -> Self:
        """The answer was made with this template (None: by render_template_string), and the template was given these values.

        Rows of sqlite3 arrive as dicts, tuples as lists; of objects of other classes only the name of the class is known.

        Example: client.get("/page").expect_template("index.html", name="Ada")
        Fails: GET /page: the template index.html should be given name="Ada", and it is given name="Grace".
        """
        self._expect_no_error(None)
        wanted = name or "a template in the program's text"
        fitting = [template for template in self.templates if template.name == name]
        if not fitting:
            names = ", ".join(template.name or "one in the program's text" for template in self.templates)
            came = f"it was made with {names}" if names else "no template was rendered"
            raise self._failure(f"the answer should be made with {wanted}, and {came}", wanted, came, None)
        last = fitting[-1]
        for key, value in context.items():
            if key not in last.kinds:
                has = ", ".join(last.kinds) or "nothing"
                raise self._failure(f"the template {wanted} should be given {key}, and it is given {has}", f"{key}={short(value)}", has, None)
            if key not in last.context:
                kind = last.kinds[key]
                text = f"the template {wanted} should be given {key}={short(value)}, and it is given a value of the kind {kind}"
                raise self._failure(text, f"{key}={short(value)}", kind, None)
            if differences(value, last.context[key]):
                text = f"the template {wanted} should be given {key}={short(value)}, and it is given {key}={short(last.context[key])}"
                raise self._failure(text, value, last.context[key], None)
        return self
