package dev.galleria.account;

/** Text of one line that can be printed on a label or in a mail's header. */
final class Plain {
    private Plain() {}

    /** No control characters, line separators, lone surrogates or marks that turn the direction of what follows. */
    static boolean is(String text) {
        return text.codePoints().noneMatch(Plain::strange);
    }

    private static boolean strange(int point) {
        int type = Character.getType(point);
        return type == Character.CONTROL
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE
                || type == Character.UNASSIGNED
                || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069);
    }
}
