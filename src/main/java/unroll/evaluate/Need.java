package unroll.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import unroll.evaluate.Contender.Lead;

/**
 * What is missing where a comparison stays open: items, trainings, or both.
 *
 * <p>The two parts of the interval are joined as sides of a right angle. A verdict needs them to be as
 * small together as the gain, for a win, or as what is left of the margin, for a tie.
 *
 * @param lacking such as {@code Too few trainings}
 * @param advice what to do, with estimates of how many
 */
record Need(String lacking, String advice) {
    /** An estimate of more than a million times what there is tells nobody anything. */
    private static final double LEAST = 1e-3;

    private static final double LEAST_FACTOR = 1.5;

    /**
     * Looks at a comparison.
     *
     * @param margin the smallest difference worth speaking of
     * @param fewest on how many items the two must differ
     * @param unit what the weights of the items count; empty if items are to be counted
     */
    static Need of(Lead lead, double margin, int fewest, String unit) {
        double gain = Math.abs(lead.gain());
        double now = Math.hypot(lead.items(), lead.seeds());
        double enough = Math.max(Math.max(gain, margin - gain), LEAST * now);
        double each = enough / Math.sqrt(2);
        boolean seeds = lead.seeds() > each;
        boolean items = lead.items() > each || lead.differing() < fewest || !seeds;
        List<String> lacking = new ArrayList<>();
        List<String> advice = new ArrayList<>();
        if (items) {
            double rest = seeds ? each : Math.sqrt(enough * enough - square(lead.seeds()));
            double factor = Math.max(LEAST_FACTOR, square(lead.items() / rest));
            factor = Math.max(factor, fewest / Math.max(1.0, lead.differing()));
            lacking.add("data");
            advice.add(test(lead.model().average().weights(), factor, unit));
        }
        if (seeds) {
            double rest = items ? each : Math.sqrt(enough * enough - square(lead.items()));
            lacking.add("trainings");
            advice.add(train(lead, rest));
        }
        return new Need("Too few " + String.join(" and ", lacking), String.join(" and ", advice));
    }

    private static String test(double[] weights, double factor, String unit) {
        double there = unit.isEmpty() ? weights.length : Arrays.stream(weights).sum();
        double power = Math.pow(10, Math.floor(Math.log10(there * factor)));
        return String.format(
                Locale.ROOT,
                "test on about %,.0f %s",
                Math.ceil(there * factor / power) * power,
                unit.isEmpty() ? "items" : unit);
    }

    /** Looks for the number of seeds whose part of the interval is no larger than this. */
    private static String train(Lead lead, double half) {
        double deviation = lead.model().deviation();
        double outside = lead.levels().seeds();
        double least = square(Interval.normal(outside) * deviation / half);
        int seeds = Math.max(lead.model().runs().size() + 1, (int) Math.ceil(least));
        while (Interval.student(outside, seeds) * deviation / Math.sqrt(seeds) > half) {
            seeds++;
        }
        return String.format(Locale.ROOT, "train with about %,d seeds", seeds);
    }

    private static double square(double x) {
        return x * x;
    }
}
