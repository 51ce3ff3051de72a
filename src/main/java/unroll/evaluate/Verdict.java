package unroll.evaluate;

import static unroll.evaluate.ReportText.number;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import unroll.evaluate.Contender.Lead;
import unroll.evaluate.Contender.Levels;
import unroll.evaluate.Report.Outcome;

/** Who wins a comparison, and the sentence that says so. */
record Verdict(Outcome outcome, String sentence) {
    static Verdict of(Trial<?, ?> data, List<Contender> all) {
        return new Judge(data, all).verdict();
    }

    /**
     * Looks at all pairs of a model and a baseline.
     *
     * <p>A model that wins is one of several, each with items and seeds of its own to be lucky with. A
     * baseline by which a model loses is one of several as well, but there is one luck with the seeds
     * only, that of the model. No level depends on how many must be beaten, for all of them must.
     */
    private static final class Judge {
        private final Trial<?, ?> data;
        private final List<Contender> models;
        private final List<Contender> baselines;

        Judge(Trial<?, ?> data, List<Contender> all) {
            this.data = data;
            Comparator<Contender> better = Comparator.comparingDouble(Contender::score);
            better = data.lowerIsBetter() ? better : better.reversed();
            this.models = all.stream().filter(c -> !c.baseline()).sorted(better).toList();
            this.baselines = all.stream().filter(Contender::baseline).sorted(better).toList();
        }

        Verdict verdict() {
            int items = models.get(0).average().totals().length;
            int fewest = Math.max(Bootstrap.TOO_FEW, Math.min(fewest(models), fewest(baselines)));
            if (items < fewest) {
                return tooFewItems(fewest);
            }
            Optional<Contender> winner = models.stream().filter(this::beatsAll).findFirst();
            if (winner.isPresent()) {
                return modelWins(forWin(winner.get(), baselines.get(0)));
            }
            Optional<Contender> open = models.stream().filter(m -> !isBeaten(m)).findFirst();
            return open.isPresent() ? nobodyWins(open.get()) : baselineWins(models.get(0));
        }

        /** Returns on how many items one of these must differ from others to win at all. */
        private static int fewest(List<Contender> choices) {
            return SignFlips.fewest(Bootstrap.OUTSIDE / choices.size());
        }

        /** Compares at the level at which a model may win. */
        private Lead forWin(Contender model, Contender baseline) {
            double each = Bootstrap.OUTSIDE / models.size();
            return model.over(baseline, data, new Levels(models.size(), each, each));
        }

        /** Compares at the level at which a model may lose. */
        private Lead forLoss(Contender model, Contender baseline) {
            int choices = baselines.size();
            double each = Bootstrap.OUTSIDE / choices;
            return model.over(baseline, data, new Levels(choices, each, Bootstrap.OUTSIDE));
        }

        private boolean beatsAll(Contender model) {
            return baselines.stream().allMatch(b -> forWin(model, b).low() > 0);
        }

        private boolean isBeaten(Contender model) {
            return baselines.stream().anyMatch(b -> forLoss(model, b).high() < 0);
        }

        private Verdict tooFewItems(int fewest) {
            ItemScores scores = models.get(0).average();
            String text =
                    String.format(
                            Locale.ROOT,
                            "Too few data for a verdict: %s%s; from %d on there can be a verdict%s.",
                            ReportText.counted(scores.totals().length, "independent test item"),
                            each(scores),
                            fewest,
                            data.moreItems().isEmpty() ? "" : "; " + data.moreItems());
            return new Verdict(Outcome.TOO_FEW_DATA, text);
        }

        private Verdict modelWins(Lead lead) {
            String text =
                    String.format(
                            Locale.ROOT,
                            "%s wins: %s %s against %s of %s, %s; it is better by %s (%s)%s.",
                            lead.model().name(),
                            data.quantity(),
                            number(lead.model().score()),
                            number(lead.baseline().score()),
                            lead.baseline().name(),
                            baselines.size() == 1 ? "the baseline" : "the best baseline",
                            number(lead.gain()),
                            interval(lead, lead.low(), lead.high()),
                            onceTrained(lead));
            return new Verdict(Outcome.MODEL, text);
        }

        private Verdict baselineWins(Contender model) {
            Lead lead =
                    baselines.stream()
                            .map(baseline -> forLoss(model, baseline))
                            .filter(loss -> loss.high() < 0)
                            .findFirst()
                            .orElseThrow();
            String text =
                    String.format(
                            Locale.ROOT,
                            "No model wins: %s, a baseline, has %s %s against %s of %s; it is better by %s (%s)%s.",
                            lead.baseline().name(),
                            data.quantity(),
                            number(lead.baseline().score()),
                            number(lead.model().score()),
                            lead.model().name(),
                            number(-lead.gain()),
                            interval(lead, -lead.high(), -lead.low()),
                            onceTrained(lead));
            return new Verdict(Outcome.BASELINE, text);
        }

        /** Returns the comparison that leaves open whether a model wins or loses. */
        private Lead open(Contender model) {
            Lead win =
                    baselines.stream()
                            .map(baseline -> forWin(model, baseline))
                            .filter(lead -> lead.low() <= 0)
                            .findFirst()
                            .orElseThrow();
            return win.high() < 0 ? forLoss(model, win.baseline()) : win;
        }

        private Verdict nobodyWins(Contender model) {
            Lead lead = open(model);
            double margin = data.margin(lead.baseline().score());
            boolean best = lead.baseline().equals(baselines.get(0));
            String who =
                    String.format(
                            Locale.ROOT,
                            "%s has %s %s, %s, %s, %s",
                            lead.model().name(),
                            data.quantity(),
                            number(lead.model().score()),
                            lead.baseline().name(),
                            best ? "the best baseline" : "a baseline",
                            number(lead.baseline().score()));
            boolean small = -lead.low() <= margin && lead.high() <= margin;
            if (small) {
                String text =
                        String.format(
                                Locale.ROOT,
                                "Nobody wins: %s; %s%s.",
                                who,
                                alike(lead, margin),
                                onceTrained(lead));
                return new Verdict(Outcome.NONE, text);
            }
            int fewest = SignFlips.fewest(lead.levels().items());
            Need need = Need.of(lead, margin, fewest, data.unit());
            String text =
                    String.format(
                            Locale.ROOT,
                            "%s for a verdict: %s; the model may be %s (95 %% interval%s)%s%s; %s.",
                            need.lacking(),
                            who,
                            between(lead),
                            over(lead),
                            tooAlike(lead, fewest),
                            onceTrained(lead),
                            need.advice());
            return new Verdict(Outcome.TOO_FEW_DATA, text);
        }

        private static String between(Lead lead) {
            String low = number(Math.abs(lead.low()));
            String high = number(Math.abs(lead.high()));
            if (lead.low() < 0 && lead.high() > 0) {
                return String.format(Locale.ROOT, "between %s worse and %s better", low, high);
            }
            return lead.low() < 0 ? "at most " + low + " worse" : "at most " + high + " better";
        }

        /** Says so where the two differ on too few items for any verdict. */
        private static String tooAlike(Lead lead, int fewest) {
            return lead.differing() >= fewest
                    ? ""
                    : String.format(
                            Locale.ROOT,
                            "; they differ on %s of the items, and only from %d on can chance be ruled out",
                            lead.differing() == 0 ? "none" : String.valueOf(lead.differing()),
                            fewest);
        }

        private String alike(Lead lead, double margin) {
            return lead.differing() == 0 && lead.low() == lead.high()
                    ? String.format(
                            Locale.ROOT,
                            "they are the same on each of the %,d items",
                            lead.model().average().totals().length)
                    : String.format(
                            Locale.ROOT,
                            "the difference is below %s either way (%s)",
                            number(margin),
                            interval(lead, lead.low(), lead.high()));
        }

        private String interval(Lead lead, double low, double high) {
            return String.format(
                    Locale.ROOT,
                    "95 %% interval %s to %s%s",
                    number(low),
                    number(high),
                    over(lead));
        }

        /** Says over what an interval is. */
        private String over(Lead lead) {
            int seeds = lead.model().runs().size();
            int choices = lead.levels().choices();
            ItemScores scores = lead.model().average();
            return String.format(
                    Locale.ROOT,
                    "%s, over %,d items%s%s",
                    choices == 1 ? "" : ", allowing for the choice among " + choices,
                    scores.totals().length,
                    each(scores),
                    seeds == 1 ? "" : String.format(Locale.ROOT, " and %d seeds", seeds));
        }

        private String each(ItemScores scores) {
            return data.unit().isEmpty()
                    ? ""
                    : String.format(
                            Locale.ROOT, " of %,.0f %s each", scores.weights()[0], data.unit());
        }

        private static String onceTrained(Lead lead) {
            return lead.model().runs().size() > 1
                    ? ""
                    : "; it was trained once, and what another seed would change is not known";
        }
    }
}
