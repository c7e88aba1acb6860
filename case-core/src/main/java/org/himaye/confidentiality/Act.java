package org.himaye.confidentiality;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The one way in: stands on every public method of a service, decides whether the caller may and records what happened. The first
 * parameter is the target of the act, or the act is declared {@link #targetless()}.
 */
@Inherited
@InterceptorBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Act {

    @Nonbinding
    Permission value();

    @Nonbinding
    AccessEvent.Action action() default AccessEvent.Action.VIEW;

    /** True for lists and other acts that begin with no object. */
    @Nonbinding
    boolean targetless() default false;
}
