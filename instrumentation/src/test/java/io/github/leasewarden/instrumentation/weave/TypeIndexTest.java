package io.github.leasewarden.instrumentation.weave;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.leasewarden.instrumentation.weave.TypeIndex.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TypeIndexTest {
    private final List<String> loadedRoots = new ArrayList<>();
    private final List<String> parents = new ArrayList<>();
    private final TypeIndex index = index("<", Family.Root.class, Family.RootClass.class);

    @Test
    void anExactNameMatches() {
        TypeIndex exact = index("", Family.Stranger.class);
        assertThat(match(exact, Family.Stranger.class)).isEqualTo(Match.EXACT);
        assertThat(match(exact, Family.Direct.class)).isNull();
    }

    @Test
    void aClassFileIsNotReadBeforeARootIsLoaded() {
        assertThat(index.match(ClassFiles.internalName(Family.Direct.class), new byte[0]))
                .isNull();
    }

    @Test
    void aRootIsToldOnceAndIsNoMatchItself() {
        assertThat(match(index, Family.Root.class)).isNull();
        assertThat(match(index, Family.Root.class)).isNull();
        assertThat(loadedRoots).containsExactly(ClassFiles.internalName(Family.Root.class));
    }

    @Test
    void aDirectSubtypeMatchesOnceItsRootIsLoaded() {
        match(index, Family.Root.class);
        assertThat(match(index, Family.Direct.class)).isEqualTo(under(false, Family.Root.class));
        assertThat(match(index, Family.Stranger.class)).isNull();
    }

    @Test
    void anInterfaceInBetweenIsNoMatchButPassesItsRootOn() {
        match(index, Family.Root.class);
        assertThat(match(index, Family.Middle.class)).isNull();
        assertThat(match(index, Family.Indirect.class)).isEqualTo(under(false, Family.Root.class));
    }

    @Test
    void aSubclassOfASubtypeInherits() {
        match(index, Family.Root.class);
        match(index, Family.Middle.class);
        match(index, Family.Indirect.class);
        assertThat(match(index, Family.Heir.class)).isEqualTo(under(true, Family.Root.class));
    }

    /** The root is not woven itself, so its direct subclasses must be. */
    @Test
    void aDirectSubclassOfARootThatIsAClassInheritsNothing() {
        match(index, Family.RootClass.class);
        assertThat(match(index, Family.OfRootClass.class)).isEqualTo(under(false, Family.RootClass.class));
        assertThat(match(index, Family.HeirOfRootClass.class)).isEqualTo(under(true, Family.RootClass.class));
    }

    @Test
    void aRootUnderAnotherRootPassesBothOn() {
        TypeIndex both = index("<", Family.Root.class, Family.OtherRoot.class);
        match(both, Family.Root.class);
        assertThat(match(both, Family.OtherRoot.class)).isNull();
        assertThat(match(both, Family.OfOtherRoot.class))
                .isEqualTo(under(false, Family.Root.class, Family.OtherRoot.class));
    }

    @Test
    void aRootUnderAnotherRootIsASubtypeToo() {
        TypeIndex both = index("<", Family.RootClass.class, Family.RootWithRoot.class);
        match(both, Family.RootClass.class);
        assertThat(match(both, Family.RootWithRoot.class)).isEqualTo(under(false, Family.RootClass.class));
    }

    @Test
    void aClassThatIsNamedAndASubtypeGetsTheHooksOfBoth() {
        TypeIndex both = new TypeIndex(
                Set.of("<" + ClassFiles.internalName(Family.Root.class), ClassFiles.internalName(Family.Direct.class)),
                (type, root) -> (root ? loadedRoots : parents).add(type));
        assertThat(match(both, Family.Direct.class)).isEqualTo(Match.EXACT);
        match(both, Family.Root.class);
        assertThat(match(both, Family.Direct.class)).isEqualTo(under(false, Family.Root.class));
    }

    @Test
    void aClassOfferedBeforeItsRootIsFoundAmongTheLoadedOnes() {
        assertThat(match(index, Family.Direct.class)).isNull();
        match(index, Family.Root.class);
        assertThat(index.matchLoaded(Family.Direct.class)).isEqualTo(under(false, Family.Root.class));
    }

    /** A class is offered before its parents, also when its root has been there for long. */
    @Test
    void aTypeBelowARootIsToldIfItsSubtypesWereOfferedBefore() {
        match(index, Family.Root.class);
        assertThat(match(index, Family.Indirect.class)).isNull();
        match(index, Family.Middle.class);
        assertThat(parents).containsExactly(ClassFiles.internalName(Family.Middle.class));
        match(index, Family.Middle.class);
        match(index, Family.Direct.class);
        assertThat(parents).hasSize(1);
        assertThat(index.matchLoaded(Family.Indirect.class)).isEqualTo(under(false, Family.Root.class));
    }

    @Test
    void aRootThatWasLoadedBeforeWeLookedIsFoundAmongTheLoadedOnes() {
        assertThat(index.matchLoaded(Family.Direct.class)).isNull();
        assertThat(index.matchLoaded(Family.Root.class)).isNull();
        assertThat(loadedRoots).hasSize(1);
        assertThat(index.matchLoaded(Family.Middle.class)).isNull();
        assertThat(index.matchLoaded(Family.Indirect.class)).isEqualTo(under(false, Family.Root.class));
    }

    /** Loaded classes come in no particular order. */
    @Test
    void aLoadedHeirInheritsWhetherOrNotItsParentWasSeenBefore() {
        match(index, Family.Root.class);
        match(index, Family.RootClass.class);
        assertThat(index.matchLoaded(Family.Heir.class)).isEqualTo(under(true, Family.Root.class));
        assertThat(index.matchLoaded(Family.OfRootClass.class)).isEqualTo(under(false, Family.RootClass.class));
        assertThat(index.matchLoaded(Family.HeirOfRootClass.class)).isEqualTo(under(true, Family.RootClass.class));
    }

    @Test
    void aClassLoadedLaterInheritsFromOneFoundAmongTheLoaded() {
        match(index, Family.Root.class);
        index.matchLoaded(Family.Indirect.class);
        assertThat(match(index, Family.Heir.class)).isEqualTo(under(true, Family.Root.class));
    }

    private TypeIndex index(String mark, Class<?>... types) {
        return new TypeIndex(
                Stream.of(types)
                        .map(type -> mark + ClassFiles.internalName(type))
                        .collect(Collectors.toSet()),
                (type, root) -> (root ? loadedRoots : parents).add(type));
    }

    private static Match match(TypeIndex index, Class<?> type) {
        return index.match(ClassFiles.internalName(type), ClassFiles.of(type));
    }

    private static Match under(boolean inherited, Class<?>... roots) {
        return new Match(Stream.of(roots).map(ClassFiles::internalName).collect(Collectors.toSet()), inherited);
    }
}
