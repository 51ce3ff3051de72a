"""Every notebook of the lecture in JupyterLab: opens with the Java kernel, runs, shows no error."""

import json
import unittest

from lab import ROOT, Lab

# The music lab has a test of its own, which runs it too.
NOTEBOOKS = sorted(set((ROOT / "notebooks").glob("*.ipynb")) - set((ROOT / "notebooks").glob("08-*")))
LONGEST_SECONDS = 600


class NotebooksTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.lab = Lab()
        cls.lab.__enter__()
        cls.addClassCleanup(cls.lab.__exit__)

    def test_every_notebook_runs_from_top_to_bottom(self):
        for file in NOTEBOOKS:
            with self.subTest(file.name), self.lab.open(file.name) as notebook:
                self.assertEqual(notebook.kernel_name(), "Java")
                notebook.picture("opened")
                notebook.run_all()
                notebook.wait_idle(LONGEST_SECONDS)
                for index, cell in enumerate(json.loads(file.read_text("utf-8"))["cells"]):
                    if "raises-exception" not in cell["metadata"].get("tags", []):
                        self.assertEqual(notebook.errors(index), [], f"cell {index + 1}")
                self.assertEqual(notebook.console, [], "the browser's console")
                self.assertEqual(notebook.foreign, [], "requests to other servers")


if __name__ == "__main__":
    unittest.main()
