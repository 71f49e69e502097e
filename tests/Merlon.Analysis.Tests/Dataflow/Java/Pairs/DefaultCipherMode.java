import javax.crypto.Cipher;

class DefaultCipherMode {
    void bad() throws Exception {
        Cipher.getInstance("AES"); // finds default-cipher-mode
    }

    void good() throws Exception {
        Cipher.getInstance("AES/GCM/NoPadding");
    }
}
