import javax.servlet.http.*;
import java.util.*;

class RuleZipSlip {
    void bad(java.util.zip.ZipInputStream zip, java.io.File folder) throws Exception {
        java.util.zip.ZipEntry entry = zip.getNextEntry();
        java.io.File target = new java.io.File(folder, entry.getName()); // finds path-traversal
        target.createNewFile();
    }

    void good(java.util.zip.ZipInputStream zip, java.io.File folder) throws Exception {
        java.util.zip.ZipEntry entry = zip.getNextEntry();
        java.io.File target = new java.io.File(folder, "entry");
        target.createNewFile();
    }
}
