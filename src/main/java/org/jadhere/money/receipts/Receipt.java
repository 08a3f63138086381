package org.jadhere.money.receipts;

import java.time.LocalDate;
import java.util.List;
import org.jadhere.people.association.Association;
import org.jadhere.people.members.Member;

/**
 * A written confirmation that the association has received money, in the language of the reader.
 *
 * @param number unique, and the same for each download
 * @param title what the receipt is for
 * @param summary the amount, the member and the association in one sentence
 * @param address the postal address of the member; empty if the reader may not see it
 * @param facts the details, one line of the table each
 * @param issued the day of the download
 */
public record Receipt(
        String number,
        String title,
        String summary,
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
