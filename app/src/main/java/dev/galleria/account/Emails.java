package dev.galleria.account;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.validator.routines.DomainValidator;
import org.apache.commons.validator.routines.EmailValidator;

/** E-mail addresses in the one form in which they name an account. */
public final class Emails {
    private static final int LONGEST = 254;

    /** The names that RFC 2606 reserves for examples and tests are no real domains, but the demo's people live there. */
    private static final DomainValidator DOMAINS = DomainValidator.getInstance(
            false,
            List.of(new DomainValidator.Item(
                    DomainValidator.ArrayType.GENERIC_PLUS, new String[] {"example", "test", "localhost", "invalid"})));

    private static final EmailValidator VALIDATOR = new EmailValidator(false, false, DOMAINS);

    private Emails() {}

    /**
     * Outer spaces gone, compatibility forms folded (NFKC), lower case; then it must be plain ASCII (an international
     * domain in its xn-- form), so that look-alikes of other alphabets are no second account. {@code a+1@x} and
     * {@code a@x} are two addresses. Empty when it is no address that mail can be sent to.
     */
    public static Optional<String> normalize(String text) {
        if (text.length() > 4 * LONGEST) {
            return Optional.empty();
        }
        var normal = Normalizer.normalize(text.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        boolean plain = normal.length() <= LONGEST && normal.chars().allMatch(c -> c > 0x20 && c < 0x7f);
        return plain && !normal.contains("\"") && VALIDATOR.isValid(normal) ? Optional.of(normal) : Optional.empty();
    }
}
