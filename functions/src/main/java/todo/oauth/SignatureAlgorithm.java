package todo.oauth;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Optional;

/// The accepted signatures of ID tokens. There is none without a key, nor any with a key that is not public.
enum SignatureAlgorithm {
    RS256("RSA", "SHA256withRSA"),
    ES256("EC", "SHA256withECDSAinP1363Format");

    private final String keyType;
    private final String jcaName;

    SignatureAlgorithm(String keyType, String jcaName) {
        this.keyType = keyType;
        this.jcaName = jcaName;
    }

    static Optional<SignatureAlgorithm> named(String name) {
        return Arrays.stream(values()).filter(it -> it.name().equals(name)).findFirst();
    }

    /// Returns the `kty` of its keys.
    String keyType() {
        return keyType;
    }

    boolean verify(PublicKey key, byte[] signed, byte[] signature) {
        try {
            var verifier = Signature.getInstance(jcaName);
            verifier.initVerify(key);
            verifier.update(signed);
            return verifier.verify(signature);
        } catch (GeneralSecurityException _) { // the signature is malformed
            return false;
        }
    }
}
