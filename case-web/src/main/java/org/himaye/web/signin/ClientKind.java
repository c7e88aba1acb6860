package org.himaye.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** The class of device and the network it is in, for the access log: enough to notice something strange, too little to follow a person. */
final class ClientKind {

    /** Whether everybody comes through a proxy on this machine, as whoever starts the server says. */
    private static final boolean PROXIED = Boolean.getBoolean("himaye.proxied");

    /** Of an address and nothing else: a header is anybody's text. */
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F.:]{1,45}");

    private ClientKind() {}

    static String of(HttpServletRequest request) {
        String agent = String.valueOf(request.getHeader("User-Agent"));
        return (agent.contains("Mobi") ? "phone " : "desktop ")
                + network(address(request.getRemoteAddr(), request.getHeader("X-Forwarded-For"), PROXIED));
    }

    /** A proxy of ours adds whom it sees at the end; what stands before it anybody could have written. */
    static String address(String remote, String forwarded, boolean proxied) {
        if (!proxied || forwarded == null || !remote.equals("127.0.0.1")) {
            return remote;
        }
        return forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    }

    /** The first three numbers of an IPv4 address, the first three groups of an IPv6 address. */
    static String network(String address) {
        if (!ADDRESS.matcher(address).matches()) {
            return "-";
        }
        if (address.indexOf(':') < 0) {
            int last = address.lastIndexOf('.');
            return last < 0 ? "-" : address.substring(0, last) + ".*";
        }
        String[] groups = address.split(":", 4);
        return groups.length < 4 ? "::*" : groups[0] + ":" + groups[1] + ":" + groups[2] + ":*";
    }
}
