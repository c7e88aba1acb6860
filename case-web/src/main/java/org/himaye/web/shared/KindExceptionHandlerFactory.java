package org.himaye.web.shared;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;

/** Puts {@link KindExceptionHandler} around the one of Faces. */
public class KindExceptionHandlerFactory extends ExceptionHandlerFactory {

    public KindExceptionHandlerFactory(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new KindExceptionHandler(getWrapped().getExceptionHandler());
    }
}
