package org.jadhere.people.association;

import java.util.List;
import org.jadhere.platform.web.Texts;

/**
 * How the association presents itself, how it is paid, and what its administrators decided. Texts are empty where
 * nothing was said.
 *
 * @param registration SIREN, RNA or what else it is registered under
 * @param bank where its members pay
 * @param loginByLink whether a link sent by e-mail lets in without a password
 * @param staffSecondFactor whether staff must have a passkey or a code generator
 * @param remindOn on which days a fee is reminded of, counted from its last day: negative is before
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
     * An account in a bank.
     *
     * @param holder as the bank knows it, at most 70 characters
     * @param iban without spaces, its check digits right
     */
    public record Bank(String holder, String iban, String bic) {

        public boolean isKnown() {
            return !iban.isEmpty();
        }

        /** In groups of four, as people read it. */
        public String ibanInGroups() {
            return Texts.groupByFour(iban);
        }
    }
}
