package org.imprimatur.standalone.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Free ports of the loopback address. */
public final class Ports {

    private Ports() {}

    /** So many ports that were free a moment ago, each another one. */
    public static List<Integer> free(int count) {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int at = 0; at < count; at++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } catch (IOException e) {
            throw new Trouble("no free port on this machine: end some programs and start again", e);
        } finally {
            held.forEach(Ports::close);
        }
    }

    /** @throws Trouble when somebody else has it */
    public static int wanted(int port, String forWhat) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return port;
        } catch (IOException e) {
            throw new Trouble(
                    "port %d is taken and %s needs it: end the other program, or choose another with IMPRIMATUR_PORT=…"
                            .formatted(port, forWhat),
                    e);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new Trouble("a port could not be given back: " + e.getMessage(), e);
        }
    }
}
