package org.himaye.document;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a program would try that a file has broken: says each thing in which it succeeded. */
final class Intruder {

    private Intruder() {}

    private interface Attempt {
        boolean succeeds() throws IOException;
    }

    public static void main(String[] arguments) {
        int port = Integer.parseInt(arguments[0]);
        Path secret = Path.of(arguments[1]);
        Path place = Path.of(arguments[2]);
        attempt("network", () -> {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected();
            }
        });
        attempt("read", () -> Files.readString(secret).length() > 0);
        attempt("write", () -> Files.size(Files.writeString(place, "stolen")) > 0);
        attempt("processes", () -> ProcessHandle.allProcesses().count() > 2);
        System.out.println("done");
    }

    private static void attempt(String what, Attempt attempt) {
        try {
            if (attempt.succeeds()) {
                System.out.println(what);
            }
        } catch (IOException | RuntimeException refused) {
            // As it should be.
        }
    }
}
