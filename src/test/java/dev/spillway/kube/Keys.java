package dev.spillway.kube;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The keys with which a control plane signs the tokens of its service accounts. */
record Keys(Path signing, Path checking) {
    private static final int BITS = 2048;
    private static final int LINE = 64;

    static Keys in(Path folder) throws IOException {
        KeyPair pair = pair();
        Keys keys = new Keys(folder.resolve("accounts.key"), folder.resolve("accounts.pub"));
        Files.writeString(keys.signing, pem("PRIVATE KEY", pair.getPrivate().getEncoded()), US_ASCII);
        Files.writeString(keys.checking, pem("PUBLIC KEY", pair.getPublic().getEncoded()), US_ASCII);
        return keys;
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has RSA", e);
        }
    }

    private static String pem(String what, byte[] bytes) {
        String text = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n";
    }
}
