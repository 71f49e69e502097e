import java.io.*;
import java.util.*;
import javax.servlet.http.*;

class GuardOfReturn {
    final File root = new File("/data");

    void bad(HttpServletRequest request) throws Exception {
        File file = unconfined(request.getParameter("name"));
        if (file != null) new FileInputStream(file).close();
    }

    File unconfined(String name) throws IOException {
        File file = new File(root, name).getCanonicalFile(); // finds path-traversal
        if (!file.getPath().endsWith(".txt")) return null;
        return file;
    }

    void good(HttpServletRequest request) throws Exception {
        File file = confined(request.getParameter("name"));
        if (file != null) new FileInputStream(file).close();
    }

    File confined(String name) throws IOException {
        File file = new File(root, name).getCanonicalFile();
        if (!file.toPath().startsWith(root.toPath())) return null;
        return file;
    }

    void badChoice(HttpServletRequest request) throws Exception {
        String path = new File(root, request.getParameter("name")).getCanonicalPath(), chosen = path; // finds path-traversal
        if (path.startsWith("/data/")) chosen = path;
        new FileInputStream(chosen).close(); // finds path-traversal
    }

    void goodChoice(HttpServletRequest request) throws Exception {
        String path = new File(root, request.getParameter("name")).getCanonicalPath(), chosen = "/data/default";
        if (path.startsWith("/data/")) chosen = path;
        new FileInputStream(chosen).close();
    }

    void badList(HttpServletRequest request) throws Exception {
        String path = new File(root, request.getParameter("name")).getCanonicalPath(); // finds path-traversal
        List<String> paths = new ArrayList<>();
        if (path.startsWith("/data/")) System.out.println("within");
        paths.add(path);
        for (String each : paths) new FileInputStream(each).close(); // finds path-traversal
    }

    void goodList(HttpServletRequest request) throws Exception {
        String path = new File(root, request.getParameter("name")).getCanonicalPath();
        List<String> paths = new ArrayList<>();
        if (path.startsWith("/data/")) paths.add(path);
        for (String each : paths) new FileInputStream(each).close();
    }

    void badAnswer(HttpServletRequest request) throws Exception {
        String path = new File(root, request.getParameter("name")).getCanonicalPath(); // finds path-traversal
        if (isLong(path)) new FileInputStream(path).close(); // finds path-traversal
    }

    static boolean isLong(String path) {
        if (path.equals("/")) return false;
        return path.length() > 10 && path.endsWith("/data/");
    }

    void goodAnswer(HttpServletRequest request) throws Exception {
        String path = new File(root, request.getParameter("name")).getCanonicalPath();
        if (isWithin(path)) new FileInputStream(path).close();
    }

    static boolean isWithin(String path) {
        if (path.equals("/data")) return true;
        return path.startsWith("/data/");
    }

    interface Places {
        boolean holds(String path, String folder);
    }

    static class Exact implements Places {
        public boolean holds(String path, String folder) {
            if (!path.startsWith(folder)) return false;
            return path.length() == folder.length() || path.charAt(folder.length()) == '/';
        }
    }

    static class Plain implements Places {
        public boolean holds(String path, String folder) { return path.startsWith(folder); }
    }

    interface Names {
        boolean holds(String path, String folder);
    }

    static class First implements Names {
        public boolean holds(String path, String folder) { return path.startsWith(folder); }
    }

    static class Second implements Names {
        public boolean holds(String path, String folder) { return path.endsWith(folder); }
    }

    void badOneOfTwo(HttpServletRequest request, Names names) throws Exception {
        String path = new File(root, request.getParameter("name")).getCanonicalPath(); // finds path-traversal
        if (names.holds(path, "/data")) new FileInputStream(path).close(); // finds path-traversal
    }

    void goodBoth(HttpServletRequest request, Places places) throws Exception {
        String path = new File(root, request.getParameter("name")).getCanonicalPath();
        if (places.holds(path, "/data")) new FileInputStream(path).close();
    }
}
