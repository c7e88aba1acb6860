/**
 * "My day": what is due and what waits for somebody, for each job. A read model across the capabilities: its own native SQL over
 * their tables, because one question for each capability would be a dozen statements and a dozen events for the page that everybody
 * opens first. It holds no rules and changes nothing; it shows workflow data only (numbers, pseudonyms, states, dates: class
 * OPERATIONAL), never a sealed value. Entry point is {@link org.himaye.task.MyDayService}.
 */
package org.himaye.task;
