package org.jadhere.mail;

import java.nio.file.Path;
import org.jadhere.association.Associations;
import org.jadhere.web.Deployment;
import org.jadhere.web.Site;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.util.StringUtils;

/** The mail server of the settings; a folder instead, where letters are only to be looked at; or none. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
class Outlets {

    private final MailSettings settings;
    private final ObjectProvider<JavaMailSender> server;

    Outlets(MailSettings settings, ObjectProvider<JavaMailSender> server) {
        this.settings = settings;
        this.server = server;
    }

    @Bean
    Outlet outlet(Associations associations, Site site, Deployment deployment) {
        return of(new AssociationLetterhead(settings.from(), deployment.letterPrefix(), associations, site));
    }

    @Bean
    DirectMail directMail(Site site, Deployment deployment) {
        return new DirectMail(of(new ServerLetterhead(settings.serverSender(), deployment.errorPrefix(), site)));
    }

    private Outlet of(Letterhead letterhead) {
        return settings.folder().isEmpty()
                ? new SmtpOutlet(Neighbour.believed(server()), letterhead)
                : new FolderOutlet(Path.of(settings.folder()), letterhead);
    }

    /** A start that the build has prepared has a sender even where the settings name no host. */
    private @Nullable JavaMailSender server() {
        var sender = server.getIfAvailable();
        return sender instanceof JavaMailSenderImpl smtp && !StringUtils.hasText(smtp.getHost()) ? null : sender;
    }
}
