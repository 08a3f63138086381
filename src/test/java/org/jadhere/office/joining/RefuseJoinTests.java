package org.jadhere.office.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.platform.db.Tables.MEMBER;
import static org.jadhere.support.Scene.as;
import static org.jadhere.support.Scene.db;

import org.jadhere.support.ActTest;
import org.jadhere.support.WithCast;
import org.junit.jupiter.api.Test;

/** A crew refuses a request to join with a reason. */
@ActTest
@WithCast
class RefuseJoinTests extends JoinDecisionFixture {

    @Test
    void aRefusalIsMailedWithItsReason() {
        assertThat(refuse("carol", " ")).hasStatus(422).bodyText().contains("reason-error");
        assertThat(mailbox().kinds()).isEmpty();

        assertThat(refuse("carol", "Pas d’antenne\r\nBcc: all@example.org")).hasStatus(302);

        assertThat(mailbox().kinds()).containsExactly("join-refused");
        assertThat(mailbox().text()).contains("Pas d’antenne");
        assertThat(db().fetchCount(MEMBER)).isOne();
        assertThat(accept("dave", fee())).hasStatus(422).bodyText().contains("Carol Martin");
        assertThat(as("dave").get("/admin/requests")).bodyText().doesNotContain("Lefèvre");
        assertThat(as("dave").get("/admin/requests?state=decided")).bodyText().contains("Lefèvre");
    }
}
