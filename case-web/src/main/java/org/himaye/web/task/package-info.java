/** My day, the start page of every job. */
package org.himaye.web.task;
