package io.github.leasewarden.core.http.api;

import io.github.leasewarden.core.http.Call;
import io.github.leasewarden.core.http.Endpoint;
import io.github.leasewarden.core.http.Problem;
import io.github.leasewarden.core.http.Reply;
import java.io.IOException;
import java.io.InputStream;

/** A file of the agent's jar, read at each request: nobody asks often, and nothing is kept. */
final class Resource implements Endpoint {
    private final String name;
    private final String contentType;

    /** @param name absolute name of the resource */
    Resource(String name, String contentType) {
        this.name = name;
        this.contentType = contentType;
    }

    @Override
    public Reply answer(Call call) throws Problem {
        try (InputStream in = Resource.class.getResourceAsStream(name)) {
            if (in == null) {
                throw Problem.of(503, "this agent has no " + name);
            }
            return Reply.ok(contentType, in.readAllBytes());
        } catch (IOException e) {
            throw Problem.of(503, name + " cannot be read: " + e);
        }
    }
}
