package org.jadhere.server;

import org.apache.coyote.http11.Http11NioProtocol;

/** HTTP on a Unix socket. Tomcat makes it by its name. */
public final class SocketProtocol extends Http11NioProtocol {

    public SocketProtocol() {
        super(new SocketEndpoint());
    }
}
