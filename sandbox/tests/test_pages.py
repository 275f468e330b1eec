"""HTML pages, their elements and forms."""

from __future__ import annotations

import time
import unittest

from coursewright.elements import read_page
from coursewright.expectations import ExpectationFailed
from coursewright.form import Form


class Pages(unittest.TestCase):
    def test_trees(self) -> None:
        for html, tag, texts in (
            ("<ul><li>a<li>b<ul><li>c</ul><li>d</ul>", "li", ["a", "bc", "c", "d"]),
            ("<p>a<p>b<div>c</div>", "p", ["a", "b"]),
            ("<table><tr><td>a<td>b<tr><td>c</table><p>d", "td", ["a", "b", "c"]),
            ("<select><option>a<option>b</select>", "option", ["a", "b"]),
            ("<h1>a &lt;b&gt;<br>c</h1>", "h1", ["a <b> c"]),
            ("</p></div><b>a</i></b>", "b", ["a"]),
            ("<h1>a", "h1", ["a"]),
            ("", "*", []),
        ):
            with self.subTest(html):
                self.assertEqual([element.text for element in read_page(html).select(tag)], texts)

    def test_attributes(self) -> None:
        page = read_page('<a class="x y" data-id="3" href="/">a</a><a id="a" id="b">b</a>')
        for attributes, texts in (
            ({"class_": "y"}, ["a"]),
            ({"class_": "y x"}, ["a"]),
            ({"data_id": "3"}, ["a"]),
            ({"href": True}, ["a"]),
            ({"href": False}, ["b"]),
            ({"id": "a"}, ["b"]),
            ({"id": "b"}, []),
        ):
            with self.subTest(attributes):
                self.assertEqual([element.text for element in page.select("a", **attributes)], texts)  # type: ignore[arg-type]

    def test_no_page_takes_long(self) -> None:
        size = 500_000
        pieces = ("<a>", "</a>", "<li>", "<a><td>", "<!--", "<![", "<!", "<?", "&#", "&", "<a b=", '<a b="', "<", "</", "</a ", "<script>", "x ", "<a b ")
        for piece in pieces:
            with self.subTest(piece):
                began = time.process_time()
                try:
                    page = read_page(piece * (size // len(piece)))
                    page.select("*", "x", href="y")
                except ExpectationFailed:
                    pass
                self.assertLess(time.process_time() - began, 2)

    def test_deep_pages_are_not_read_again_for_each_of_their_elements(self) -> None:
        page = read_page("<b>" * 150 + "x " * 200_000)
        with self.assertRaisesRegex(ExpectationFailed, "deep"):
            page.select("b", "y")
        page = read_page("<b>" * 150 + "x</i>" * 100_000)
        with self.assertRaisesRegex(ExpectationFailed, "deep"):
            page.select("b", "y")

    def test_texts_are_read_once(self) -> None:
        page = read_page("<p>" + "x " * 200_000)
        self.assertEqual([len(page.select("p", "y")) for _ in range(100)], [0] * 100)


class Forms(unittest.TestCase):
    def test_what_a_browser_sends(self) -> None:
        html = """<form action="?page=2"><input name=a value=1><input name=b type=checkbox><input name=c type=checkbox checked>
            <input name=d type=radio value=x><input name=d type=radio value=y checked><input name=e type=file><input name=f disabled>
            <select name=g multiple><option selected>1<option selected>2</select><select name=h><option>1</select><select name=i></select>
            <textarea name=j>\ntext</textarea><input type=submit name=k value=Go><input value=nameless></form>"""
        form = Form(read_page(html).select("form")[0], "/list")
        self.assertEqual((form.method, form.action), ("GET", "/list?page=2"))
        self.assertEqual(form.fields, {"a": ["1"], "c": ["on"], "d": ["y"], "g": ["1", "2"], "h": ["1"], "j": ["text"]})
        self.assertEqual(form.filled({"a": 5, "b": True, "c": False, "g": [3]})["g"], ["3"])
        self.assertEqual(sorted(form.filled({"a": 5, "b": True, "c": False})), ["a", "b", "d", "g", "h", "j"])
        with self.assertRaises(ExpectationFailed):
            form.filled({"k": "Go"})


if __name__ == "__main__":
    unittest.main()
