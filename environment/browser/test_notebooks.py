"""Every notebook of the lecture in JupyterLab: opens with the Java kernel, runs, shows no error."""

import json
import unittest

from lab import LabTest
from notebook_page import ROOT

# The music lab has a test of its own, which runs it too.
NOTEBOOKS = sorted(set((ROOT / "notebooks").glob("*.ipynb")) - set((ROOT / "notebooks").glob("08-*")))
LONGEST_SECONDS = 600


class NotebooksTest(LabTest):
    def test_every_notebook_runs_from_top_to_bottom(self):
        self.assertTrue(NOTEBOOKS, "notebooks to run")
        for file in NOTEBOOKS:
            with self.subTest(file.name), self.lab.open(file.name) as notebook:
                self.assertEqual(notebook.kernel_name(), "Java")
                notebook.picture("opened")
                notebook.run_all()
                notebook.wait_run(LONGEST_SECONDS)
                self.check_run(notebook, json.loads(file.read_text("utf-8"))["cells"])


if __name__ == "__main__":
    unittest.main()
