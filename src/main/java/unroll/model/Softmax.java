package unroll.model;

import unroll.UnrollException;

/** Turns unnormalised log-probabilities into probabilities: p_i = exp(z_i) / sum over j of exp(z_j). */
final class Softmax {
    private Softmax() {}

    static float[] of(float[] logits) {
        float largest = Float.NEGATIVE_INFINITY;
        for (float z : logits) {
            largest = Math.max(largest, z);
        }
        double sum = 0;
        double[] powers = new double[logits.length];
        for (int i = 0; i < logits.length; i++) {
            powers[i] = Math.exp(logits[i] - largest);
            sum += powers[i];
        }
        if (!Double.isFinite(sum)) {
            throw new UnrollException(
                    "the model's answer is not a number: its weights are broken; model.reset(), and train"
                            + " with a lower learning rate");
        }
        float[] probabilities = new float[logits.length];
        for (int i = 0; i < logits.length; i++) {
            probabilities[i] = (float) (powers[i] / sum);
        }
        return probabilities;
    }
}
