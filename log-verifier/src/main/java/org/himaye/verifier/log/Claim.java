package org.himaye.verifier.log;

/**
 * Somebody's word that the first so many entries had this root.
 *
 * @param root its first bytes, or all 32
 * @param place where it stands
 * @param witnessedAt seconds of POSIX; -1 when no known witness cosigned it
 */
record Claim(long size, byte[] root, String place, long witnessedAt) {

    static final long BY_NOBODY = -1;
}
