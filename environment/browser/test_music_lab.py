"""The music lab as a reader meets it: the whole notebook, its live view, its player, and the stop button."""

import base64
import hashlib
import io
import math
import re
import struct
import unittest
import wave

from jupyter_client import KernelManager
from jupyter_client.kernelspec import KernelSpecManager
from lab import LabTest
from notebook_page import FOLDER, wait_for

NOTEBOOK = "08-music-generation.ipynb"
LONGEST_SECONDS = 900
IMPORTS = """import unroll.text.*; import unroll.music.*; import unroll.data.*; import unroll.model.*;
import unroll.train.*; import unroll.trace.*; import unroll.notebook.*;"""
MODEL = """var corpus = Corpora.tunes(60, 7);
var vocabulary = Vocabulary.ofCharacters(corpus.text());
var data = Split.at(vocabulary.encode(corpus.text()), 0.9).windows(50);
var model = LanguageModel.over(vocabulary).embedding(16).body(Lstm.of(64)).seed(7).build();
var told = new java.util.concurrent.atomic.AtomicLong();"""
TRAINING = """var history = Training.run(model, data, Plan.ofSteps(1_000_000).batch(16),
        LiveLoss.every(5), event -> told.incrementAndGet());"""
# The step that was under way when control came back may end; two seconds after the stop all is still.
STILL = """Thread.sleep(1000);
long before = told.get();
Thread.sleep(1500);
boolean still = before == told.get() && model.steps() == history.last().step();
System.out.println(history.stop().reason() + " " + still);"""
GOING_ON = """var more = Training.run(model, data, Plan.ofSteps(3).batch(16));
System.out.println(more.last().step() - history.last().step());"""

# G major, quarter notes of half a second; the repeat is played twice.
TUNE = r"X:1\nT:Test\nM:4/4\nL:1/8\nQ:1/4=120\nK:G\n|:G2B2 d2B2|c2A2 F2A2|G2B2 d2g2|f2d2 G4:|\n"
PITCHES = [67, 71, 74, 71, 72, 69, 66, 69, 67, 71, 74, 79, 78, 74, 67]
LENGTHS = [0.5] * 14 + [1.0]


def tunes_notes():
    """(onset in seconds, MIDI pitch) of the tune above, worked out by hand."""
    notes, now = [], 0.0
    for pitch, length in list(zip(PITCHES, LENGTHS)) * 2:
        notes.append((now, pitch))
        now += length
    return notes


def power(samples, rate, start, seconds, pitch):
    """How strongly a pitch sounds in a stretch of time (Goertzel 1958), per sample."""
    part = samples[max(0, round(start * rate)) : max(0, round((start + seconds) * rate))]
    if not part:
        return 0.0
    turn = 2 * math.cos(2 * math.pi * 440 * 2 ** ((pitch - 69) / 12) / rate)
    one = two = 0.0
    for sample in part:
        one, two = sample + turn * one - two, one
    return (one * one + two * two - turn * one * two) / len(part) ** 2


def read_wav(source):
    with wave.open(io.BytesIO(base64.b64decode(source.split(",", 1)[1]))) as file:
        count = file.getnframes()
        return struct.unpack(f"<{count}h", file.readframes(count)), file.getframerate()


class MusicLabTest(LabTest):
    def test_the_notebook_runs_and_its_live_view_tells_what_the_history_holds(self):
        cells = self.lab.saved_cells(NOTEBOOK)
        training = next(i for i, c in enumerate(cells) if "LiveLoss" in "".join(c["source"]))
        with self.lab.open(NOTEBOOK) as notebook:
            self.assertEqual(notebook.kernel_name(), "Java")
            notebook.run_all()
            states = self.watch(notebook, training)
            self.assertGreaterEqual(len(states), 3, "pictures that differ while training runs")
            notebook.wait_run(LONGEST_SECONDS)
            self.check_run(notebook, cells)
            self.check_player(notebook)
            notebook.menu("File", "Save Notebook")
            wait_for(lambda: self.plain(training), 20, "the saved outputs")
        live = re.search(r"step ([\d,]+) of [\d,]+, loss ([\d.]+)", self.plain(training))
        kept = re.search(r"([\d,]+) steps in .*?: loss ([\d.]+)", self.plain(training + 2))
        self.assertEqual(live[1], kept[1])
        self.assertAlmostEqual(float(live[2]), float(kept[2]), delta=6e-4)

    def watch(self, notebook, index):
        """The different pictures that a cell showed while it ran."""
        states = set()
        for _ in notebook.while_running(index, LONGEST_SECONDS):
            picture = notebook.cell(index).locator("img[src^='data:image/svg']")
            if picture.count():
                source = picture.first.get_attribute("src") or ""  # the last state has no such picture
                states.add(hashlib.sha256(source.encode()).hexdigest())
            if len(states) == 3:
                notebook.cell(index).scroll_into_view_if_needed()
                notebook.picture("training")
        return states

    def plain(self, index):
        """The text form of a cell's last output, as the notebook file holds it; empty before that."""
        cells = self.lab.saved_cells(NOTEBOOK)
        outputs = cells[index]["outputs"] if cells else []
        return "".join(outputs[-1]["data"]["text/plain"]) if outputs else ""

    def check_player(self, notebook):
        players = notebook.page.locator("audio")
        self.assertGreaterEqual(players.count(), 2)
        last = players.last
        self.assertGreater(last.evaluate("a => a.duration"), 5)
        last.evaluate("a => { a.currentTime = 0; a.play(); }")
        wait_for(lambda: last.evaluate("a => a.currentTime") > 5, 30, "five seconds of sound")

    def test_the_player_sounds_the_notes_of_the_tune(self):
        self.lab.write_notebook("player.ipynb", IMPORTS, f'Sound.play(Abc.parse("{TUNE}"))')
        with self.lab.open("player.ipynb") as notebook:
            notebook.run_all()
            notebook.wait_idle(60)
            source = notebook.page.locator("audio").get_attribute("src")
        samples, rate = read_wav(source)
        self.assertGreater(len(samples) / rate, 16)
        before = None
        for onset, pitch in tunes_notes():
            sounding = power(samples, rate, onset + 0.05, 0.3, pitch)
            for other in (pitch - 1, pitch + 1):
                self.assertGreater(sounding, 4 * power(samples, rate, onset + 0.05, 0.3, other), onset)
            if pitch != before:
                silent = power(samples, rate, onset - 0.08, 0.07, pitch)
                self.assertGreater(power(samples, rate, onset, 0.08, pitch), 4 * silent, onset)
            before = pitch

    def test_the_stop_button_ends_a_training_that_then_goes_on(self):
        self.lab.write_notebook("stopped.ipynb", IMPORTS, MODEL, TRAINING, STILL, GOING_ON)
        with self.lab.open("stopped.ipynb") as notebook:
            for index in (0, 1):
                notebook.run_cell(index)
                notebook.wait_idle(120)
            notebook.run_cell(2)
            wait_for(lambda: notebook.cell(2).locator("img").count(), 60, "the live view")
            notebook.page.wait_for_timeout(1500)
            notebook.interrupt()
            self.assertLess(notebook.wait_idle(20), 2)
            for index in (3, 4):
                notebook.run_cell(index)
                notebook.wait_idle(60)
            self.assertEqual(notebook.output(3), "INTERRUPTED true")
            self.assertEqual(notebook.output(4), "3")

    def test_a_clients_interrupt_ends_a_training_that_then_goes_on(self):
        manager = KernelManager(kernel_name="java")
        manager.kernel_spec_manager = KernelSpecManager(kernel_dirs=[str(FOLDER / "jupyter/kernels")])
        manager.start_kernel(cwd=str(FOLDER))
        client = manager.client()
        client.start_channels()
        self.addCleanup(manager.shutdown_kernel, now=True)
        self.addCleanup(client.stop_channels)
        client.wait_for_ready(60)
        for source in (IMPORTS, MODEL):
            self.assertEqual(client.execute_interactive(source, timeout=120)["content"]["status"], "ok")
        client.execute(TRAINING)
        wait_for(lambda: client.get_iopub_msg(timeout=60)["msg_type"] == "update_display_data", 60, "a step")
        manager.interrupt_kernel()
        _, seconds = wait_for(lambda: self.is_idle(client.get_iopub_msg(timeout=20)), 20, "idle", 0)
        self.assertLess(seconds, 2)
        self.assertEqual(self.printed(client, STILL), "INTERRUPTED true")
        self.assertEqual(self.printed(client, GOING_ON), "3")

    def is_idle(self, message):
        return message["msg_type"] == "status" and message["content"]["execution_state"] == "idle"

    def printed(self, client, source):
        lines = []

        def listen(message):
            if message["msg_type"] == "stream":
                lines.append(message["content"]["text"])

        client.execute_interactive(source, timeout=60, output_hook=listen)
        return "".join(lines).strip()


if __name__ == "__main__":
    unittest.main()
