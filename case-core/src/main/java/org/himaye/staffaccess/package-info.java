/** What staff may read of the log of accesses: the own ones, and a supervisor those of her house to one of its cases. */
package org.himaye.staffaccess;
