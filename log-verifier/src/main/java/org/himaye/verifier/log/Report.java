package org.himaye.verifier.log;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * What a check says.
 *
 * @param size entries of the newest checkpoint
 * @param root hash over them
 * @param findings the first of them
 * @param broken how many break the log
 * @param strange how many are strange
 * @param witnessed how many entries the newest known cosignature covers; 0 without one
 * @param witnessedAt seconds of POSIX
 */
public record Report(
        long size, byte[] root, List<Finding> findings, long broken, long strange, long witnessed, long witnessedAt) {

    private static final int SOUND = 0;
    private static final int BROKEN = 1;
    private static final int STRANGE = 3;

    public int exitCode() {
        return broken > 0 ? BROKEN : strange > 0 ? STRANGE : SOUND;
    }

    /** For people. */
    public String text() {
        StringBuilder text = new StringBuilder();
        if (broken + strange == 0) {
            text.append("Sound: ").append(size).append(" entries, root ");
            text.append(HexFormat.of().formatHex(root)).append('\n');
        } else {
            text.append(broken > 0 ? "BROKEN: " : "STRANGE: ");
            text.append(broken).append(" findings that break the log, ");
            text.append(strange)
                    .append(" that need an explanation, in ")
                    .append(size)
                    .append(" entries. The first:\n");
            findings.forEach(each -> text.append("  ").append(each).append('\n'));
        }
        if (witnessed > 0) {
            text.append("Witnessed: the first ").append(witnessed).append(" entries, ");
            text.append(Instant.ofEpochSecond(witnessedAt)).append(". ");
        } else {
            text.append("No cosignature of a known witness. ");
        }
        if (witnessed < size) {
            text.append("Whoever holds the log's key can still rewrite the ")
                    .append(size - witnessed)
                    .append(" entries after that, and this check would not see it.");
        }
        return text.append('\n').toString();
    }

    /**
     * For scripts.
     *
     * @param exit code of the program
     * @param given whether the key came from elsewhere than the folder
     */
    public String json(int exit, boolean given) {
        StringBuilder json = new StringBuilder("{\"exit\":").append(exit);
        json.append(",\"key\":\"").append(given ? "given" : "folder").append('"');
        json.append(",\"size\":").append(size);
        json.append(",\"root\":\"").append(HexFormat.of().formatHex(root)).append('"');
        json.append(",\"broken\":").append(broken).append(",\"strange\":").append(strange);
        json.append(",\"witnessed\":").append(witnessed).append(",\"findings\":[");
        for (Finding each : findings) {
            json.append(json.charAt(json.length() - 1) == '[' ? "" : ",");
            json.append("{\"severity\":\"")
                    .append(each.severity())
                    .append("\",\"index\":")
                    .append(each.index());
            json.append(",\"place\":").append(quoted(each.place()));
            json.append(",\"words\":").append(quoted(each.words())).append('}');
        }
        return json.append("]}\n").toString();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char each : text.toCharArray()) {
            if (each == '"' || each == '\\' || each < ' ') {
                quoted.append(String.format("\\u%04x", (int) each));
            } else {
                quoted.append(each);
            }
        }
        return quoted.append('"').toString();
    }
}
