package io.github.leasewarden.apps.corpus;

/** One small service. Its work is done in ticks, {@value Corpus#TICKS_PER_SECOND} a second, all on one thread. */
public interface Program {
    /** @param moment how far the run is */
    void tick(Moment moment);
}
