package org.himaye.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** Asks a server over http until it is ready or has ended. */
final class Waiting {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private Waiting() {}

    static Optional<HttpResponse<String>> get(HttpClient client, String address) throws InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(address)).timeout(TIMEOUT).build();
        try {
            return Optional.of(client.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A question whose yes means ready. */
    @FunctionalInterface
    interface Question {
        boolean ask() throws InterruptedException;
    }

    static void until(Question ready, Child child, Duration patience, Places places) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (!ready.ask()) {
            var log = places.log().resolve(child.name() + ".log");
            if (!child.isAlive()) {
                throw new StackProblem(child.name() + " ended while starting: see " + log);
            }
            if (System.nanoTime() > end) {
                throw new StackProblem(
                        child.name() + " was not ready after " + patience.toSeconds() + " s: see " + log);
            }
            Thread.sleep(PAUSE);
        }
    }
}
