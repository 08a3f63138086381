package org.jadhere.money.receipts;

import java.time.LocalDate;
import java.util.List;
import org.jadhere.people.association.Association;
import org.jadhere.people.members.Member;

/**
 * What the association confirms in writing to have received, in the reader's words.
 *
 * @param number the same each time it is asked for, and of no other receipt
 * @param title what it is a receipt for
 * @param statement all that counts in one sentence
 * @param address the member's, empty where the reader is not to know it
 * @param facts the same and more as a table
 * @param issued the day on which it was asked for
 */
public record Receipt(
        String number,
        String title,
        String statement,
        Association association,
        Member.Ref member,
        String address,
        List<Fact> facts,
        LocalDate issued) {

    public Receipt {
        facts = List.copyOf(facts);
    }

    /** A line of the table. */
    public record Fact(String term, String value) {}

    String fileName() {
        return "recu-" + number + ".pdf";
    }
}
