"""Training in a notebook: the live view moves and ends true, a stop is a stop, tunes sound."""

import unittest

from lab import Lab, wait_for

IMPORTS = """import unroll.music.*; import unroll.text.*; import unroll.data.*; import unroll.model.*;
import unroll.train.*; import unroll.trace.*; import unroll.notebook.*;
Unroll.start();"""

MODEL = """var corpus = Corpora.tunes(60, 7);
var vocabulary = Vocabulary.ofCharacters(corpus.text());
var model = LanguageModel.over(vocabulary).embedding(16).body(Gru.of(64)).seed(7).build();
var data = Split.at(vocabulary.encode(corpus.text()), 0.9).windows(50);"""

TRAIN = """var plan = Plan.ofSteps(%d).batch(16).learningRate(1e-2).clipNorm(5);
var history = Training.run(model, data, plan, LiveLoss.every(10));"""

LAST = 'System.out.printf("%d %.3f %s%n", history.last().step(), history.last().loss(), history.stop().reason());'

TUNE = r'Sound.play(Abc.parse("X:1\nT:t\nM:4/4\nL:1/8\nQ:1/4=120\nK:G\n|:G2B2 d2B2|c2A2 F2A2|G2B2 d2g2|f2d2 G4:|\n"))'


class TrainingTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.lab = Lab()
        cls.lab.__enter__()
        cls.addClassCleanup(cls.lab.__exit__)

    def open(self, name, *cells):
        """Opens a notebook of these cells after the imports and the model, which have run."""
        self.lab.write_notebook(name, IMPORTS, MODEL, *cells)
        notebook = self.lab.open(name)
        self.addCleanup(notebook.__exit__)
        for index in range(2):
            notebook.run_cell(index)
            notebook.wait_idle(120)
        return notebook

    def test_the_live_view_moves_and_ends_with_the_historys_last_step(self):
        notebook = self.open("live.ipynb", TRAIN % 1000, LAST)
        pictures = notebook.cell(2).locator("img")
        notebook.run_cell(2)
        seen = set()
        while notebook.waiting():
            if pictures.count():
                seen.add(pictures.first.get_attribute("src"))
            notebook.page.wait_for_timeout(100)
        self.assertGreater(len(seen), 3, "different pictures while training ran")
        notebook.page.wait_for_selector(".js-plotly-plot .scatterlayer path")
        notebook.run_cell(3)
        notebook.wait_idle(30)
        step, loss, reason = notebook.output(3).split()
        self.assertEqual((step, reason), ("1000", "FINISHED"))
        bundle = notebook.saved_output(2, "display_data")["data"]
        self.assertTrue("".join(bundle["text/plain"]).startswith(f"step 1000 of 1000, loss {loss},"))
        trace = bundle["application/vnd.plotly.v1+json"]["data"][0]
        self.assertEqual((trace["x"][-1], f"{trace['y'][-1]:.3f}"), (1000, loss))

    def test_an_interrupted_training_keeps_its_history_stands_still_and_goes_on(self):
        notebook = self.open("stopped.ipynb", TRAIN % 1_000_000, LAST, LAST, TRAIN % 10, LAST)
        notebook.run_cell(2)
        wait_for(lambda: "step " in notebook.output(2), 60, "the first picture")
        notebook.interrupt()
        self.assertLess(notebook.wait_idle(20), 2, "seconds until the reader is in control")
        notebook.run_cell(3)
        notebook.wait_idle(30)
        notebook.page.wait_for_timeout(1500)
        notebook.run_cell(4)
        notebook.wait_idle(30)
        step, _, reason = notebook.output(3).split()
        self.assertEqual(reason, "INTERRUPTED")
        self.assertEqual(notebook.output(4), notebook.output(3), "no step after the stop")
        for index in (5, 6):
            notebook.run_cell(index)
            notebook.wait_idle(60)
        self.assertEqual(int(notebook.output(6).split()[0]), int(step) + 10)

    def test_a_tune_plays_longer_than_five_seconds(self):
        notebook = self.open("tune.ipynb", TUNE)
        notebook.run_cell(2)
        player = notebook.page.wait_for_selector("audio", timeout=30_000)
        seconds, _ = wait_for(lambda: player.evaluate("a => a.duration"), 10, "the tune's length")
        self.assertGreater(seconds, 5)
        player.evaluate("a => a.play()")
        wait_for(lambda: player.evaluate("a => a.currentTime") > 0.5, 10, "the player's clock")


if __name__ == "__main__":
    unittest.main()
