package org.jadhere.mail;

import java.nio.file.Path;
import org.jadhere.association.Associations;
import org.jadhere.web.Site;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/** The mail server of the settings; a folder instead, where letters are only to be looked at; or none. */
@Configuration(proxyBeanMethods = false)
class Outlets {

    @Bean
    Outlet outlet(
            @Value("${jadhere.mail.folder:}") String folder,
            @Value("${jadhere.mail.from:}") String from,
            ObjectProvider<JavaMailSender> server,
            Associations associations,
            Site site) {
        var letterhead = new Letterhead(from, associations, site);
        return folder.isEmpty()
                ? new SmtpOutlet(server.getIfAvailable(), letterhead)
                : new FolderOutlet(Path.of(folder), letterhead);
    }
}
