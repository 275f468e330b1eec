"""A fresh container's whole life in the grading benchmark: one submission, its checks in the same process.

Reads one JSON object, {"source", "checks", "seed"}, and writes one, {"passed", "total"}.
"""

import json
import sys

sys.path.insert(0, "/opt/coursewright")

from runner.try_checks import grade_here  # noqa: E402

result = grade_here(**json.load(sys.stdin))
print(json.dumps({"passed": sum(item["status"] == "passed" for item in result["results"]), "total": len(result["results"])}))
