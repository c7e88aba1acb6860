package org.himaye.confidentiality;

/** The key-encryption key cannot be used: only OPERATIONAL data can be shown. */
public class KeysUnavailable extends RuntimeException {

    public KeysUnavailable(String why, Throwable cause) {
        super(why, cause);
    }
}
