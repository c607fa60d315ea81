package dev.galleria.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals short texts under the master secret (AES-256-GCM), so that the database alone tells nothing. The purpose is part
 * of the seal: what was sealed for one is not opened for another.
 */
public final class Seal {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final byte[] master;

    /** With that master secret; {@link #ofPlatform} takes the installation's. */
    public Seal(String master) {
        this.master = master.getBytes(StandardCharsets.UTF_8);
    }

    public static Seal ofPlatform() {
        return new Seal(Settings.secret());
    }

    /** The text sealed, base64url; another one each time. */
    public String close(String purpose, String text) {
        try {
            var nonce = new byte[NONCE];
            RANDOM.nextBytes(nonce);
            var sealed = cipher(Cipher.ENCRYPT_MODE, purpose, nonce).doFinal(text.getBytes(StandardCharsets.UTF_8));
            var whole = ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(whole.array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES/GCM is part of every Java platform", e);
        }
    }

    /** The text; empty if it was sealed for another purpose or under another master secret, or was changed. */
    public Optional<String> open(String purpose, String sealed) {
        try {
            var whole = Base64.getUrlDecoder().decode(sealed);
            if (whole.length <= NONCE) {
                return Optional.empty();
            }
            var nonce = ByteBuffer.wrap(whole, 0, NONCE);
            var bytes = new byte[NONCE];
            nonce.get(bytes);
            var text = cipher(Cipher.DECRYPT_MODE, purpose, bytes).doFinal(whole, NONCE, whole.length - NONCE);
            return Optional.of(new String(text, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, String purpose, byte[] nonce) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(master, "HmacSHA256"));
        var key = mac.doFinal(("seal\0" + purpose).getBytes(StandardCharsets.UTF_8));
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
