import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;

class PaddingOfRsa {
    Cipher bad() throws Exception {
        return Cipher.getInstance("RSA/ECB/PKCS1Padding"); // finds rsa-without-oaep
    }

    Cipher badByDefault() throws Exception {
        return Cipher.getInstance("RSA"); // finds rsa-without-oaep
    }

    Cipher good() throws Exception {
        return Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
    }

    SecretKey badLength() throws Exception {
        return KeyGenerator.getInstance("AES").generateKey(); // finds default-key-length
    }

    SecretKey goodLengthOfTheHash() throws Exception {
        return KeyGenerator.getInstance("HmacSHA256").generateKey();
    }
}
