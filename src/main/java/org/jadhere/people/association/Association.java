package org.jadhere.people.association;

import java.util.List;
import org.jadhere.platform.web.Texts;

/**
 * The association: how it presents itself, its bank account, and its settings. Unknown texts are empty.
 *
 * @param registration its SIREN, RNA or other registration number
 * @param bank the account that members pay to
 * @param loginByLink whether users may log in by a link sent by e-mail, without a password
 * @param staffSecondFactor whether staff must have a passkey or a code generator
 * @param remindOn the days of reminders, counted from the last day of a fee: negative is before
 */
public record Association(
        String name,
        String address,
        String email,
        String website,
        String registration,
        Bank bank,
        boolean loginByLink,
        boolean staffSecondFactor,
        List<Integer> remindOn) {

    public Association {
        remindOn = List.copyOf(remindOn);
    }

    /**
     * A bank account; all empty if unknown.
     *
     * @param holder as registered with the bank, at most 70 characters
     * @param iban without spaces, with correct check digits
     */
    public record Bank(String holder, String iban, String bic) {

        public boolean isKnown() {
            return !iban.isEmpty();
        }

        /** In groups of four, for display. */
        public String ibanInGroups() {
            return Texts.groupByFour(iban);
        }
    }
}
