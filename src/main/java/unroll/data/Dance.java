package unroll.data;

import java.util.List;

/**
 * A kind of tune that {@link TuneGenerator} writes.
 *
 * <p>A rhythm is ABC with an {@code x} where a note goes: {@code x>xx2}. One listed twice is chosen
 * twice as often. All lengths are in eighths (L:1/8).
 *
 * @param title what the R: field says
 * @param metres what the M: field may say
 * @param groups beat groups in a bar
 * @param pickups rhythms of a pickup, all equally long
 * @param rhythms rhythms of a beat group
 * @param close rhythm of the beat group that ends a part
 * @param shortClose the same where a pickup completes it
 */
record Dance(
        String title,
        List<String> metres,
        int groups,
        List<String> pickups,
        List<String> rhythms,
        String close,
        String shortClose) {

    static final Dance JIG =
            new Dance(
                    "jig",
                    List.of("6/8"),
                    2,
                    List.of("x"),
                    list("xxx,xxx,xxx,xxx,xxx,xxx,x2x,x2x,x2x,x3,~x3,xx2"),
                    "x3",
                    "x2");
    static final Dance REEL =
            new Dance(
                    "reel",
                    List.of("C|", "C|", "4/4"),
                    2,
                    List.of("xx", "xx", "(3xxx"),
                    list("xxxx,xxxx,xxxx,xxxx,xxxx,x2xx,x2xx,x3x,~x3x,xx(3xxx"),
                    "x4",
                    "x2");
    static final Dance HORNPIPE =
            new Dance(
                    "hornpipe",
                    List.of("C|", "4/4"),
                    2,
                    List.of("x>x", "(3xxx"),
                    list("x>xx>x,x>xx>x,x>xx>x,x2x>x,x>xx2,(3xxxx>x,x<xx2"),
                    "x2x2",
                    "x2");
    static final Dance POLKA =
            new Dance(
                    "polka",
                    List.of("2/4"),
                    2,
                    List.of("x", "x/x/"),
                    list("xx,xx,xx,x2,x>x,xx/x/,x/x/x"),
                    "x2",
                    "x");
    static final Dance SLIP_JIG =
            new Dance(
                    "slip jig",
                    List.of("9/8"),
                    3,
                    List.of("x"),
                    list("xxx,xxx,xxx,x2x,x2x,x3,{x}x3"),
                    "x3",
                    "x2");
    static final Dance WALTZ =
            new Dance(
                    "waltz",
                    List.of("3/4"),
                    1,
                    List.of("x2", "xx"),
                    list("x2 xx xx,x2 x2 x2,x4 x2,x4 xx,x3x xx,x2 x2 xx,x2 xx x2"),
                    "x6",
                    "x4");

    private static List<String> list(String rhythms) {
        return List.of(rhythms.split(","));
    }
}
