package org.himaye.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing of ours listens on another interface than loopback: read from the kernel's own tables. */
class SocketsTest {

    private static final String LISTENING = "0A";
    private static final String UNCONNECTED = "07";

    @Test
    void everythingListensOnLoopbackOnly() throws IOException {
        Himaye.stack();
        Set<String> ours = socketsOf(descendants());
        Set<String> elsewhere = new TreeSet<>();
        int listening = 0;
        for (String table : List.of("tcp", "tcp6", "udp", "udp6")) {
            for (String line : Files.readAllLines(Path.of("/proc/net", table))) {
                String[] columns = line.strip().split("\\s+");
                boolean open = columns[3].equals(table.startsWith("tcp") ? LISTENING : UNCONNECTED);
                if (!open || !ours.contains(columns[9])) {
                    continue;
                }
                listening++;
                if (!loopback(columns[1])) {
                    elsewhere.add(table + " " + columns[1]);
                }
            }
        }

        assertEquals(Set.of(), elsewhere);
        assertFalse(listening < 4, "the servers listen on at least four ports, seen: " + listening);
    }

    private static boolean loopback(String address) {
        return address.startsWith("0100007F:")
                || address.startsWith("00000000000000000000000001000000:")
                || address.startsWith("0000000000000000FFFF00000100007F:");
    }

    private static Set<Long> descendants() {
        Set<Long> all = new HashSet<>();
        ProcessHandle.current().descendants().forEach(process -> all.add(process.pid()));
        all.add(ProcessHandle.current().pid());
        return all;
    }

    private static Set<String> socketsOf(Set<Long> processes) throws IOException {
        Set<String> inodes = new HashSet<>();
        for (long process : processes) {
            Path folder = Path.of("/proc", Long.toString(process), "fd");
            if (!Files.isReadable(folder)) {
                continue;
            }
            try (Stream<Path> open = Files.list(folder)) {
                for (Path file : open.toList()) {
                    String target = readLink(file);
                    if (target.startsWith("socket:[")) {
                        inodes.add(target.substring(8, target.length() - 1));
                    }
                }
            }
        }
        return inodes;
    }

    private static String readLink(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }
}
