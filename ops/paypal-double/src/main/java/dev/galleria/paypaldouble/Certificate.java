package dev.galleria.paypaldouble;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What events are signed with: an RSA key and its certificate, made by the JDK's keytool at the first start and kept in
 * the ledger's directory. See "Integrate webhooks: verify a webhook message" in PayPal's pages.
 */
final class Certificate {
    private static final String PASSWORD = "only-for-the-double";
    private static final String ALIAS = "events";

    private final PrivateKey key;
    private final String pem;

    private Certificate(PrivateKey key, String pem) {
        this.key = key;
        this.pem = pem;
    }

    static Certificate in(Path directory) throws IOException {
        Path file = directory.resolve("events.p12");
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            KeyStore store = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(file)) {
                store.load(in, PASSWORD.toCharArray());
            }
            byte[] encoded = store.getCertificate(ALIAS).getEncoded();
            String pem = "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded)
                    + "\n-----END CERTIFICATE-----\n";
            return new Certificate((PrivateKey) store.getKey(ALIAS, PASSWORD.toCharArray()), pem);
        } catch (GeneralSecurityException e) {
            throw new IOException("The key of the events cannot be read from " + file, e);
        }
    }

    private static void make(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> command = List.of(
                keytool,
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "RSA",
                "-keysize",
                "2048",
                "-validity",
                "3650",
                "-dname",
                "CN=messageverificationcerts.paypal-double",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("keytool could not make a key for the events");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while making a key", e);
        }
    }

    String pem() {
        return pem;
    }

    /** SHA256withRSA, Base64. */
    String sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(message);
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
