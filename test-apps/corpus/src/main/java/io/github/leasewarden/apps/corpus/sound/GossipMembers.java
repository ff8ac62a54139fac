package io.github.leasewarden.apps.corpus.sound;

import io.github.leasewarden.apps.corpus.Moment;
import io.github.leasewarden.apps.corpus.Program;
import java.util.Random;

/** Every five seconds 60 of 240 members of a cluster are replaced, by new names; silent ones stay for 35 seconds. */
public final class GossipMembers implements Program {
    private static final int MEMBERS = 240;
    private static final int REPLACED = 60;
    private static final int PAUSE = 100;
    private static final int FORGOTTEN_AFTER = 700;
    private final Random random = new Random(812);
    private Member newest;
    private int started;
    private int forgotten;

    private static final class Member {
        private final int number;
        private final byte[] state;
        private int heard;
        private Member older;

        private Member(int number, int length, Member older) {
            this.number = number;
            state = new byte[length];
            this.older = older;
        }
    }

    @Override
    public void tick(Moment moment) {
        if (moment.tick() % PAUSE == 1) {
            start(newest == null ? MEMBERS : REPLACED);
        }
        Member younger = null;
        for (Member member = newest; member != null; member = member.older) {
            boolean runs = member.number > started - MEMBERS;
            if (runs) {
                member.heard = moment.tick();
                member.state[random.nextInt(member.state.length)]++;
            }
            if (moment.tick() - member.heard < FORGOTTEN_AFTER) {
                younger = member;
            } else {
                younger.older = member.older;
                forgotten++;
            }
        }
    }

    private void start(int members) {
        for (int i = 0; i < members; i++) {
            newest = new Member(++started, 15_000 + random.nextInt(20_000), newest);
        }
    }

    @Override
    public String toString() {
        return forgotten + " of " + started + " forgotten";
    }
}
