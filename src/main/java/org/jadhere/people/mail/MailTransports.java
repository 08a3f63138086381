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

/** Creates the transports from the settings: a mail server, a folder instead of one, or none. */
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
    MailTransport mailTransport(Associations associations, Site site, Deployment deployment) {
        return of(new AssociationMailSender(settings.from(), deployment.notificationPrefix(), associations, site));
    }

    @Bean
    ImmediateMail immediateMail(Site site, Deployment deployment) {
        return new ImmediateMail(of(new ServerMailSender(settings.serverSender(), deployment.errorPrefix(), site)));
    }

    private MailTransport of(MailSender sender) {
        return settings.folder().isEmpty()
                ? new SmtpTransport(LocalMailServer.withoutCertificateCheck(server()), sender)
                : new FolderTransport(Path.of(settings.folder()), sender);
    }

    /** With Spring's ahead-of-time processing the bean exists even if the settings name no host. */
    private @Nullable JavaMailSender server() {
        var sender = server.getIfAvailable();
        return sender instanceof JavaMailSenderImpl smtp && !StringUtils.hasText(smtp.getHost()) ? null : sender;
    }
}
