"""The Java kernel in JupyterLab: runs cells, stops when asked, leaves nothing behind."""

import unittest
from concurrent.futures import ThreadPoolExecutor

from lab import LabTest, is_alive
from notebook_page import wait_for

COUNTING = """long steps = 0;
long count() {
    while (!Thread.interrupted()) {
        steps++;
        Thread.onSpinWait();
    }
    return steps;
}"""


class KernelTest(LabTest):
    def test_runs_cells_and_shows_results(self):
        self.lab.write_notebook("cells.ipynb", "int a = 6;", "a * 7", 'throw new RuntimeException("stop");')
        with self.lab.open("cells.ipynb") as notebook:
            self.assertEqual(notebook.kernel_name(), "Java")
            notebook.run_all()
            notebook.wait_idle(60)
            self.assertEqual(notebook.output(1), "42")
            self.assertIn("stop", notebook.errors(2)[0])
            self.assertEqual(notebook.console, [])

    def test_interrupt_gives_control_back_and_the_variable_keeps_its_value(self):
        self.lab.write_notebook("interrupt.ipynb", COUNTING, "long counted = count();", "counted > 0 && counted == steps")
        with self.lab.open("interrupt.ipynb") as notebook:
            notebook.run_cell(0)
            notebook.wait_idle(30)
            notebook.run_cell(1)
            wait_for(lambda: notebook.prompt(1) == "[*]:", 10, "the loop runs")
            notebook.page.wait_for_timeout(1000)
            notebook.interrupt()
            self.assertLess(notebook.wait_idle(10), 2)
            notebook.run_cell(2)
            wait_for(lambda: notebook.prompt(2) == "[3]:", 30, "the next cell runs")
            self.assertEqual(notebook.output(2), "true")

    def test_a_stopped_kernels_process_is_gone_within_a_second(self):
        self.lab.write_notebook("stop.ipynb", "int a = 1;")
        with self.lab.open("stop.ipynb") as notebook:
            notebook.run_all()
            notebook.wait_idle(60)
            kernel, process = notebook.kernel_process()
            self.assertTrue(is_alive(process))
            with ThreadPoolExecutor() as background:  # the answer comes when the process has ended
                background.submit(self.lab.ask, f"kernels/{kernel}", "DELETE")
                wait_for(lambda: not is_alive(process), 1, "the JVM's end")


if __name__ == "__main__":
    unittest.main()
