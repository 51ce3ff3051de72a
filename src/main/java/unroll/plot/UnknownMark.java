package unroll.plot;

import unroll.plot.Canvas.Anchor;

/** Stands for a trace of a kind that is drawn by plotly.js alone. */
record UnknownMark(String type) implements Mark {
    @Override
    public void draw(Canvas canvas, Frame frame) {
        String text = "Traces of type %s have no still picture; they show where Plotly is.";
        double middle = (frame.left() + frame.right()) / 2;
        String line = TextWidth.fit(Digits.format(text, type), 13, frame.width());
        canvas.text(middle, frame.top() + 24, Anchor.MIDDLE, 13, Palette.SOFT_INK, line);
    }
}
