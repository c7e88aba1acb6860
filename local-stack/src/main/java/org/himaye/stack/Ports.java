package org.himaye.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Every port of a stack; the offset is added to each, so that several stacks run side by side. */
public record Ports(int offset) {

    private static final int HIGHEST_BASE = 54329;

    /** Browsers refuse to open it: the one port above 8080 of the list of bad ports in the Fetch Standard, 2.9 (Amanda). */
    private static final int REFUSED_BY_BROWSERS = 10_080;

    public Ports {
        if (offset < 0 || HIGHEST_BASE + offset > 65535) {
            throw new StackProblem("HIMAYE_PORT_OFFSET must be between 0 and " + (65535 - HIGHEST_BASE) + ".");
        }
        if (offset == REFUSED_BY_BROWSERS - 8080 || offset == REFUSED_BY_BROWSERS - 8180) {
            throw new StackProblem("HIMAYE_PORT_OFFSET " + offset + " leads to port " + REFUSED_BY_BROWSERS
                    + ", which browsers refuse to open: choose " + (offset + 10) + ".");
        }
    }

    public int web() {
        return 8080 + offset;
    }

    public int keycloak() {
        return 8180 + offset;
    }

    public int keycloakManagement() {
        return 9000 + offset;
    }

    public int payaraAdmin() {
        return 4848 + offset;
    }

    public int postgres() {
        return HIGHEST_BASE + offset;
    }

    /** Port to what it is for. */
    public Map<Integer, String> all() {
        var all = new LinkedHashMap<Integer, String>();
        all.put(web(), "the pages");
        all.put(keycloak(), "sign-in (Keycloak)");
        all.put(keycloakManagement(), "Keycloak's health");
        all.put(payaraAdmin(), "Payara's administration");
        all.put(postgres(), "PostgreSQL");
        return all;
    }

    void demandFree() {
        var taken = new TreeMap<Integer, String>();
        all().forEach((port, use) -> {
            if (!isFree(port)) {
                taken.put(port, use);
            }
        });
        taken.entrySet().stream().findFirst().ifPresent(first -> {
            throw new StackProblem("Port " + first.getKey() + " (needed for " + first.getValue()
                    + ") is used by another program: stop that program, or choose other ports with HIMAYE_PORT_OFFSET="
                    + (offset + 10) + " ./himaye run");
        });
    }

    /** The first of at least this offset of which nobody has a port: systems give some of them to outgoing connections. */
    static Ports freeFrom(int offset) {
        for (int each = offset; ; each++) {
            var ports = new Ports(each);
            if (ports.all().keySet().stream().allMatch(Ports::isFree)) {
                return ports;
            }
        }
    }

    static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
