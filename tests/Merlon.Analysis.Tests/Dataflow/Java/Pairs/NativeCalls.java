package pairs;
import java.io.*;

/** Native code has no bounds of its own. */
public class NativeCalls {
    private native int draw(int size);
    private native void say(String text);

    public void bad() throws IOException {
        String text = new BufferedReader(new InputStreamReader(System.in)).readLine();
        if (text != null) {
            say(text); // finds unchecked-native-call
            int size = Integer.parseInt(text);
            draw(size); // finds unchecked-native-call
        }
    }
    public void good() throws IOException {
        String text = new BufferedReader(new InputStreamReader(System.in)).readLine();
        if (text != null) {
            say("welcome");
            int size = Integer.parseInt(text);
            if (size >= 0 && size < 100) draw(size);
        }
    }
}
