import java.util.logging.Logger;

class LocalDataInLogs {
    static final Logger LOG = Logger.getLogger("app");

    void bad() {
        LOG.info("name: " + System.console().readLine()); // finds log-of-local-data
    }

    void good() {
        LOG.info("name: " + System.console().readLine().replaceAll("[\\r\\n]", "_"));
    }
}
