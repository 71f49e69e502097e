package pairs;
import java.io.*;
import java.util.*;
import java.net.*;
import java.sql.*;
import java.security.*;
import javax.crypto.*;
import javax.crypto.spec.*;
import javax.servlet.http.*;
public class SecretsAndSettings {
    void bad319() throws Exception {
        PasswordAuthentication credentials = new PasswordAuthentication("user", "AP@ssw0rd".toCharArray()); // finds hard-coded-password
        String password = new String(credentials.getPassword());
        Socket s = null; PrintWriter w = null;
        try { s = new Socket("remote_host", 1337); w = new PrintWriter(s.getOutputStream(), true);
            w.println(password); } // finds secret-sent-in-the-clear
        finally { w.close(); s.close(); }
    }
    void bad319url(char[] pw) throws Exception {
        PasswordAuthentication credentials = new PasswordAuthentication("user", pw);
        String password = new String(credentials.getPassword());
        URL u = new URL("http://example.org/?pw=" + password); // finds secret-in-address
    }
    void bad315(HttpServletResponse response, char[] pw) throws Exception {
        PasswordAuthentication credentials = new PasswordAuthentication("user", pw);
        String data = credentials.getUserName() + ":" + (new String(credentials.getPassword()));
        response.addCookie(new Cookie("auth", data)); // finds cookie-readable-by-script, insecure-cookie, sensitive-data-in-storage
    }
    void bad134(HttpServletRequest r) { String data = r.getParameter("x"); if (data != null) { System.out.format(data); } } // finds format-string
    void bad134b(HttpServletRequest r) { String data = r.getParameter("x"); if (data != null) { System.out.printf(data); } } // finds format-string
    void bad134c(HttpServletRequest r) { String data = r.getParameter("x"); if (data != null) { System.out.println(String.format(Locale.ENGLISH, data)); } } // finds format-string
    void good134(HttpServletRequest r) { String data = r.getParameter("x"); if (data != null) { System.out.format("%s%n", data); } }
    void bad759() throws Exception { MessageDigest h = MessageDigest.getInstance("SHA-512"); byte[] v = h.digest("hash me".getBytes("UTF-8")); System.out.println(v); } // finds hash-without-salt
    void bad760() throws Exception { MessageDigest h = MessageDigest.getInstance("SHA-512"); h.update("salt".getBytes("UTF-8")); byte[] v = h.digest("hash me".getBytes("UTF-8")); System.out.println(v); } // finds constant-salt
    void good760() throws Exception { MessageDigest h = MessageDigest.getInstance("SHA-512"); SecureRandom p = new SecureRandom(); h.update(p.generateSeed(16)); byte[] v = h.digest("hash me".getBytes("UTF-8")); System.out.println(v); }
    void bad328() throws Exception { MessageDigest h = MessageDigest.getInstance("MD5"); } // finds weak-hash
    void bad327() throws Exception { KeyGenerator kg = KeyGenerator.getInstance("DES"); SecretKey k = kg.generateKey(); } // finds weak-cipher
    void bad336() throws Exception { SecureRandom r = new SecureRandom(); r.setSeed(new byte[] {1,2,3}); System.out.println(r.nextInt()); } // finds predictable-seed
    void bad326() throws Exception { KeyPairGenerator g = KeyPairGenerator.getInstance("RSA"); g.initialize(512); } // finds short-key
    void bad329() throws Exception { byte[] iv = {0,1,2,3}; IvParameterSpec s = new IvParameterSpec(iv); } // finds constant-iv
    void bad256() throws Exception { Properties p = new Properties(); FileInputStream in = new FileInputStream("config.properties"); try { p.load(in); } finally { in.close(); } String pw = p.getProperty("password");
        Connection c = DriverManager.getConnection("url", "root", pw); c.close(); } // finds password-stored-in-the-clear, resource-closed-on-success-only
    void bad114(HttpServletRequest r) { System.loadLibrary(r.getParameter("lib")); } // finds library-load
    void bad427(HttpServletRequest r) throws IOException { Runtime.getRuntime().exec("mycmd", new String[] {"PATH=" + r.getParameter("p")}); } // finds command-injection
    void bad470() throws Exception { String d = System.getenv("ADD"); Class<?> c = Class.forName(d); Object o = c.newInstance(); } // finds unsafe-reflection
    void bad15() throws Exception { String d = System.getenv("ADD"); Connection c = DriverManager.getConnection("u","r", System.console().readPassword().toString()); c.setCatalog(d); c.close(); } // finds external-control-of-setting, resource-closed-on-success-only
    void bad539(HttpServletResponse response) { Cookie c = new Cookie("a", "b"); c.setMaxAge(60*60*24*365*10); c.setSecure(true); c.setHttpOnly(true); response.addCookie(c); } // finds persistent-cookie
    void bad613(HttpServletRequest r) { r.getSession(true).setMaxInactiveInterval(-1); } // finds endless-session
    void bad338() { System.out.println(new Random().nextInt(6)); } // finds insecure-random
    void bad338b() { System.out.println(Math.random()); } // finds insecure-random
    void bad526(HttpServletResponse response) throws IOException { response.getWriter().println("Not in path: " + System.getenv("PATH")); } // finds cross-site-scripting, environment-in-response
    void bad321(byte[] x) throws Exception { String data = "23 ~j;asn!@#/>as"; Cipher a = Cipher.getInstance("AES/CBC/PKCS5Padding"); a.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(data.getBytes("UTF-8"), "AES")); System.out.println(a.doFinal(x)); } // finds hard-coded-key
    void bad601(HttpServletRequest r, HttpServletResponse response) throws Exception { String data = r.getParameter("n"); if (data != null) { URI uri; try { uri = new URI(data); } catch (URISyntaxException e) { return; } response.sendRedirect(data); } } // finds open-redirect
    void bad89() throws Exception { Socket s = new Socket("h", 1); String data = new BufferedReader(new InputStreamReader(s.getInputStream())).readLine(); Connection c = null; try { c = get(); Statement st = c.createStatement(); Boolean ok = st.execute("insert into users (status) values ('updated') where name='"+data+"'"); System.out.println(ok); } finally { c.close(); } } // finds resource-left-open, sql-injection
    Connection get() throws SQLException { return DriverManager.getConnection("x"); }
    void bad113(HttpServletResponse response) throws Exception { String data = System.getenv("A"); if (data != null) { response.setHeader("Location", "/author.jsp?lang=" + data); response.addHeader("X", data); } } // finds header-injection
    void bad643() throws Exception { String data = System.getProperty("u"); javax.xml.xpath.XPath xp = javax.xml.xpath.XPathFactory.newInstance().newXPath(); String[] tokens = data.split("||"); String u = tokens[0]; String p = tokens[1]; String q = "//users/user[name/text()='" + u + "' and pass/text()='" + p + "']" + "/secret/text()"; String sec = (String) xp.evaluate(q, new org.xml.sax.InputSource("x"), javax.xml.xpath.XPathConstants.STRING); } // finds unchecked-null-result, xpath-injection
    void bad90() throws Exception { String data = System.getenv("A"); Hashtable<String,String> env = new Hashtable<String,String>(); javax.naming.directory.DirContext dc = new javax.naming.directory.InitialDirContext(env); String search = "(cn=" + data + ")"; javax.naming.NamingEnumeration<javax.naming.directory.SearchResult> a = dc.search("", search, null); } // finds ldap-injection
    void bad23() throws Exception { String data = System.getProperty("u"); String root = "C:\\uploads\\"; File file = new File(root + data); FileInputStream in = null; try { in = new FileInputStream(file); in.read(); } finally { in.close(); } } // finds path-traversal
    void bad78() throws Exception { String data = System.getenv("A"); Process p = Runtime.getRuntime().exec("/bin/ls " + data); p.waitFor(); } // finds command-injection
    void bad80(HttpServletRequest r, HttpServletResponse response) throws Exception { String data = r.getParameter("n"); if (data != null) { response.getWriter().println("<br>bad(): data = " + data); } } // finds cross-site-scripting
    void bad81(HttpServletRequest r, HttpServletResponse response) throws Exception { String data = r.getParameter("n"); if (data != null) { response.sendError(404, "<br>bad() - Parameter name has value " + data); } } // finds cross-site-scripting-error-page
    void bad83(HttpServletRequest r, HttpServletResponse response) throws Exception { String data = r.getParameter("n"); if (data != null) { response.getWriter().println("<br>bad() - <img src=\"" + data + "\">"); } } // finds cross-site-scripting
    void bad789() { int data = new SecureRandom().nextInt(); HashSet<Integer> s = new HashSet<Integer>(data); System.out.println(s); } // finds uncontrolled-allocation
}
