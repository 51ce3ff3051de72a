package unroll.data;

import java.util.List;
import java.util.Locale;

/**
 * Writes sentences of a small grammar in which most next words are free and some are forced.
 *
 * <pre>
 *   This morning I took my cat for a walk.            my from I, walk from cat
 *   The key behind the boxes is on the table.         is from key, not from boxes; table from key
 * </pre>
 */
final class Sentences {
    private static final List<String> TIMES =
            Judgements.phrases(
                    "This morning|Yesterday|Last night|On Sunday|After lunch|Two days ago|In the evening"
                            + "|Before breakfast");

    /** Who, and the possessive that agrees. */
    private static final List<List<String>> SUBJECTS =
            forms(
                    "I,my|you,your|he,his|she,her|we,our|they,their|Ada,her|Otto,his|Rosa,her|Ivan,his"
                            + "|Lena,her|Samir,his");

    /** Verb, what it takes, and how the sentence ends: the end follows from what. */
    private static final List<List<String>> ACTS =
            forms(
                    "took,cat,for a walk|took,dog,for a walk|took,pony,for a ride|took,horse,for a ride"
                            + "|drove,car,to the garage|drove,van,to the garage|drove,tractor,to the field"
                            + "|played,piano,for an hour|played,flute,for an hour|played,drum,for a minute"
                            + "|cooked,soup,for dinner|cooked,stew,for dinner|cooked,porridge,for the"
                            + " child|read,book,on the train|read,letter,on the stairs|read,map,on the ship"
                            + "|threw,ball,over the fence|threw,stick,over the fence|threw,net,over the boat"
                            + "|washed,shirt,in the basin|washed,pan,in the sink|washed,boots,in the stream"
                            + "|lost,purse,at the market|lost,ticket,at the station|lost,glove,at the lake");

    /** One, several, and where they are. */
    private static final List<List<String>> THINGS =
            forms(
                    "cloud,clouds,in the sky|star,stars,in the sky|bird,birds,in the tree"
                            + "|duck,ducks,in the pond|frog,frogs,in the pond|key,keys,on the table"
                            + "|cup,cups,on the table|goat,goats,on the meadow|cow,cows,on the meadow"
                            + "|boat,boats,on the lake|sailor,sailors,on the ship|baker,bakers,in the shop");

    private static final List<List<String>> NEIGHBOURS =
            forms(
                    "the box,the boxes|the wall,the walls|the child,the children|the house,the houses"
                            + "|the lamp,the lamps|the hill,the hills");
    private static final List<String> BESIDE = Judgements.words("behind near beside under");

    private final Chance chance;

    Sentences(long seed) {
        chance = new Chance(seed);
    }

    String next() {
        return chance.percent(60) ? act() : place();
    }

    private String act() {
        List<String> subject = chance.pick(SUBJECTS);
        List<String> act = chance.pick(ACTS);
        return String.format(
                Locale.ROOT,
                "%s %s %s %s %s %s.",
                chance.pick(TIMES),
                subject.get(0),
                act.get(0),
                subject.get(1),
                act.get(1),
                act.get(2));
    }

    private String place() {
        int number = chance.between(0, 1);
        List<String> thing = chance.pick(THINGS);
        String between =
                chance.percent(50)
                        ? String.format(
                                Locale.ROOT,
                                " %s %s",
                                chance.pick(BESIDE),
                                chance.pick(NEIGHBOURS).get(chance.between(0, 1)))
                        : "";
        return String.format(
                Locale.ROOT,
                "The %s%s %s %s.",
                thing.get(number),
                between,
                number == 0 ? "is" : "are",
                thing.get(2));
    }

    private static List<List<String>> forms(String forms) {
        return Judgements.phrases(forms).stream().map(form -> List.of(form.split(","))).toList();
    }
}
