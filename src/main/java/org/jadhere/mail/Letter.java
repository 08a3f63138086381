package org.jadhere.mail;

import java.util.List;

/**
 * What is to be said to whom.
 *
 * @param words what its kind has room for
 * @param path where its link leads, on this site; empty where there is none
 */
public record Letter(LetterKind kind, Addressee to, List<String> words, String path) {

    public Letter {
        words = List.copyOf(words);
    }
}
