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

    void badCheck(java.util.zip.ZipInputStream zip, java.io.File folder) throws Exception {
        java.io.File target = new java.io.File(folder, zip.getNextEntry().getName()); // finds path-traversal
        if (!target.getPath().startsWith(folder.getPath() + java.io.File.separator)) throw new SecurityException();
        new java.io.FileOutputStream(target).close();
    }

    void goodCheck(java.util.zip.ZipInputStream zip, java.io.File folder) throws Exception {
        java.io.File target = new java.io.File(folder, zip.getNextEntry().getName());
        if (!target.getCanonicalPath().startsWith(folder.getCanonicalPath() + java.io.File.separator)) throw new SecurityException();
        new java.io.FileOutputStream(target).close();
    }

    void badWarning(java.util.zip.ZipInputStream zip, java.io.File folder) throws Exception {
        java.io.File target = new java.io.File(folder, zip.getNextEntry().getName()); // finds path-traversal
        if (!target.getCanonicalPath().startsWith(folder.getCanonicalPath() + java.io.File.separator)) warn();
        new java.io.FileOutputStream(target).close();
    }

    void goodHelper(java.util.zip.ZipInputStream zip, java.io.File folder) throws Exception {
        java.io.File target = new java.io.File(folder, zip.getNextEntry().getName());
        if (!isInside(folder, target)) warn();
        else new java.io.FileOutputStream(target).close();
    }

    boolean isInside(java.io.File folder, java.io.File target) throws Exception {
        return target.getCanonicalPath().startsWith(folder.getCanonicalPath() + java.io.File.separator);
    }

    void warn() {
    }
}
