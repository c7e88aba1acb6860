/**
 * What an auditor ought to look at first (docs/adr/0036): the machine goes over each day of the log once it is sealed, by five rules, and an auditor
 * says of each thing found what to think of it. Entry points are {@link org.himaye.unusual.UnusualRound} and {@link org.himaye.unusual.UnusualService}.
 */
package org.himaye.unusual;
