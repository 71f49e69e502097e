import java.io.IOException;
import java.net.ServerSocket;

class SocketsOfOnePort {
    void bad() throws IOException {
        ServerSocket first = null, second = null;
        first = new ServerSocket(15000);
        second = new ServerSocket(15000); // finds port-bound-twice
        System.out.println(first.isBound() && second.isBound());
    }

    void good() throws IOException {
        ServerSocket first = null, second = null;
        first = new ServerSocket(15000);
        second = new ServerSocket(15001);
        System.out.println(first.isBound() && second.isBound());
    }
}
