package org.himaye.confidentiality;

import com.google.crypto.tink.Aead;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;

/**
 * The key-encryption key as the folder of the keys says, which is told by the system property {@code himaye.keys}. Looked at again
 * when a file there is another: a key that was put back is used without a restart, one that was taken away no more.
 */
@ApplicationScoped
class KeyFolder implements KeyVault {

    private static final List<String> FILES = List.of("kek.json", Pkcs11Token.FILE);

    private Aead wrapping;
    private List<FileTime> seen;

    @Override
    public synchronized Aead wrapping() {
        Path folder = Path.of(System.getProperty("himaye.keys", "keys"));
        List<FileTime> now = new ArrayList<>();
        FILES.forEach(file -> now.add(changed(folder.resolve(file))));
        if (!now.equals(seen)) {
            seen = null;
            wrapping = KeyEncryptionKey.in(folder);
            seen = now;
        }
        return wrapping;
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (NoSuchFileException missing) {
            return FileTime.fromMillis(0);
        } catch (IOException e) {
            throw new KeysUnavailable("the configured folder of keys cannot be read", e);
        }
    }
}
