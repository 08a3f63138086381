package org.jadhere.people.members;

/** The user or organisation that is a member, by its id. */
public record MemberHolder(Kind kind, long id) {

    /** A person is a user; an organisation acts through users. */
    public enum Kind {
        PERSON,
        ORGANISATION
    }
}
