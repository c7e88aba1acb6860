package org.himaye.verifier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** The folder of a log over HTTP, for those who have the token; keeps what is posted. */
final class ServedLog implements AutoCloseable {

    static final String TOKEN = "a-token";

    final List<byte[]> posted = new CopyOnWriteArrayList<>();
    volatile int answerToPost = 200;
    volatile int padding;

    /** What is given as the checkpoint, one after another, before the one of the folder. */
    final Queue<byte[]> checkpoints = new ConcurrentLinkedQueue<>();

    private final Path folder;
    private final HttpServer server;

    ServedLog(Path folder) throws IOException {
        this.folder = folder;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/log/", this::answer);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/log";
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                exchange.sendResponseHeaders(401, -1);
                return;
            }
            String path = exchange.getRequestURI().getPath().substring("/log/".length());
            if (exchange.getRequestMethod().equals("POST")) {
                byte[] note = exchange.getRequestBody().readAllBytes();
                if (answerToPost == 200) {
                    posted.add(note);
                }
                exchange.sendResponseHeaders(answerToPost, -1);
                return;
            }
            Path file = folder.resolve(path);
            if (!Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] next = path.equals("checkpoint") ? checkpoints.poll() : null;
            byte[] bytes = next == null ? MadeLog.join(Files.readAllBytes(file), new byte[padding]) : next;
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
