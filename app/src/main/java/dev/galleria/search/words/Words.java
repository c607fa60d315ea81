package dev.galleria.search.words;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How words are compared: without case, accents and the letters that languages write in two ways. */
public final class Words {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_CODE = Pattern.compile("[^a-z0-9]+");

    private Words() {}

    /** The plain form of a word: "Küche" and "KUCHE" are "kuche", "Straße" is "strasse". */
    public static String plain(String word) {
        var bare = MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        var plain = new StringBuilder(bare.length());
        for (int i = 0; i < bare.length(); i++) {
            char letter = bare.charAt(i);
            switch (letter) {
                case 'ß' -> plain.append("ss");
                case 'æ' -> plain.append("ae");
                case 'œ' -> plain.append("oe");
                case 'ø' -> plain.append('o');
                case 'ł' -> plain.append('l');
                case 'đ' -> plain.append('d');
                case 'ı' -> plain.append('i');
                default -> plain.append(letter);
            }
        }
        return plain.toString();
    }

    /** The plain words of a text, in order. */
    public static Stream<String> of(String text) {
        return Stream.of(BETWEEN.split(plain(text))).filter(word -> !word.isEmpty());
    }

    /** A code (SKU, GTIN) as it is compared: only its letters and digits. */
    public static String code(String text) {
        return NO_CODE.matcher(plain(text)).replaceAll("");
    }

    /** Whether slips in it are forgiven; codes and numbers mean exactly what they say. */
    public static boolean isSpelled(String word) {
        return word.length() > 1 && word.chars().allMatch(Character::isLetter);
    }

    /** How many slips are forgiven in a word of that length: none in short ones, two in long ones. */
    public static int slips(int length) {
        return length < 4 ? 0 : length < 8 ? 1 : 2;
    }

    /** Words that say little, left out when others remain. */
    public static List<String> telling(List<String> words, Iterable<String> languages) {
        var telling = words.stream()
                .filter(word -> {
                    for (var language : languages) {
                        if (StopWords.contains(language, word)) {
                            return false;
                        }
                    }
                    return true;
                })
                .toList();
        return telling.isEmpty() ? words : telling;
    }
}
