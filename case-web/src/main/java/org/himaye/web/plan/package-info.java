/** Pages on a person's plan: reading, writing, reviewing, agreeing, rating, printing, and the caseload as a picture. */
package org.himaye.web.plan;
