import java.io.*;

class SerializedCommand {
    static class Bad implements Serializable {
        private String command;

        private void readObject(ObjectInputStream stream) throws Exception {
            stream.defaultReadObject();
            Runtime.getRuntime().exec(command); // finds command-injection
        }
    }

    static class Good implements Serializable {
        private static String command = "date";

        private void readObject(ObjectInputStream stream) throws Exception {
            stream.defaultReadObject();
            Runtime.getRuntime().exec(command);
        }
    }
}
