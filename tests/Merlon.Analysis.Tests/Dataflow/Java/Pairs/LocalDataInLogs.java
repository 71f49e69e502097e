import java.util.logging.Logger;

class LocalDataInLogs {
    static final Logger LOG = Logger.getLogger("app");

    void bad() {
        LOG.info("name: " + System.getenv("NAME")); // finds log-of-local-data
    }

    void good() {
        LOG.info("name: " + System.getenv("NAME").replaceAll("[\\r\\n]", "_"));
    }
}
