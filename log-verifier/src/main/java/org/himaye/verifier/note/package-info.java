/** Signed notes, checkpoints and cosignatures as C2SP's signed-note, tlog-checkpoint and tlog-cosignature have them. */
package org.himaye.verifier.note;
