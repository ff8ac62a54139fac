package io.github.leasewarden.instrumentation.rule;

import java.io.Serializable;

/**
 * How the figures of a tracked pool are read, by reflection on an agent thread. A leading {@code address in} loops over a map's keys.
 *
 * @param addresses probe for a map or collection of addresses, or "" if the pool serves one
 * @param address probe for the only address when {@code addresses} is empty
 * @param size probe for connections that exist; may take the address
 * @param inUse probe for connections handed out; may take the address
 * @param max probe for the limit
 */
public record Poll(String addresses, String address, String size, String inUse, String max) implements Serializable {}
