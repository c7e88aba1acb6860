package org.himaye.benchmarks;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A file of 10 MB sealed and opened in chunks of 64 KB by Tink's streaming AEAD, from memory into nothing. */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FileRace {

    static final int BYTES = 10_000_000;
    static final int CHUNK = 65_536;
    private static final int KEY_BYTES = 32;

    private final byte[] file = new byte[BYTES];
    private final byte[] place = "document|content|file".getBytes(StandardCharsets.UTF_8);
    private StreamingAead keyset;
    private byte[] sealed;

    @Setup
    public void make() throws GeneralSecurityException, IOException {
        new Random(1).nextBytes(file);
        StreamingAeadConfig.register();
        keyset = KeysetHandle.generateNew(
                        AesGcmHkdfStreamingParameters.builder()
                                .setKeySizeBytes(KEY_BYTES)
                                .setDerivedAesGcmKeySizeBytes(KEY_BYTES)
                                .setHkdfHashType(AesGcmHkdfStreamingParameters.HashType.SHA256)
                                .setCiphertextSegmentSizeBytes(CHUNK)
                                .build(),
                        RegistryConfiguration.get())
                .getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
        ByteArrayOutputStream kept = new ByteArrayOutputStream(BYTES + CHUNK);
        seal(kept);
        sealed = kept.toByteArray();
    }

    private void seal(OutputStream to) throws GeneralSecurityException, IOException {
        try (OutputStream sealing = keyset.newEncryptingStream(to, place)) {
            sealing.write(file);
        }
    }

    @Benchmark
    public void seal() throws GeneralSecurityException, IOException {
        seal(OutputStream.nullOutputStream());
    }

    @Benchmark
    public long open() throws GeneralSecurityException, IOException {
        try (InputStream opening = keyset.newDecryptingStream(new ByteArrayInputStream(sealed), place)) {
            return opening.transferTo(OutputStream.nullOutputStream());
        }
    }
}
