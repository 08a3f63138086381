package org.jadhere.office.demo;

/** The test accounts of the demonstration. */
enum DemoAccount {
    MEMBER(
            1,
            "membre",
            "Camille",
            "Daumas",
            "a plain member: fees, services of several types, an organisation to act for"),
    CREW(2, "equipier", "Sacha", "Bonnefoy", "of the crew that manages one type of service, \"Abo fibre\""),
    BANK(3, "tresoriere", "Nadia", "Lacoste", "of the bank crew: sees, changes and validates all fees and payments"),
    ADMINISTRATOR(4, "admin", "Dominique", "Vidal", "an administrator: may do everything");

    private final int id;
    private final String username;
    final String firstName;
    final String lastName;
    final String purpose;

    DemoAccount(int id, String username, String firstName, String lastName, String purpose) {
        this.id = id;
        this.username = username;
        this.firstName = firstName;
        this.lastName = lastName;
        this.purpose = purpose;
    }

    String username() {
        return username;
    }

    /** Returns the id in the CSV folder; other users follow. */
    int id() {
        return id;
    }

    boolean isStaff() {
        return this != MEMBER;
    }
}
