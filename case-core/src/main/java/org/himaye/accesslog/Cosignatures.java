package org.himaye.accesslog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The lines under a note that known witnesses signed (C2SP tlog-cosignature, Ed25519).
 *
 * @param body the note's text, which ends with a line
 * @param lines as they came, each with its end
 */
record Cosignatures(String body, long size, List<String> lines) {

    private static final byte COSIGNATURE = 4;
    private static final int MARK_BYTES = 4;
    private static final int TIME_BYTES = 8;
    private static final int SIGNATURE_BYTES = 64;

    Cosignatures {
        lines = List.copyOf(lines);
    }

    /** @return null when the bytes are no checkpoint */
    static Cosignatures of(byte[] note, List<String> witnesses) {
        String text = new String(note, StandardCharsets.UTF_8);
        int end = text.indexOf("\n\n");
        String[] head = text.split("\n", 3);
        if (end < 0 || !head[1].matches("[1-9][0-9]{0,17}")) {
            return null;
        }
        String body = text.substring(0, end + 1);
        List<String> good = text.substring(end + 2)
                .lines()
                .filter(line -> witnesses.stream().anyMatch(witness -> signed(body, line, witness)))
                .map(line -> line + "\n")
                .toList();
        return new Cosignatures(body, Long.parseLong(head[1]), good);
    }

    private static boolean signed(String body, String line, String witness) {
        try {
            String[] key = witness.split("\\+", 3);
            byte[] typed = Base64.getDecoder().decode(key[2]);
            String[] words = line.split(" ");
            if (words.length != 3 || !words[0].equals("—") || !words[1].equals(key[0]) || typed[0] != COSIGNATURE) {
                return false;
            }
            byte[] given = Base64.getDecoder().decode(words[2]);
            if (given.length != MARK_BYTES + TIME_BYTES + SIGNATURE_BYTES
                    || !HexFormat.of().formatHex(given, 0, MARK_BYTES).equals(key[1])) {
                return false;
            }
            long time = ByteBuffer.wrap(given, MARK_BYTES, TIME_BYTES).getLong();
            byte[] x509 =
                    HexFormat.of().parseHex(LogKeyFile.X509 + HexFormat.of().formatHex(typed, 1, typed.length));
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509)));
            check.update(("cosignature/v1\ntime " + time + "\n" + body).getBytes(StandardCharsets.UTF_8));
            return time >= 0 && check.verify(Arrays.copyOfRange(given, MARK_BYTES + TIME_BYTES, given.length));
        } catch (GeneralSecurityException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return false;
        }
    }

    /** These and what was there; of one witness only the newest, whatever is sent again. */
    String with(String before) {
        Map<String, String> newest = new LinkedHashMap<>();
        Stream.concat((before == null ? "" : before).lines(), lines.stream().map(String::strip))
                .forEach(line ->
                        newest.merge(line.split(" ")[1], line, (one, other) -> time(other) >= time(one) ? other : one));
        return newest.values().stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static long time(String line) {
        byte[] given = Base64.getDecoder().decode(line.split(" ")[2]);
        return ByteBuffer.wrap(given, MARK_BYTES, TIME_BYTES).getLong();
    }
}
