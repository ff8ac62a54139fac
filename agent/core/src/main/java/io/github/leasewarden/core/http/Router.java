package io.github.leasewarden.core.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which endpoint answers which path. Built once, then read by many threads. */
public final class Router {
    /** Where an endpoint runs. */
    public enum Lane {
        /** Answers at once. */
        QUICK,
        /** May take seconds. */
        SLOW
    }

    /** One endpoint; with {@code prefix}, of every path that begins with {@code path}. */
    record Route(String method, String path, boolean prefix, Lane lane, Set<String> parameters, Endpoint endpoint) {
        boolean has(String asked) {
            return prefix ? asked.startsWith(path) : asked.equals(path);
        }
    }

    private final List<Route> routes = new ArrayList<>();

    /** @param parameters the query parameters it knows */
    public Router get(String path, Endpoint endpoint, String... parameters) {
        return add("GET", path, false, Lane.QUICK, endpoint, parameters);
    }

    /** For files with ids of ours: {@code path} ends with a slash, the rest is the id. */
    public Router getBelow(String path, Endpoint endpoint) {
        return add("GET", path, true, Lane.SLOW, endpoint);
    }

    public Router post(String path, Lane lane, Endpoint endpoint, String... parameters) {
        return add("POST", path, false, lane, endpoint, parameters);
    }

    private Router add(String method, String path, boolean prefix, Lane lane, Endpoint endpoint, String... parameters) {
        routes.add(new Route(method, path, prefix, lane, new TreeSet<>(Arrays.asList(parameters)), endpoint));
        return this;
    }

    /** Method and path of every endpoint, as in {@code GET /health}; what is below a path ends with a slash. */
    public Set<String> operations() {
        Set<String> operations = new TreeSet<>();
        routes.forEach(route -> operations.add(route.method() + " " + route.path()));
        return operations;
    }

    /**
     * The endpoint that is meant.
     *
     * @throws Problem 404, 405, or 400 for a parameter nobody knows
     */
    Route route(Call call) throws Problem {
        Set<String> allowed = new TreeSet<>();
        for (Route route : routes) {
            if (route.has(call.path())) {
                if (route.method().equals(call.method())) {
                    checkParameters(route, call);
                    return route;
                }
                allowed.add(route.method());
            }
        }
        if (allowed.isEmpty()) {
            throw Problem.of(404, "there is nothing here; GET /openapi.json lists what there is");
        }
        String allow = String.join(", ", allowed);
        throw Problem.with(405, "this path takes " + allow, "Allow", allow);
    }

    private static void checkParameters(Route route, Call call) throws Problem {
        for (String name : call.query().keySet()) {
            if (!route.parameters().contains(name)) {
                throw Problem.of(
                        400,
                        route.parameters().isEmpty()
                                ? "this path takes no query parameters"
                                : "unknown query parameter; known are " + String.join(", ", route.parameters()));
            }
        }
    }
}
