package io.github.leasewarden.core.sampling;

/**
 * One line of a class histogram.
 *
 * @param className Java name, arrays as the JVM writes them ({@code [B}), hidden classes without their address
 * @param instances objects of this class
 * @param bytes shallow size of all of them
 */
public record ClassCount(String className, long instances, long bytes) {}
