package org.jadhere.platform.server;

import org.apache.coyote.http11.Http11NioProtocol;

/** HTTP on a Unix socket. Tomcat instantiates it by its class name. */
public final class UnixSocketProtocol extends Http11NioProtocol {

    public UnixSocketProtocol() {
        super(new UnixSocketEndpoint());
    }
}
