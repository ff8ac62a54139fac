package io.github.leasewarden.core.detection;

/**
 * An application class with ever more instances.
 *
 * @param instances in the newest census
 * @param bytes shallow, in the newest census
 * @param perMinute instances
 * @param grown instances since the first of the censuses
 * @param censuses how many in a row
 * @param live true if all of them counted reachable objects only
 */
public record ClassGrowth(
        String className, long instances, long bytes, double perMinute, long grown, int censuses, boolean live) {

    String sentence() {
        return "Instances of " + className + " grew in each of " + censuses + (live ? "" : " (garbage included)")
                + " censuses, by " + grown + " to " + instances + " (" + Amounts.perMinute(perMinute) + ").";
    }
}
