/** Proofs of single events, in the form of C2SP tlog-proof: {@code verify-proof}. */
package org.himaye.verifier.proof;
