package org.himaye.web.signin;

import com.nimbusds.jose.util.Resource;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The wire to the identity provider. One deadline for the whole answer and one limit for its size: the SDK's own client waits for each
 * read anew, so that a provider that sends a byte now and then would hold a thread of ours for ever.
 */
final class ProviderConnection implements ResourceRetriever {

    static final Duration DEADLINE = Duration.ofSeconds(4);

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final int ANSWER_LIMIT = 256 * 1024;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** @throws IOException also when the answer is late or large */
    HTTPResponse send(HTTPRequest request) throws IOException {
        HttpRequest.Builder sent = HttpRequest.newBuilder(request.getURI());
        sent.method(
                request.getMethod().name(),
                request.getBody() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(request.getBody()));
        request.getHeaderMap().forEach((name, values) -> values.forEach(value -> sent.header(name, value)));
        return byDeadline(sent.build());
    }

    @Override
    public Resource retrieveResource(URL address) throws IOException {
        HTTPResponse answer = byDeadline(
                HttpRequest.newBuilder(URI.create(address.toString())).build());
        if (answer.getStatusCode() != HTTPResponse.SC_OK) {
            throw new IOException("status " + answer.getStatusCode());
        }
        return new Resource(answer.getBody(), null);
    }

    private HTTPResponse byDeadline(HttpRequest request) throws IOException {
        FutureTask<HTTPResponse> exchange = new FutureTask<>(() -> exchange(request));
        Thread.ofVirtual().name("identity-provider").start(exchange);
        try {
            return exchange.get(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("no answer within " + DEADLINE, e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } finally {
            exchange.cancel(true);
        }
    }

    private HTTPResponse exchange(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> received = client.send(request, BodyHandlers.ofInputStream());
        HTTPResponse answer = new HTTPResponse(received.statusCode());
        try (InputStream body = received.body()) {
            byte[] bytes = body.readNBytes(ANSWER_LIMIT + 1);
            if (bytes.length > ANSWER_LIMIT) {
                throw new IOException("answer of more than " + ANSWER_LIMIT + " bytes");
            }
            answer.setBody(new String(bytes, StandardCharsets.UTF_8));
        }
        received.headers().firstValue("Content-Type").ifPresent(type -> answer.setHeader("Content-Type", type));
        return answer;
    }
}
