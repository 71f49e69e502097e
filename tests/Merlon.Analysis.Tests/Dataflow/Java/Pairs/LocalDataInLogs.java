import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.logging.Logger;

class LocalDataInLogs {
    static final Logger LOG = Logger.getLogger("app");

    void bad() throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(System.in));
        LOG.info("name: " + reader.readLine()); // finds log-of-local-data
    }

    void good() throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(System.in));
        LOG.info("name: " + reader.readLine().replaceAll("[\\r\\n]", "_"));
    }
}
