package pairs;
import java.io.*;
import java.net.*;
import java.security.SecureRandom;
import java.util.*;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import javax.servlet.http.*;

/** What a program does behind the back of those who run it. */
public class HiddenActs {
    private int visits;

    public void badLot() throws IOException {
        if (new SecureRandom().nextInt() == 20000) { // finds logic-bomb
            Runtime.getRuntime().exec("/opt/wipe");
        }
    }
    public void goodLot() { if (new SecureRandom().nextInt() == 20000) { System.out.println("You have won."); } }

    public void badDay() throws IOException {
        Date now = new Date();
        Date day = new GregorianCalendar(2031, 1, 1).getTime();
        if (now.after(day)) { // finds logic-bomb
            new File("/srv/data").delete();
        }
    }
    public void goodDay(File cache, long age) { if (System.currentTimeMillis() - cache.lastModified() > age) { cache.delete(); } }
    public void goodDayTold() { if (new Date().after(new GregorianCalendar(2031, 1, 1).getTime())) { System.out.println("Please renew your licence."); } }

    public void badCount() throws IOException {
        visits++;
        if (visits == 5000) { // finds logic-bomb
            Runtime.getRuntime().exec("/opt/wipe");
        }
    }
    public void goodCount(int wanted) throws IOException { if (wanted == 5000) { Runtime.getRuntime().exec("/opt/report"); } }

    public void badPeer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getRemoteAddr().equals("192.168.30.12")) { response.getWriter().println("Welcome, admin"); } // finds hidden-door
    }
    public void goodPeer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getRemoteAddr().equals("127.0.0.1")) { response.getWriter().println("Welcome"); }
    }
    public void badSocket(ServerSocket server) throws IOException {
        Socket peer = server.accept();
        if ("10.1.2.3".equals(peer.getInetAddress().getHostAddress())) { peer.getOutputStream().write(1); } // finds hidden-door
    }
    public void badAccount(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if ("joshua".equals(request.getParameter("user"))) { response.getWriter().println("Welcome, admin"); } // finds account-in-code
    }
    public void goodAccount(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if ("list".equals(request.getParameter("action"))) { response.getWriter().println("none"); }
    }

    public void badEncoded() throws IOException {
        String text = new String(Base64.getDecoder().decode("L29wdC93aXBl"), "UTF-8");
        Runtime.getRuntime().exec(text); // finds hidden-command
    }
    public void goodEncoded() throws IOException {
        String text = new String(Base64.getDecoder().decode("L29wdC93aXBl"), "UTF-8");
        System.out.println(text);
        Runtime.getRuntime().exec("/opt/report");
    }
    public void badEncrypted(byte[] key) throws Exception {
        byte[] kept = { 4, 8, 15, 16, 23, 42 };
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"));
        Runtime.getRuntime().exec(new String(cipher.doFinal(kept), "UTF-8")); // finds hidden-command
    }

    public void badDay() throws IOException {
        Calendar now = Calendar.getInstance();
        if (now.get(Calendar.MONTH) == 3 && now.get(Calendar.DATE) == 1) { // finds logic-bomb
            Runtime.getRuntime().exec("/opt/wipe");
        }
        if (now.get(Calendar.MONTH) == 0 && now.get(Calendar.DATE) == 1) {
            new File("/var/log/shop/last-year").delete();
        }
    }
    public void goodDay() throws IOException {
        Calendar now = Calendar.getInstance();
        if (now.get(Calendar.MONTH) == 3 && now.get(Calendar.DATE) == 1) {
            System.out.println("/opt/wipe");
        }
    }
}
