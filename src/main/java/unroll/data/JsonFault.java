package unroll.data;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is wrong with a line of JSON, in the reader's words instead of the parser's. */
enum JsonFault {
    TRAILING("Trailing token", "more after the end of the object; start a new line for the next"),
    SINGLE_QUOTES("Unexpected character ('''", "a single quote; strings stand in double quotes"),
    COMMENT("(non-standard) comment", "JSON has no comments; remove it"),
    HASH("Unexpected character ('#'", "JSON has no comments; remove the line"),
    COMMA_BEFORE_END(
            "Unexpected character ('}'",
            "'}' after a comma or a colon; remove it or add what is missing"),
    KEY("double-quote to start field name", "a key must begin here, in double quotes"),
    COMMA("was expecting comma", "expected a comma here; a quote within a string is written \\\""),
    COLON("was expecting a colon", "expected a colon between key and value"),
    COMMA_BETWEEN(
            "Unexpected character (','",
            "a comma; objects stand on lines of their own without one"),
    POINT("Unexpected character ('.'", "a number that begins with a point; write 0 before it"),
    PLUS("plus sign", "a number with a plus sign; remove the sign"),
    ZERO("Leading zero", "a number that begins with 0; remove the 0 or write it as a string"),
    NOT_A_NUMBER("Non-standard token", "%s is no number in JSON; delete the line or write null"),
    WORD(
            "Unrecognized token",
            "%s is no value of JSON; write true, false or null, and texts in quotes"),
    TWICE("Duplicate field", "the key %s is there twice; rename or remove one"),
    CONTROL("CTRL-CHAR", "a control character within a string; write \\t for a tab"),
    ESCAPE("character escape '", "no escape of JSON; a backslash is written \\\\"),
    HEX("hex-digit", "four hexadecimal digits must follow \\u"),
    BRACKETS("close marker", "this bracket does not close what was opened last");

    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");
    private static final int LONGEST = 100;

    private final String sign;
    private final String words;

    JsonFault(String sign, String words) {
        this.sign = sign;
        this.words = words;
    }

    /** Returns the fault of which the parser's message speaks. */
    static String words(String message) {
        return List.of(values()).stream()
                .filter(fault -> message.contains(fault.sign))
                .findFirst()
                .map(fault -> String.format(Locale.ROOT, fault.words, "'" + named(message) + "'"))
                .orElse("no JSON: " + message.substring(0, Math.min(LONGEST, message.length())));
    }

    /** Returns how far the parser has read on behind the word that it does not know. */
    static int readOn(String message) {
        boolean word = message.contains(WORD.sign) || message.contains(NOT_A_NUMBER.sign);
        return word ? named(message).length() : 0;
    }

    private static String named(String message) {
        Matcher quoted = QUOTED.matcher(message);
        return quoted.find() ? quoted.group(1) : "";
    }
}
