package unroll.generate;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Chooses one token from a model's answer.
 *
 * <pre>
 *   p_i = exp(l_i / temperature) / sum_j exp(l_j / temperature)
 * </pre>
 *
 * <p>The filters come in the order that Hugging Face's library made usual: mask, temperature, top-k,
 * nucleus (Holtzman and others 2020).
 *
 * @param temperature below 1 safer, above 1 bolder, 0 always the most probable token
 * @param topK keep the k most probable tokens and those equal to the last of them
 * @param nucleus keep the fewest most probable tokens that together have this probability
 */
record Sampler(double temperature, int topK, double nucleus) {

    Sampler {
        if (!(temperature >= 0 && temperature < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "temperature must be 0 or more, got %s; 0.5 is safe, 1 faithful, 1.5 bold",
                            temperature));
        }
        if (topK < 1) {
            throw new IllegalArgumentException("topK must be 1 or more, got " + topK);
        }
        if (!(nucleus > 0 && nucleus <= 1)) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "nucleus must be above 0 and at most 1, got %s; try 0.9",
                            nucleus));
        }
    }

    /** Returns an allowed token; {@code logits} are finite or negative infinity, not all of it. */
    int choose(float[] logits, BitSet allowed, RandomGenerator random) {
        double[] weights = weights(logits, allowed);
        double left = random.nextDouble() * Arrays.stream(weights).sum();
        int last = -1;
        for (int id = 0; id < weights.length; id++) {
            if (weights[id] > 0) {
                last = id;
                left -= weights[id];
                if (left < 0) {
                    return id;
                }
            }
        }
        return last; // rounding left a speck over
    }

    /** Returns numbers proportional to the probabilities; 0 for what is filtered out. */
    double[] weights(float[] logits, BitSet allowed) {
        double[] weights = new double[logits.length];
        int best = best(logits, allowed);
        if (temperature == 0) {
            weights[best] = 1;
            return weights;
        }
        for (int id = allowed.nextSetBit(0); id >= 0; id = allowed.nextSetBit(id + 1)) {
            weights[id] = Math.exp((logits[id] - (double) logits[best]) / temperature);
        }
        keepTop(weights);
        keepNucleus(weights);
        return weights;
    }

    private static int best(float[] logits, BitSet allowed) {
        int best = allowed.nextSetBit(0);
        if (best < 0) {
            throw new IllegalArgumentException("no token is allowed");
        }
        for (int id = best; id >= 0; id = allowed.nextSetBit(id + 1)) {
            best = logits[id] > logits[best] ? id : best;
        }
        return best;
    }

    private void keepTop(double[] weights) {
        if (topK >= weights.length) {
            return;
        }
        double[] sorted = weights.clone();
        Arrays.sort(sorted);
        double least = sorted[sorted.length - topK];
        for (int id = 0; id < weights.length; id++) {
            weights[id] = weights[id] < least ? 0 : weights[id];
        }
    }

    private void keepNucleus(double[] weights) {
        if (nucleus == 1) {
            return;
        }
        double enough = nucleus * Arrays.stream(weights).sum();
        double before = 0;
        for (int id : mostProbableFirst(weights)) {
            double weight = weights[id];
            weights[id] = before < enough ? weight : 0;
            before += weight;
        }
    }

    private static int[] mostProbableFirst(double[] weights) {
        return IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparingDouble(id -> -weights[id]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Returns the probabilities at temperature 1, without any filter. */
    static double[] softmax(float[] logits) {
        double most = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            most = Math.max(most, logit);
        }
        double[] probabilities = new double[logits.length];
        double sum = 0;
        for (int id = 0; id < logits.length; id++) {
            probabilities[id] = Math.exp(logits[id] - most);
            sum += probabilities[id];
        }
        for (int id = 0; id < logits.length; id++) {
            probabilities[id] /= sum;
        }
        return probabilities;
    }

    /** Returns the settings that differ from plain sampling. */
    @Override
    public String toString() {
        String text = "temperature " + temperature;
        text += topK == Integer.MAX_VALUE ? "" : ", top " + topK;
        return text + (nucleus == 1 ? "" : ", nucleus " + nucleus);
    }
}
