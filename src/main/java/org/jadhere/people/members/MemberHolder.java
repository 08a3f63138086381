package org.jadhere.people.members;

/** Who a member is: a person or an organisation, and the id of that. */
public record MemberHolder(Kind kind, long id) {

    /** A person is a user; an organisation acts through users. */
    public enum Kind {
        PERSON,
        ORGANISATION
    }
}
