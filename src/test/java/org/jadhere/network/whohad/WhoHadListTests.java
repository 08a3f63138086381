package org.jadhere.network.whohad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.ADDRESS_QUESTION;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.browser;
import static org.jadhere.support.Scene.db;
import static org.jadhere.support.Stage.csrf;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jadhere.support.ActTest;
import org.jadhere.support.Stage;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;

/** Several questions at once: pasted or as a file, all answered and recorded, or none. */
@ActTest
@WithCast
class WhoHadListTests extends WhoHadFixture {

    private static final String LIST =
            "address,at\n192.0.2.7,2025-03-03T14:05:00+01:00\n203.0.113.99,2025-03-03T13:05:00Z\n";

    private int recorded() {
        return db().fetchCount(ADDRESS_QUESTION);
    }

    @Test
    void aPastedListIsAnsweredLineByLine() {
        assertThat(as("erin").post("/admin/who-had/list", Map.of("list", LIST, "list-reason", "dossier 7")))
                .hasStatusOk()
                .bodyText()
                .contains("2 réponses", "192.0.2.7", "203.0.113.99");
        assertThat(recorded()).isEqualTo(2);
    }

    @Test
    void aFileOfASpreadsheetIsRead() {
        var file = new MockMultipartFile(
                "file", "list.csv", "text/csv", ("\uFEFF" + LIST.replace(',', ';')).getBytes(StandardCharsets.UTF_8));

        assertThat(browser()
                        .post()
                        .uri("/admin/who-had/list")
                        .multipart()
                        .file(file)
                        .param("list-reason", "dossier 7")
                        .with(Stage.as("erin"))
                        .with(csrf())
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("2 réponses");
    }

    @Test
    void aFaultyLineRefusesTheWholeList() {
        String faulty = LIST + "192.0.2.300,2025-03-03T13:05:00Z\n192.0.2.7,hier\n192.0.2.7,2024-10-27T02:30\n";
        assertThat(as("erin").post("/admin/who-had/list", Map.of("list", faulty, "list-reason", "dossier 7")))
                .hasStatus(422)
                .bodyText()
                .contains("Aucune question", "ligne 4", "192.0.2.300", "ligne 5", "ligne 6", "2024-10-27T02:30+02:00");
        assertThat(recorded()).isZero();
    }

    @Test
    void listAndReasonAreRequired() {
        assertThat(as("erin").post("/admin/who-had/list")).hasStatus(422);
        assertThat(as("erin").post("/admin/who-had/list", Map.of("list", "192.0.2.7", "list-reason", "dossier 7")))
                .hasStatus(422)
                .bodyText()
                .contains("address,at");
        assertThat(as("carol").post("/admin/who-had/list", Map.of("list", LIST, "list-reason", "x")))
                .hasStatus(403);
        assertThat(recorded()).isZero();
    }
}
