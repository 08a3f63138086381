import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What it costs to judge one password, by the program's own encoder and nothing else: slow on purpose, and part of a login's floor. */
final class Password {

    private Password() {}

    /** The median in microseconds, by so many at once. */
    static double micros(int people, double seconds) throws Exception {
        var encoder = encoder();
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

    /** Not public: nobody but the login has a use for it. */
    private static PasswordEncoder encoder() throws ReflectiveOperationException {
        var method = Class.forName("org.jadhere.people.login.Argon2Library").getDeclaredMethod("orInJava");
        method.setAccessible(true);
        return (PasswordEncoder) method.invoke(null);
    }
}
