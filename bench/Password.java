import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jadhere.platform.server.Argon2Library;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Time to verify one password with the program's encoder alone: slow on purpose, and part of the lower bound of a login. */
final class Password {

    private Password() {}

    /** Median in microseconds, in so many threads at once. */
    static double micros(int people, double seconds) throws Exception {
        var encoder = Argon2Library.createEncoder();
        String known = encoder.encode(Dataset.PASSWORD);
        var all = new ArrayList<Long>();
        try (var threads = Executors.newFixedThreadPool(people)) {
            var work = new ArrayList<Callable<ArrayList<Long>>>();
            for (int i = 0; i < people; i++) {
                work.add(() -> judge(encoder, known, System.nanoTime() + (long) (seconds * 1e9)));
            }
            for (var part : threads.invokeAll(work)) {
                all.addAll(part.get());
            }
        }
        return Bench.median(all) / 1000;
    }

    private static ArrayList<Long> judge(PasswordEncoder encoder, String known, long end) {
        var nanos = new ArrayList<Long>();
        for (long now = System.nanoTime(); now < end; ) {
            encoder.matches(Dataset.PASSWORD, known);
            long later = System.nanoTime();
            nanos.add(later - now);
            now = later;
        }
        return nanos;
    }
}
