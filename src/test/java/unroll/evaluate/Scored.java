package unroll.evaluate;

/** A trial of models and baselines whose scores are known already: they are their own scores. */
record Scored(String quantity, boolean lowerIsBetter, String unit)
        implements Trial<ItemScores, ItemScores> {

    Scored(String quantity, boolean lowerIsBetter) {
        this(quantity, lowerIsBetter, "");
    }

    /** Returns a trial of what was scored by another. */
    static Scored by(Trial<?, ?> trial) {
        return new Scored(trial.quantity(), trial.lowerIsBetter(), trial.unit());
    }

    @Override
    public ItemScores model(ItemScores model) {
        return model;
    }

    @Override
    public ItemScores baseline(ItemScores baseline) {
        return baseline;
    }
}
