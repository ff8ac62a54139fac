package io.github.leasewarden.core.alert;

/**
 * What became of alerts that were to be passed on.
 *
 * @param channel {@code command} or {@code webhook}
 * @param delivered passed on
 * @param failed the command or server failed, or did not end in time
 * @param dropped not even tried: beyond {@code alert.rate}, or too many waiting
 */
public record DeliveryCount(String channel, long delivered, long failed, long dropped) {}
