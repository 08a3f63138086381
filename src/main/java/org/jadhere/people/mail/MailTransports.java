package org.jadhere.people.mail;

import java.nio.file.Path;
import org.jadhere.people.association.Associations;
import org.jadhere.platform.site.Deployment;
import org.jadhere.platform.site.Site;
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
class MailTransports {

    private final MailSettings settings;
    private final ObjectProvider<JavaMailSender> server;

    MailTransports(MailSettings settings, ObjectProvider<JavaMailSender> server) {
        this.settings = settings;
        this.server = server;
    }

    @Bean
    MailTransport outlet(Associations associations, Site site, Deployment deployment) {
        return of(new AssociationMailSender(settings.from(), deployment.notificationPrefix(), associations, site));
    }

    @Bean
    ImmediateMail directMail(Site site, Deployment deployment) {
        return new ImmediateMail(of(new ServerMailSender(settings.serverSender(), deployment.errorPrefix(), site)));
    }

    private MailTransport of(MailSender letterhead) {
        return settings.folder().isEmpty()
                ? new SmtpTransport(LocalMailServer.believed(server()), letterhead)
                : new FolderTransport(Path.of(settings.folder()), letterhead);
    }

    /** A start that the build has prepared has a sender even where the settings name no host. */
    private @Nullable JavaMailSender server() {
        var sender = server.getIfAvailable();
        return sender instanceof JavaMailSenderImpl smtp && !StringUtils.hasText(smtp.getHost()) ? null : sender;
    }
}
