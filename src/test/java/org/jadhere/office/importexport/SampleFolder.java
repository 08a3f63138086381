package org.jadhere.office.importexport;

import java.util.LinkedHashMap;
import java.util.Map;

/** A small folder in canonical form with the special cases of the format. */
public final class SampleFolder {

    static final String HASH = "pbkdf2_sha256$260000$salt$" + "A".repeat(43) + "=";

    private static final String ARGON2 = "{argon2}$argon2id$v=19$m=16384,t=2,p=1$c2FsdHNhbHQ$aGFzaGhhc2g";

    private static final String[] FILES = {
        "crews.csv",
        """
        id,name,permissions
        2,équipage-banque,payment.add payment.change payment.delete payment.validate
        10,"équipage, «radio»",
        nord,équipage-nord,payment.add
        """,
        "users.csv",
        """
        id,username,first_name,last_name,email,other_emails,unconfirmed_emails,phone,address,language,staff,superuser,active,password
        1,alice,Alice,d'Été,alice@example.org,a.lice@example.org zoé@exämple.org,a.lice@example.org, 06 39 98 00 01 ,"12 rue ""Haute""\r\n31000 Toulouse
        France",fr,false,false,true,%s
        2,Bob,B🦉b,#Banque,,,,"+33,5",#9,en,true,true,true,"%s"
        007,carol,,,,,,,,fr,false,false,false,
        7,dave,,,,,,,,fr,false,false,true,
        10,erin,,,,,,,,fr,false,false,true,
        B-2,frank,,,,,,,,fr,false,false,true,
        a 1,grace,,,,,,,,fr,false,false,true,
        é,heidi,,,,,,,,fr,false,false,true,
        """.formatted(HASH, ARGON2),
        "crew_members.csv",
        """
        crew_id,user_id
        2,1
        2,B-2
        10,1
        nord,1
        """,
        "organisations.csv",
        """
        id,name,description,email,phone,address
        1,Les  Pins,"une ligne
        une autre",pins@example.org,,
        """,
        "organisation_users.csv",
        "organisation_id,user_id\n1,2\n1,10\n",
        "members.csv",
        """
        id,number,holder,holder_id
        1,3,user,1
        2,1,organisation,1
        """,
        "memberships.csv",
        """
        member_id,joined,left
        1,2018-01-01,2019-05-01
        1,2020-02-29,
        2,2019-01-01,2024-01-01
        """,
        "fees.csv",
        """
        id,member_id,amount,method,start,end,date,validated,note
        1,1,30.00,cheque,2020-02-29,2021-03-01,,true,"reçu, merci"
        2,1,0.01,free,2021-03-01,,2021-03-05,false,
        """,
        "service_types.csv",
        """
        id,name,crew_id,usual_amount,usual_period,internet_access,offered
        1,Abo Nord,nord,28.00,1,true,true
        2,VM,,,,false,false
        """,
        "services.csv",
        """
        id,type_id,label,start,end,notes
        1,1,maison,2020-03-01,,
        2,2,,,,tab\there
        """,
        "holdings.csv",
        """
        id,service_id,member_id,start,end,known_since,end_known_since
        1,1,2,2020-03-01,2021-01-01,2020-03-02T08:00:00Z,2021-01-05T09:30:00.5Z
        2,1,1,2021-02-01,,2021-01-05T09:30:00.5Z,
        """,
        "payments.csv",
        """
        id,service_id,holding_id,amount,method,period,start,end,validated,note
        1,1,1,28.00,standing_order,1,2020-03-01,2021-01-01,true,
        2,1,2,99999999.99,transfer,12,2021-02-01,,false,
        3,2,,5.00,cash,0,2021-02-01,,false,
        """,
        "prefixes.csv",
        """
        prefix,description,kind,part_length,sparse,keeps_edges,warn_percent,rest_days
        9.0.0.0/8,,reserved,,false,true,,
        10.0.0.0/8,infrastructure,own,,false,true,,
        10.0.0.0/9,,pool,32,false,false,90,30
        ::1:0/112,,pool,,false,true,,
        2001:db8::/32,membres,pool,56,true,true,,
        """,
        "allocations.csv",
        """
        id,service_id,address,from,to,known_since,end_known_since
        1,1,192.0.2.7,2020-03-01T08:00:00Z,2020-04-01T08:00:00.5Z,2020-03-02T08:00:00Z,2020-04-01T09:00:00Z
        2,2,192.0.2.7,2020-04-01T08:00:00.5Z,,2020-04-01T09:00:00Z,
        3,1,2001:db8:0:100::/56,2020-03-01T08:00:00.123456Z,,2020-03-01T08:00:00.2Z,
        """
    };

    private SampleFolder() {}

    public static Map<String, String> folder() {
        var files = new LinkedHashMap<String, String>();
        for (int i = 0; i < FILES.length; i += 2) {
            files.put(FILES[i], FILES[i + 1]);
        }
        return files;
    }
}
