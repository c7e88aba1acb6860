package org.himaye.verifier.witness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** The body of an answer, up to a number of bytes; a longer one ends the exchange. */
final class LimitedBody implements HttpResponse.BodySubscriber<byte[]> {

    private final int most;
    private final ByteArrayOutputStream soFar = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private Flow.Subscription subscription;

    LimitedBody(int most) {
        this.most = most;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription begun) {
        subscription = begun;
        begun.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer each : buffers) {
            if (soFar.size() + each.remaining() > most) {
                subscription.cancel();
                whole.completeExceptionally(new IOException("the answer has more than " + most + " bytes"));
                return;
            }
            byte[] bytes = new byte[each.remaining()];
            each.get(bytes);
            soFar.writeBytes(bytes);
        }
    }

    @Override
    public void onError(Throwable trouble) {
        whole.completeExceptionally(trouble);
    }

    @Override
    public void onComplete() {
        whole.complete(soFar.toByteArray());
    }
}
