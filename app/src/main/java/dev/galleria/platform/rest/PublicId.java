package dev.galleria.platform.rest;

import dev.galleria.platform.Problem;
import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Ids as they stand in the API: a prefix of the first four letters of what they name, an underscore and the UUID in 26 digits
 * of Crockford's base 32, e.g. {@code prod_01kaqz…}.
 */
public final class PublicId {
    private static final String DIGITS = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final Pattern FORM = Pattern.compile("[a-z]{4}_[0-7][0-9a-hjkmnp-tv-z]{25}");
    private static final int LENGTH = 26;

    private PublicId() {}

    /** Of an id record, such as a ProductId. */
    public static String of(Record id) {
        var type = id.getClass();
        try {
            return prefix(type)
                    + '_'
                    + base32((UUID) component(type).orElseThrow().getAccessor().invoke(id));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type + " is no id", e);
        }
    }

    /** Reads one of that type; anything else is empty. */
    public static <T extends Record> Optional<T> read(String text, Class<T> type, Function<UUID, T> maker) {
        return text.length() == LENGTH + 5 && FORM.matcher(text).matches() && text.startsWith(prefix(type) + '_')
                ? Optional.of(maker.apply(uuid(text.substring(5))))
                : Optional.empty();
    }

    /** The same for a path: what cannot be an id names nothing (NOT_FOUND). */
    public static <T extends Record> T require(String text, Class<T> type, Function<UUID, T> maker) {
        return read(text, type, maker).orElseThrow(() -> Problem.notFound("request/unknown-id", "not an id"));
    }

    /** Whether that type is an id: a record of one UUID. */
    static Optional<RecordComponent> component(Class<?> type) {
        return Optional.ofNullable(type.getRecordComponents())
                .filter(components -> components.length == 1 && components[0].getType() == UUID.class)
                .map(components -> components[0]);
    }

    private static String prefix(Class<?> type) {
        var name = type.getSimpleName().toLowerCase(Locale.ROOT);
        return name.substring(0, Math.min(4, name.length()));
    }

    private static String base32(UUID id) {
        var value = new BigInteger(id.toString().replace("-", ""), 16);
        var digits = new char[LENGTH];
        for (int i = LENGTH - 1; i >= 0; i--) {
            digits[i] = DIGITS.charAt(value.intValue() & 31);
            value = value.shiftRight(5);
        }
        return new String(digits);
    }

    private static UUID uuid(String digits) {
        var value = BigInteger.ZERO;
        for (char digit : digits.toCharArray()) {
            value = value.shiftLeft(5).or(BigInteger.valueOf(DIGITS.indexOf(digit)));
        }
        var bytes = new byte[16];
        var some = value.toByteArray();
        int from = Math.max(0, some.length - 16);
        System.arraycopy(some, from, bytes, 16 - (some.length - from), some.length - from);
        var buffer = java.nio.ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
