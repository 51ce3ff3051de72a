package unroll.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ThreadsTest {

    @Test
    void takesWhatTheEnvironmentSays() {
        assertThat(Threads.wanted("3", 2, 0)).isEqualTo(3);
        assertThat(Threads.wanted("8,1", 2, 9)).isEqualTo(8);
    }

    @Test
    void takesTheFreeCoresOtherwiseOneToFour() {
        assertThat(Threads.wanted("", 2, 0.2)).isEqualTo(2);
        assertThat(Threads.wanted("", 2, 1.1)).isEqualTo(1);
        assertThat(Threads.wanted("", 2, 7)).isEqualTo(1);
        assertThat(Threads.wanted("none", 64, 3)).isEqualTo(4);
        assertThat(Threads.wanted("", 2, -1)).isEqualTo(2);
    }

    @Test
    void saysWhenSomethingElseComputesThanWhatTheEnvironmentSays() {
        assertThat(Threads.note("", 2, 2)).isEmpty();
        assertThat(Threads.note("2", 2, 4)).isEmpty();
        assertThat(Threads.note("2,1", 2, 2)).isEmpty();
        assertThat(Threads.note("9999", 2, 2))
                .contains(
                        "OMP_NUM_THREADS is '9999', 2 threads compute on 2 cores; set it to 1 to 2, and"
                                + " start again");
        assertThat(Threads.note("9999", 9999, 2)).isPresent();
        assertThat(Threads.note("none", 4, 8)).isPresent();
    }
}
