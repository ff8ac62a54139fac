package io.github.leasewarden.core.http;

/** Answers one kind of request. Called by several threads at once. */
@FunctionalInterface
public interface Endpoint {
    /**
     * @throws Problem if there is no good answer
     */
    Reply answer(Call call) throws Problem;
}
