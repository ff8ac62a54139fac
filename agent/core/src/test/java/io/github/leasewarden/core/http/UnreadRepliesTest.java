package io.github.leasewarden.core.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnreadRepliesTest {
    private final UnreadReplies replies = new UnreadReplies();

    @Test
    void whatDoesNotMoveForSixLooksIsNotRead() {
        replies.written("1", true);
        assertThat(looks(5)).isFalse();
        assertThat(replies.look()).isTrue();
    }

    @Test
    void aSlowReaderMayTakeTenTimesAsLong() {
        replies.written("1", true);
        for (int i = 0; i < 59; i++) {
            assertThat(replies.look()).isFalse();
            replies.written("1", true);
        }
        assertThat(replies.look()).isTrue();
    }

    @Test
    void aWriteOfNothingIsNoProgress() {
        replies.written("1", true);
        looks(5);
        replies.written("1", false);
        assertThat(replies.look()).isTrue();
    }

    @Test
    void whatEndedIsForgotten() {
        replies.written("1", true);
        replies.ended("1");
        assertThat(looks(100)).isFalse();
    }

    private boolean looks(int count) {
        boolean found = false;
        for (int i = 0; i < count; i++) {
            found |= replies.look();
        }
        return found;
    }
}
