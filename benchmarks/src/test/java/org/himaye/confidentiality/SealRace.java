package org.himaye.confidentiality;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.himaye.person.AgeBand;
import org.himaye.person.AgeBasis;
import org.himaye.person.Person;
import org.himaye.person.Sex;
import org.himaye.person.SpokenLanguage;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Sealing and opening one value: an owner's keyset as {@link SealingKeys} makes, wraps and unwraps it, against the cipher of the JDK with
 * the same associated data and a random IV. The rival keeps its cipher between calls, as a careful hand would.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SealRace {

    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BITS = 256;

    @Param({"64", "4096"})
    private int bytes;

    private final SecureRandom random = new SecureRandom();
    private byte[] plain;
    private byte[] place;
    private Aead keyset;
    private Cipher cipher;
    private SecretKey key;

    @Setup
    public void make() throws GeneralSecurityException {
        plain = new byte[bytes];
        random.nextBytes(plain);
        Person person = new Person(
                UUID.randomUUID(),
                "Person",
                AgeBand.ADULT,
                AgeBasis.STATED,
                Sex.FEMALE,
                List.of(SpokenLanguage.AZ),
                UUID.randomUUID(),
                Instant.EPOCH);
        place = Classification.of(Person.class).attribute("familyName").associatedData(person, person.keyOwner());
        AeadConfig.register();
        Aead wrapping = made().getPrimitive(RegistryConfiguration.get(), Aead.class);
        keyset = SealingKeys.unwrap(person.keyOwner(), SealingKeys.wrap(person.keyOwner(), made(), wrapping), wrapping);
        cipher = Cipher.getInstance("AES/GCM/NoPadding");
        KeyGenerator generator = KeyGenerator.getInstance("AES");
        generator.init(KEY_BITS);
        key = generator.generateKey();
    }

    private static KeysetHandle made() throws GeneralSecurityException {
        return KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
    }

    @Benchmark
    public byte[] ours() throws GeneralSecurityException {
        return keyset.decrypt(keyset.encrypt(plain, place), place);
    }

    @Benchmark
    public byte[] rival() throws GeneralSecurityException {
        byte[] iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(place);
        byte[] sealed = new byte[IV_BYTES + cipher.getOutputSize(plain.length)];
        System.arraycopy(iv, 0, sealed, 0, IV_BYTES);
        cipher.doFinal(plain, 0, plain.length, sealed, IV_BYTES);

        cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, 0, IV_BYTES));
        cipher.updateAAD(place);
        return cipher.doFinal(sealed, IV_BYTES, sealed.length - IV_BYTES);
    }
}
