package unroll.evaluate;

import static unroll.evaluate.ReportText.number;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import unroll.evaluate.Contender.Lead;
import unroll.evaluate.Report.Outcome;

/** Who wins a comparison, and the sentence that says so. */
record Verdict(Outcome outcome, String sentence) {
    static Verdict of(Trial<?, ?> data, List<Contender> all) {
        return new Judge(data, all).verdict();
    }

    /** Looks at all pairs of a model and a baseline. */
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
                return new Verdict(
                        Outcome.TOO_FEW_DATA,
                        String.format(
                                Locale.ROOT,
                                "Too few data for a verdict: %d independent test item%s; from %d on"
                                        + " there can be one.",
                                items,
                                items == 1 ? "" : "s",
                                fewest));
            }
            Optional<Contender> winner = models.stream().filter(this::beatsAll).findFirst();
            if (winner.isPresent()) {
                return modelWins(lead(winner.get(), baselines.get(0), models.size()));
            }
            if (baselines.stream().anyMatch(this::isUnbeaten)) {
                return baselineWins(lead(models.get(0), baselines.get(0), baselines.size()));
            }
            return nobodyWins(lead(models.get(0), baselines.get(0), models.size()));
        }

        /** Returns on how many items one of these must differ from others to win at all. */
        private static int fewest(List<Contender> choices) {
            return SignFlips.fewest(Bootstrap.OUTSIDE / choices.size());
        }

        /** Compares at the level that allows for the choice among {@code choices}. */
        private Lead lead(Contender model, Contender baseline, int choices) {
            return model.over(baseline, data, Bootstrap.OUTSIDE / choices);
        }

        private boolean beatsAll(Contender model) {
            return baselines.stream().allMatch(b -> lead(model, b, models.size()).low() > 0);
        }

        private boolean isUnbeaten(Contender baseline) {
            return models.stream().allMatch(m -> lead(m, baseline, baselines.size()).high() < 0);
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
                            interval(lead, models.size()),
                            onceTrained(lead));
            return new Verdict(Outcome.MODEL, text);
        }

        private Verdict baselineWins(Lead lead) {
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
                            interval(turned(lead), baselines.size()),
                            onceTrained(lead));
            return new Verdict(Outcome.BASELINE, text);
        }

        private static Lead turned(Lead lead) {
            return new Lead(
                    lead.model(),
                    lead.baseline(),
                    -lead.gain(),
                    -lead.high(),
                    -lead.low(),
                    lead.seeds(),
                    lead.differing());
        }

        private Verdict nobodyWins(Lead lead) {
            double margin = data.margin(lead.baseline().score());
            String who =
                    String.format(
                            Locale.ROOT,
                            "%s has %s %s, %s, the best baseline, %s",
                            lead.model().name(),
                            data.quantity(),
                            number(lead.model().score()),
                            lead.baseline().name(),
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
            String text =
                    String.format(
                            Locale.ROOT,
                            "Too few data for a verdict: %s; the model may be better by anything in the %s%s; %s.",
                            who,
                            interval(lead, models.size()),
                            tooAlike(lead),
                            wanted(lead, margin));
            return new Verdict(Outcome.TOO_FEW_DATA, text);
        }

        /** Says so where the two differ on too few items for any verdict. */
        private String tooAlike(Lead lead) {
            int fewest = fewest(models);
            return lead.differing() >= fewest
                    ? ""
                    : String.format(
                            Locale.ROOT,
                            "; they differ on %s of these, and only from %d on can chance be ruled out",
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
                            interval(lead, models.size()));
        }

        /** Says what would help: more items or more seeds, whichever leaves more in the dark. */
        private static String wanted(Lead lead, double margin) {
            double half = (lead.high() - lead.low()) / 2;
            double fromItems = Math.sqrt(Math.max(0, half * half - lead.seeds() * lead.seeds()));
            if (lead.seeds() > fromItems) {
                return "train with more seeds than " + lead.model().runs().size();
            }
            double enough = Math.max(Math.abs(lead.gain()), margin - Math.abs(lead.gain()));
            int items = lead.model().average().totals().length;
            double factor = Math.max(1.5, Math.pow(fromItems / enough, 2));
            double power = Math.pow(10, Math.floor(Math.log10(items * factor)));
            return String.format(
                    Locale.ROOT,
                    "test on about %,.0f items",
                    Math.ceil(items * factor / power) * power);
        }

        private static String interval(Lead lead, int choices) {
            int seeds = lead.model().runs().size();
            int items = lead.model().average().totals().length;
            return String.format(
                    Locale.ROOT,
                    "95 %% interval %s to %s%s, over %,d items%s",
                    number(lead.low()),
                    number(lead.high()),
                    choices == 1 ? "" : ", allowing for the choice among " + choices,
                    items,
                    seeds == 1 ? "" : String.format(Locale.ROOT, " and %d seeds", seeds));
        }

        private static String onceTrained(Lead lead) {
            return lead.model().runs().size() > 1
                    ? ""
                    : "; it was trained once, and what another seed would change is not known";
        }
    }
}
