import javax.crypto.Cipher;

class DefaultCipherMode {
    void bad() throws Exception {
        Cipher.getInstance("AES"); // finds weak-cipher
    }

    void good() throws Exception {
        Cipher.getInstance("AES/GCM/NoPadding");
    }
}
