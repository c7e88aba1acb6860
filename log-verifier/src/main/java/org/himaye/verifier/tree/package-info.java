/** The tree of RFC 6962 and its tiles. */
package org.himaye.verifier.tree;
