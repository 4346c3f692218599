package dev.spillway.engine;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Looks for secrets in files: any few letters of them in a row, and the whole in base64 or hexadecimal. Letters and digits
 * stand for themselves in JSON, YAML and URLs, so a secret with both and with characters that are escaped is found in all of
 * them.
 */
final class SecretScan {
    /** So few letters of a random secret are met by chance about once in ten billion places. */
    private static final int TELLING = 6;

    private static final int BASE64_BLOCK = 3;

    private final Map<String, String> forms = new TreeMap<>();

    /** Secrets by the name that a finding gives them. */
    SecretScan(Map<String, String> secrets) {
        secrets.forEach((name, secret) -> {
            for (int at = 0; at + TELLING <= secret.length(); at++) {
                String part = secret.substring(at, at + TELLING);
                if (part.chars().allMatch(Character::isLetterOrDigit)) {
                    forms.put(part, name);
                }
            }
            for (int shift = 0; shift < BASE64_BLOCK; shift++) {
                forms.put(base64(secret, shift), name + " in base64");
            }
            forms.put(HexFormat.of().formatHex(secret.getBytes(UTF_8)), name + " in hexadecimal");
        });
    }

    /** {@code file: secret} for every secret in every file below, except in folders and files of these names. */
    List<String> findings(Path folder, String... except) throws IOException {
        TreeSet<String> findings = new TreeSet<>();
        List<Path> excepted = Stream.of(except).map(folder::resolve).toList();
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .filter(file -> excepted.stream().noneMatch(file::startsWith))
                    .forEach(files::add);
        }
        for (Path file : files) {
            // One character for each byte, so that no file is refused for its encoding.
            String text = Files.readString(file, ISO_8859_1);
            forms.forEach((form, name) -> {
                if (text.contains(form)) {
                    findings.add(folder.relativize(file) + ": " + name);
                }
            });
        }
        return List.copyOf(findings);
    }

    /** What stays the same of a text in base64, whatever stands before and behind it, when it begins at that place of a block. */
    private static String base64(String secret, int shift) {
        byte[] bytes = (" ".repeat(shift) + secret).getBytes(UTF_8);
        String coded = Base64.getEncoder().withoutPadding().encodeToString(bytes);
        int first = shift == 0 ? 0 : shift + 1;
        int whole = bytes.length / BASE64_BLOCK * (BASE64_BLOCK + 1);
        return coded.substring(first, Math.min(whole, coded.length()));
    }
}
