import com.auth0.jwk.*;
import com.auth0.jwt.JWT;
import io.jsonwebtoken.*;
import java.net.URL;
import java.sql.*;
import javax.servlet.http.HttpServletRequest;

class RuleTokens {
    private final Connection connection;

    RuleTokens(Connection connection) {
        this.connection = connection;
    }

    String badKey(String user) {
        return Jwts.builder().setSubject(user).signWith(SignatureAlgorithm.HS512, "bm9ib2R5LWtub3dz").compact(); // finds hard-coded-key
    }

    String goodKey(String user, byte[] key) {
        return Jwts.builder().setSubject(user).signWith(SignatureAlgorithm.HS512, key).compact();
    }

    Object badUnsigned(String token, byte[] key) {
        return Jwts.parser().setSigningKey(key).parse(token).getBody(); // finds unsigned-token
    }

    Object goodUnsigned(String token, byte[] key) {
        return Jwts.parser().setSigningKey(key).parseClaimsJws(token).getBody();
    }

    Object goodBuilt(String token, byte[] key) {
        return Jwts.parser().setSigningKey(key).build().parse(token).getBody();
    }

    Object badResolver(String token) {
        return Jwts.parser().setSigningKeyResolver(new SigningKeyResolverAdapter() {
            @Override
            public byte[] resolveSigningKeyBytes(JwsHeader header, Claims claims) {
                try {
                    return connection.createStatement().executeQuery("select k from keys where id='" + header.get("kid") + "'").getBytes(1); // finds sql-injection
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        }).parseClaimsJws(token);
    }

    Object goodResolver(String token) {
        return Jwts.parser().setSigningKeyResolver(new SigningKeyResolverAdapter() {
            @Override
            public byte[] resolveSigningKeyBytes(JwsHeader header, Claims claims) {
                try {
                    PreparedStatement statement = connection.prepareStatement("select k from keys where id=?");
                    statement.setString(1, (String) header.get("kid"));
                    return statement.executeQuery().getBytes(1);
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        }).parseClaimsJws(token);
    }

    Object badAddress(HttpServletRequest request) throws Exception {
        return new JwkProviderBuilder(new URL(JWT.decode(request.getParameter("token")).getHeaderClaim("jku").asString())).build(); // finds server-side-request-forgery
    }

    Object goodAddress(HttpServletRequest request) throws Exception {
        return new JwkProviderBuilder(new URL("https://example.org/keys")).build();
    }
}
