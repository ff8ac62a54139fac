/**
 * The only classes of ours on the application's class path. THIS PACKAGE MUST HAVE NO DEPENDENCY ON ANYTHING BUT {@code java.base} and
 * {@code java.instrument}: everything else is loaded by an isolated class loader from the {@code inst/} folder of the same jar.
 */
package io.github.leasewarden.premain;
