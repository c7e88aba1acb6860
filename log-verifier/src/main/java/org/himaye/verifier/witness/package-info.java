/** The program for the auditor's own machine: follows a log over HTTP, keeps what it saw, cosigns it, and refuses another past. */
package org.himaye.verifier.witness;
