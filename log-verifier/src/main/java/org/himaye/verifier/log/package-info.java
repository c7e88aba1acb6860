/** An exported log as a whole, read once from its first entry to its last in memory that does not grow with it. */
package org.himaye.verifier.log;
