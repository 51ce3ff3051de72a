"""A minute of training watched in JupyterLab, the stop button, and the keyboard."""

import re
import unittest
from pathlib import Path

from lab import LabTest
from notebook_page import wait_for
from test_music_lab import IMPORTS, MODEL, TRAINING, TUNE

# The view draws inside the call that tells it of a step, so that its cost can be read off a clock:
# the thread's own, which stands still while other programs have the processor.
WATCHED = """var clock = java.lang.management.ManagementFactory.getThreadMXBean();
var live = LiveLoss.every(1);
long spent = 0;
Progress timed = event -> {
    long begin = clock.getCurrentThreadCpuTime();
    live.on(event);
    spent += clock.getCurrentThreadCpuTime() - begin;
};"""
MINUTE = """var history = Training.run(model, data, Plan.ofMinutes(1).batch(16).patience(0), timed);
double seconds = history.last().seconds();
System.out.println("%.1f s, cost %.4f".formatted(seconds, spent / 1e9 / seconds));"""
LAST = 'System.out.println("%d %.3f".formatted(history.last().step(), history.last().loss()));'
LARGEST_FILE = 300_000
LARGEST_GROWTH = 60e6
PICTURE = "img[src^='data:image/svg']"


class LiveTest(LabTest):
    def server_memory(self):
        """Resident bytes of the server's process."""
        pages = Path(f"/proc/{self.lab.server.pid}/statm").read_text().split()[1]
        return int(pages) * 4096

    def test_a_minute_of_training_costs_little_and_leaves_little(self):
        self.lab.write_notebook("minute.ipynb", IMPORTS, MODEL, WATCHED, MINUTE)
        with self.lab.open("minute.ipynb") as notebook:
            for index in range(3):
                notebook.run_cell(index)
                notebook.wait_idle(120)
            before = self.server_memory()
            notebook.run_cell(3)
            states, heights = self.watch(notebook, 3)
            notebook.wait_idle(30)
            growth = self.server_memory() - before
            plot = notebook.cell(3).locator(".js-plotly-plot .modebar-btn")
            wait_for(lambda: plot.count() > 0, 30, "the last state is interactive")
            seconds, cost = map(float, re.search(r"([\d.]+) s, cost ([\d.]+)", notebook.output(3)).groups())
            notebook.menu("File", "Save Notebook")
            file = self.lab.workspace / "minute.ipynb"
            wait_for(self.is_saved, 20, "the saved outputs")
            self.assertEqual(notebook.console, [])
        print(
            f"{seconds:.0f} s of training: {len(states)} states seen, {cost:.2%} of its time for the view, "
            f"file {file.stat().st_size:,} bytes, server {growth / 1e6:+.1f} MB"
        )
        self.assertGreater(len(states), 5)
        self.assertIn(len(heights), (1, 2), "the picture is not there, or the cell jumps while it trains")
        self.assertGreater(seconds, 55, "trained")
        self.assertLess(cost, 0.02)
        self.assertLess(file.stat().st_size, LARGEST_FILE)
        self.assertLess(growth, LARGEST_GROWTH)

    def watch(self, notebook, index):
        """The steps that a cell showed while it ran, and the heights its picture had."""
        states, heights = set(), set()
        for _ in notebook.while_running(index, 30):
            step = re.search(r"(\d+)\s+\d:\d\d of 1:00", notebook.output(index))
            if step:
                states.add(step[1])
                box = notebook.cell(index).locator(PICTURE).bounding_box()
                heights.add(round(box["height"]) if box else 0)
            if len(states) == 10:
                notebook.picture("training")
        return states, heights - {0}

    def is_saved(self):
        cells = self.lab.saved_cells("minute.ipynb")
        return cells and any(output["output_type"] == "display_data" for output in cells[3]["outputs"])

    def test_after_the_stop_button_the_last_state_shows_step_and_loss(self):
        self.lab.write_notebook("stop.ipynb", IMPORTS, MODEL, TRAINING, "history", LAST)
        with self.lab.open("stop.ipynb") as notebook:
            for index in (0, 1):
                notebook.run_cell(index)
                notebook.wait_idle(120)
            notebook.run_cell(2)
            wait_for(lambda: notebook.cell(2).locator(PICTURE).count(), 60, "the live view")
            notebook.page.wait_for_timeout(3000)
            notebook.interrupt()
            notebook.wait_idle(20)
            for index in (3, 4):
                notebook.run_cell(index)
                notebook.wait_idle(30)
            wait_for(lambda: notebook.cell(3).locator(".js-plotly-plot").count(), 30, "the history's curve")
            step, loss = notebook.output(4).split()
            plot = notebook.cell(2).locator(".js-plotly-plot")
            wait_for(lambda: plot.count(), 30, "the last state")
            self.assertGreater(plot.bounding_box()["height"], 100)
            self.assertIn(f"Loss at step {step}: training {loss}", notebook.output(2))
            self.assertEqual(notebook.console, [])

    def test_the_player_and_a_folded_table_obey_the_keyboard(self):
        folded = 'Picture.ofHtml("<details><summary>numbers</summary><p>4.419</p></details>", "n")'
        imports = IMPORTS + " import unroll.plot.*;"
        self.lab.write_notebook("keys.ipynb", imports, f'Sound.play(Abc.parse("{TUNE}"))', folded)
        with self.lab.open("keys.ipynb") as notebook:
            notebook.run_all()
            notebook.wait_idle(60)
            notebook.cell(1).locator(".jp-InputArea-editor").click()
            player = notebook.page.locator("audio")
            self.press(notebook, player, "Space")
            wait_for(lambda: player.evaluate("a => a.currentTime") > 0.5, 10, "sound")
            table = notebook.page.locator("summary")
            self.press(notebook, table, "Enter")
            wait_for(lambda: notebook.page.get_by_text("4.419", exact=True).last.is_visible(), 5, "the numbers")

    def press(self, notebook, element, key):
        """Goes from cell to element with Escape and Tab alone, and presses a key there."""
        notebook.page.keyboard.press("Escape")
        for _ in range(60):
            if element.evaluate("e => e === document.activeElement"):
                notebook.page.keyboard.press(key)
                return
            notebook.page.keyboard.press("Tab")
        self.fail(f"Tab never comes to {element}")


if __name__ == "__main__":
    unittest.main()
