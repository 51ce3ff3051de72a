package unroll.evaluate;

/** A trial whose models and baselines are their own scores. */
record Planted(boolean lowerIsBetter) implements Trial<ItemScores, ItemScores> {
    @Override
    public String quantity() {
        return lowerIsBetter ? "error" : "accuracy";
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
