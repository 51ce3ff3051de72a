package unroll.data;

import java.util.List;
import java.util.Random;

/** Invents titles such as folk tunes have, with made-up people and places; more than 100,000. */
final class TuneTitles {
    private static final List<String> NAME_STARTS =
            List.of(
                    "Bran", "Cor", "Dun", "Fal", "Gar", "Hal", "Ken", "Lor", "Mul", "Nor", "O'Bre",
                    "Pad", "Ros", "Shan", "Tor", "Wen");
    private static final List<String> NAME_ENDS =
            List.of("agh", "an", "ane", "dy", "ell", "igan", "ley", "more", "nan", "ory", "ty");
    private static final List<String> PLACE_STARTS =
            List.of(
                    "Bally", "Carrig", "Clon", "Drum", "Dun", "Glen", "Inish", "Kil", "Knock",
                    "Lis", "Rath", "Tober");
    private static final List<String> PLACE_ENDS =
            List.of(
                    "bawn", "carra", "doon", "fenn", "garve", "lough", "mara", "nagh", "roe",
                    "shee", "tory", "vane");
    private static final List<String> QUALITIES =
            List.of(
                    "Bold",
                    "Broken",
                    "Early",
                    "Empty",
                    "Frosty",
                    "Fine",
                    "Golden",
                    "Green",
                    "Idle",
                    "Late",
                    "Lonely",
                    "Merry",
                    "New",
                    "Old",
                    "Quiet",
                    "Red",
                    "Silver",
                    "Wandering",
                    "White",
                    "Wild");
    private static final List<String> THINGS =
            List.of(
                    "Barrel",
                    "Bell",
                    "Blackbird",
                    "Bridge",
                    "Candle",
                    "Cart",
                    "Chimney",
                    "Door",
                    "Ferry",
                    "Fiddle",
                    "Fisherman",
                    "Gate",
                    "Gander",
                    "Harvest",
                    "Hill",
                    "Kettle",
                    "Lantern",
                    "Lark",
                    "Maid",
                    "Mare",
                    "Market",
                    "Miller",
                    "Morning",
                    "Mountain",
                    "Oak",
                    "Orchard",
                    "Piper",
                    "Plough",
                    "Ribbon",
                    "River",
                    "Sailor",
                    "Shepherd",
                    "Ship",
                    "Shoe",
                    "Spinner",
                    "Stone",
                    "Tailor",
                    "Thistle",
                    "Wedding",
                    "Weaver");
    private static final List<String> GIFTS =
            List.of("Delight", "Dream", "Fancy", "Farewell", "Favourite", "Ramble", "Return");

    private final Random random;

    TuneTitles(Random random) {
        this.random = random;
    }

    String next() {
        return switch (random.nextInt(6)) {
            case 0 -> "The " + quality() + " " + thing();
            case 1 -> name() + "'s " + thing();
            case 2 -> name() + "'s " + pick(GIFTS);
            case 3 -> "The " + thing() + " of " + place();
            case 4 -> "The " + quality() + " " + thing() + " of " + place();
            default -> "The Road to " + place();
        };
    }

    private String name() {
        return pick(NAME_STARTS) + pick(NAME_ENDS);
    }

    private String place() {
        return pick(PLACE_STARTS) + pick(PLACE_ENDS);
    }

    private String quality() {
        return pick(QUALITIES);
    }

    private String thing() {
        return pick(THINGS);
    }

    private String pick(List<String> items) {
        return items.get(random.nextInt(items.size()));
    }
}
