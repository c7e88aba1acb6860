package org.himaye.verifier.witness;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.himaye.verifier.Unusable;
import org.himaye.verifier.note.SignedNote;
import org.himaye.verifier.tree.Consistency;
import org.himaye.verifier.tree.Tile;

/** A log over HTTP. Every answer has a deadline and a greatest length; a redirection is not followed, it would take the token along. */
final class RemoteLog implements Consistency.Tiles {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration WHOLE = Duration.ofSeconds(30);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int SUCCESS = 2;
    private static final int HUNDRED = 100;

    private final String base;
    private final String token;
    private final HttpClient client;

    /**
     * @param trust who may have signed the server's certificate; null for the usual ones
     * @throws Unusable for an address that would send the token in clear over a network
     */
    RemoteLog(URI address, String token, SSLContext trust) {
        boolean sealed = "https".equals(address.getScheme());
        if (!sealed && !("http".equals(address.getScheme()) && isHere(address.getHost()))) {
            throw new Unusable(
                    "The log's address must begin with https, because the token goes with each question: " + address);
        }
        this.base = address.toString().replaceAll("/+$", "") + "/";
        this.token = token;
        // Not 2: its offer in a request with a body leaves some servers waiting, Payara among them.
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER);
        this.client = (trust == null ? builder : builder.sslContext(trust)).build();
    }

    private static boolean isHere(String host) {
        try {
            return host != null && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    byte[] checkpoint() {
        return get("checkpoint", SignedNote.MOST_BYTES).body();
    }

    /** The tile, or the beginning of the whole one when the log has grown meanwhile. */
    @Override
    public byte[] hashes(Tile tile) {
        HttpResponse<byte[]> answer = ask(request(tile.path()).GET(), tile.bytes());
        if (answer.statusCode() == NOT_FOUND && tile.width() < Tile.WIDTH) {
            Tile whole = new Tile(tile.level(), tile.number(), Tile.WIDTH);
            answer = get(whole.path(), whole.bytes());
        } else if (answer.statusCode() != OK) {
            throw new Unreachable(base + tile.path() + " answers " + answer.statusCode());
        }
        if (answer.body().length < tile.bytes()) {
            throw new Unreachable(base + tile.path() + " is too short");
        }
        return Arrays.copyOf(answer.body(), tile.bytes());
    }

    private HttpResponse<byte[]> get(String path, int most) {
        HttpResponse<byte[]> answer = ask(request(path).GET(), most);
        if (answer.statusCode() != OK) {
            throw new Unreachable(base + path + " answers " + answer.statusCode());
        }
        return answer;
    }

    /** Gives a cosigned checkpoint back. */
    void post(byte[] note) {
        HttpRequest.Builder request = request("witness")
                .header("Content-Type", "text/plain; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(note));
        int status = ask(request, SignedNote.MOST_BYTES).statusCode();
        if (status / HUNDRED != SUCCESS) {
            throw new Unreachable(base + "witness answers " + status);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(WHOLE)
                .header("Authorization", "Bearer " + token);
    }

    /** The deadline of the request ends with the first byte of the answer; this one is for all of it. */
    private HttpResponse<byte[]> ask(HttpRequest.Builder request, int most) {
        HttpRequest asked = request.build();
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(asked, head -> new LimitedBody(most));
        try {
            return answer.get(WHOLE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new Unreachable(asked.uri() + " cannot be read: " + e.getCause(), e);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new Unreachable(asked.uri() + " did not answer in " + WHOLE.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unreachable("interrupted", e);
        }
    }
}
