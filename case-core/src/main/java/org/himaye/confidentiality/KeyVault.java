package org.himaye.confidentiality;

import com.google.crypto.tink.Aead;

/** Holds the key-encryption key. It wraps and unwraps owners' keysets and never seals a field itself. */
interface KeyVault {

    /** The wrapping primitive; throws {@link KeysUnavailable} when the key is missing or wrong. */
    Aead wrapping();
}
