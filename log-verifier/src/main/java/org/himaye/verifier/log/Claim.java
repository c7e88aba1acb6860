package org.himaye.verifier.log;

/**
 * Somebody's word that the first so many entries had this root.
 *
 * @param root its first bytes, or all 32
 * @param place where it stands
 * @param witnessedAt seconds of POSIX; -1 when no known witness cosigned it
 * @param signer number of the log's key that signed it; -1 for what is not signed
 */
record Claim(long size, byte[] root, String place, long witnessedAt, int signer) {

    static final long BY_NOBODY = -1;
    static final int UNSIGNED = -1;
}
