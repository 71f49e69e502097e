package shop;

import java.security.MessageDigest;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

@Component
class Configured {
    @Value("${files.digest}") private String digest;
    @Value("${files.safe-digest}") private String safeDigest;
    @Value("${files.size}") private int size;
    @Value("${files.unset:MD5}") private String unset;
    @Value("${files.digest:SHA-256}") private String set;
    @Value("${files.safe-digest:MD5}") private String safelySet;
    @Value("${files.later}") private String later;
    @ConfigProperty(name = "files.old", defaultValue = "SHA-256") private String old;
    @ConfigProperty(name = "files.safe", defaultValue = "MD5") private String safe;

    private final Environment environment;
    private final String given, safelyGiven;

    Configured(Environment environment, @Value("${files.old}") String given, @Value("${files.safe}") String safelyGiven) {
        this.environment = environment;
        this.given = given;
        this.safelyGiven = safelyGiven;
    }

    byte[] badField(byte[] data) throws Exception { return MessageDigest.getInstance(digest).digest(data); } // finds weak-hash
    byte[] goodField(byte[] data) throws Exception { return MessageDigest.getInstance(safeDigest).digest(data); }

    byte[] badDefault(byte[] data) throws Exception { return MessageDigest.getInstance(unset).digest(data); } // finds weak-hash
    byte[] goodDefault(byte[] data) throws Exception { return MessageDigest.getInstance(safelySet).digest(data); }

    byte[] badSet(byte[] data) throws Exception { return MessageDigest.getInstance(set).digest(data); } // finds weak-hash
    byte[] goodProfile(byte[] data) throws Exception { return MessageDigest.getInstance(later).digest(data); }

    byte[] badProperty(byte[] data) throws Exception { return MessageDigest.getInstance(old).digest(data); } // finds weak-hash
    byte[] goodProperty(byte[] data) throws Exception { return MessageDigest.getInstance(safe).digest(data); }

    byte[] badParameter(byte[] data) throws Exception { return MessageDigest.getInstance(given).digest(data); } // finds weak-hash
    byte[] goodParameter(byte[] data) throws Exception { return MessageDigest.getInstance(safelyGiven).digest(data); }

    byte[] badAsked(byte[] data) throws Exception { return MessageDigest.getInstance(environment.getProperty("mail.digest")).digest(data); } // finds weak-hash
    byte[] goodAsked(byte[] data) throws Exception { return MessageDigest.getInstance(environment.getProperty("mail.unknown", "SHA-256")).digest(data); }

    // What a setting says today closes no branch: whoever runs the application can change it.
    byte[] badBranch(byte[] data) throws Exception {
        if (!digest.equals("MD5")) return MessageDigest.getInstance("MD2").digest(data); // finds weak-hash
        return data;
    }

    int goodNumber() { return size; }
}

@ConfigurationProperties(prefix = "files")
class FileProperties {
    private String digest;
    private String safeDigest = "SHA-256";

    void setDigest(String digest) { this.digest = digest; }

    byte[] bad(byte[] data) throws Exception { return MessageDigest.getInstance(digest).digest(data); } // finds weak-hash
    byte[] good(byte[] data) throws Exception { return MessageDigest.getInstance(safeDigest).digest(data); }
}
