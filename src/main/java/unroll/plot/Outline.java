package unroll.plot;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** A line on a canvas: as the path of an SVG document and as a shape to paint. */
final class Outline {
    private final StringBuilder svg = new StringBuilder();
    private final Path2D.Double shape = new Path2D.Double();
    private double lastX;
    private double lastY;

    /** Returns the line through corners x, y, x, y …, closed. */
    static Outline polygon(double... corners) {
        Outline outline = new Outline();
        for (int i = 0; i < corners.length; i += 2) {
            outline.to(corners[i], corners[i + 1], i > 0);
        }
        return outline.close();
    }

    static Outline rect(double x, double y, double width, double height) {
        return new Outline().addRect(x, y, width, height);
    }

    Outline addRect(double x, double y, double width, double height) {
        move(x, y);
        svg.append('h').append(number(width)).append('v').append(number(height));
        svg.append('h').append(number(-width));
        shape.lineTo(x + width, y);
        shape.lineTo(x + width, y + height);
        shape.lineTo(x, y + height);
        return close();
    }

    Outline addCircle(double x, double y, double radius) {
        String arc = "a" + number(radius) + " " + number(radius) + " 0 1 0 ";
        svg.append('M').append(number(x - radius)).append(' ').append(number(y));
        svg.append(arc).append(number(2 * radius)).append(" 0");
        svg.append(arc).append(number(-2 * radius)).append(" 0z");
        shape.append(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius), false);
        return this;
    }

    Outline move(double x, double y) {
        return to(x, y, false);
    }

    Outline line(double x, double y) {
        return to(x, y, true);
    }

    /** Goes to a point, with the pen down or up. */
    Outline to(double x, double y, boolean down) {
        svg.append(down ? 'L' : 'M').append(number(x)).append(' ').append(number(y));
        if (down) {
            shape.lineTo(x, y);
        } else {
            shape.moveTo(x, y);
        }
        lastX = x;
        lastY = y;
        return this;
    }

    /** Goes along a circle around a centre, by less than half a turn, clockwise. */
    Outline arc(double centreX, double centreY, double radius, double fromAngle, double toAngle) {
        int parts = (int) Math.max(2, Math.ceil(Math.abs(toAngle - fromAngle) / 0.12));
        for (int i = 0; i <= parts; i++) {
            double angle = fromAngle + (toAngle - fromAngle) * i / parts;
            double x = centreX + radius * Math.cos(angle);
            double y = centreY + radius * Math.sin(angle);
            if (i > 0 || Math.hypot(x - lastX, y - lastY) > 0.01) {
                line(x, y);
            }
        }
        return this;
    }

    Outline close() {
        svg.append('z');
        shape.closePath();
        return this;
    }

    boolean isEmpty() {
        return svg.isEmpty();
    }

    String svg() {
        return svg.toString();
    }

    Path2D shape() {
        return shape;
    }

    private static String number(double value) {
        return Digits.shortest(value, 2);
    }
}
