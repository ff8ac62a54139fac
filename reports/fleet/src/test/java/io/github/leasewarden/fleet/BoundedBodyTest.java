package io.github.leasewarden.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundedBodyTest {
    @Test
    void whatFitsIsThereWhenItIsComplete() {
        BoundedBody body = new BoundedBody(4);
        body.onNext(List.of(ByteBuffer.wrap(new byte[] {1, 2}), ByteBuffer.wrap(new byte[] {3, 4})));
        assertThat(body.getBody().toCompletableFuture()).isNotCompleted();
        body.onComplete();
        assertThat(body.getBody().toCompletableFuture().join()).containsExactly(1, 2, 3, 4);
    }

    @Test
    void whatIsTooLargeFailsBeforeItsEnd() {
        BoundedBody body = new BoundedBody(4);
        body.onNext(List.of(ByteBuffer.wrap(new byte[3])));
        body.onNext(List.of(ByteBuffer.wrap(new byte[2])));
        assertThat(body.getBody().toCompletableFuture()).isCompletedExceptionally();
        body.onComplete();
        assertThat(body.getBody().toCompletableFuture()).isCompletedExceptionally();
    }
}
