import java.io.*;
import java.net.URL;

class ResourceOfTheProgram {
    void bad(URL place) throws Exception {
        String name = new BufferedReader(new InputStreamReader(place.openStream())).readLine();
        new FileInputStream("/data/" + name).close(); // finds path-traversal
    }

    void good(ClassLoader loader) throws Exception {
        URL place = loader.getResource("names.txt");
        String name = new BufferedReader(new InputStreamReader(place.openStream())).readLine();
        new FileInputStream("/data/" + name).close();
    }

    void badConnection(URL place) throws Exception {
        String name = new BufferedReader(new InputStreamReader(place.openConnection().getInputStream())).readLine();
        new FileInputStream("/data/" + name).close(); // finds path-traversal
    }

    void goodConnection(javax.servlet.ServletContext context) throws Exception {
        URL place = context.getResource("/names.txt");
        String name = new BufferedReader(new InputStreamReader(place.openConnection().getInputStream())).readLine();
        new FileInputStream("/data/" + name).close();
    }

    void badAddress(javax.servlet.http.HttpServletRequest request) throws Exception {
        new URL(request.getParameter("place")).openStream(); // finds server-side-request-forgery
    }

    void goodAddress(javax.servlet.http.HttpServletRequest request) throws Exception {
        getClass().getResource("/texts/" + request.getParameter("place")).openStream();
    }

    void badArchive(URL archive) throws Exception {
        String name = new BufferedReader(new InputStreamReader(archive.openStream())).readLine();
        new FileInputStream("/data/" + name).close(); // finds path-traversal
    }

    void goodArchive(URL archive) throws Exception {
        URL place = new java.net.URLClassLoader(new URL[] { archive }).findResource("names.txt");
        String name = new BufferedReader(new InputStreamReader(place.openStream())).readLine();
        new FileInputStream("/data/" + name).close();
    }

    void badPath(javax.servlet.http.HttpServletRequest request) throws Exception {
        new FileInputStream("/data/" + request.getPathInfo()).close(); // finds path-traversal
    }

    void goodPath(javax.servlet.http.HttpServletRequest request) throws Exception {
        new FileInputStream("/data/" + request.getServletPath()).close();
    }
}
