using System.Text;

namespace Merlon.Analysis.Tests.Secrets;

/// <summary>Texts that look as if they had secrets and have none.</summary>
static class FalseExamples
{
    static readonly (string Path, string Form)[] Settings =
    [
        ("src/Main.java", "String {0} = \"{1}\";\n"), ("src/app.py", "{0} = '{1}'\n"), ("src/app.js", "const config = {{ {0}: '{1}' }};\n"), ("app.yaml", "{0}: {1}\n"), (".env", "{0}={1}\n"), ("config.json", "{{ \"{0}\": \"{1}\" }}\n"), ("main.tf", "{0} = \"{1}\"\n"), ("app.properties", "{0}={1}\n"),
    ];

    static readonly string[] Names = ["password", "api_key", "SECRET_KEY", "authToken", "db.password"];

    // What stands where a secret will be, or says where it is.
    static readonly string[] Placeholders =
    [
        "changeme", "change-me", "EXAMPLE", "your-api-key-here", "YOUR_API_KEY", "<your-token>", "<password>", "${DB_PASSWORD}", "{{ db_password }}", "$DB_PASSWORD", "%DB_PASSWORD%", "#{ENV['X']}", "xxxxxxxxxxxx", "XXXX-XXXX-XXXX", "********", "••••••••", "password", "secret", "placeholder", "REPLACE_ME",
        "insert_key_here", "dummy", "null", "none", "todo", "test", "example-token", "sample_secret_key", "my-secret-key", "mysecretpassword", "vault:secret/data/app#key", "op://vault/item/field", "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db", "ENC[AES256_GCM,data:abc,iv:def]",
        "!vault", "@Microsoft.KeyVault(SecretUri=https://kv/x)", "/run/secrets/db_password", "https://vault.acme.io/v1/secret", "redacted", "[REDACTED]", "not-a-real-key", "fake-token-for-tests", "1234567890", "abcdefghijklmnop", "0000000000000000", "aaaaaaaaaaaaaaaa", "0123456789abcdef0123456789abcdef",
        "deadbeefdeadbeefdeadbeefdeadbeef", "user_password", "access-token", "Authorization", "apiKey", "correct", "root", "admin", "postgres", "admin123", "password123", "test1234", "foobar", "string", "true", "undefined", "process.env.API_KEY", "os.environ['KEY']", "config.get('key')",
    ];

    public static IEnumerable<Example> All() => [.. OfPlaceholders(), .. OfDigests(), .. Hand()];

    static IEnumerable<Example> OfPlaceholders()
    {
        var turn = 0;
        foreach (var value in Placeholders)
        {
            for (var round = 0; round < 4; round++, turn++)
            {
                var ((path, form), name) = (Settings[turn % Settings.Length], Names[turn % Names.Length]);
                yield return new($"{name} = {value}", path, string.Format(form, name, value), null);
            }
        }
    }

    // Random, but nobody's secret.
    static IEnumerable<Example> OfDigests()
    {
        string[] names = ["sha256", "checksum", "commit", "etag", "integrity", "id", "request_id", "user_id", "uuid", "revision", "fingerprint", "md5", "digest", "public_key", "session_hash", "cache_id", "build", "trace_id", "password_hash", "content_hash", "client_id", "key_id", "nonce"];
        foreach (var name in names)
        {
            for (var round = 0; round < 4; round++)
            {
                var made = new Made($"{name}/{round}");
                var value = round switch { 0 => made.Hex(32), 1 => made.Hex(64), 2 => made.Uuid(), _ => made.Hex(40) };
                var (path, form) = Settings[(round + name.Length) % Settings.Length];
                yield return new($"{name} of a digest", path, string.Format(form, name, value), null);
            }
        }
    }

    static IEnumerable<Example> Hand()
    {
        var made = new Made("false");
        string Base(int length) => made.Of(Made.Base64, length);
        (string Path, string Text)[] all =
        [
            ("package-lock.json", $"\"integrity\": \"sha512-{Base(86)}==\",\n"), ("yarn.lock", $"  resolved \"https://registry.yarnpkg.com/token/-/token-1.0.0.tgz#{made.Hex(40)}\"\n  integrity sha512-{Base(86)}==\n"), ("go.sum", $"github.com/acme/token v1.2.3 h1:{Base(43)}=\n"), ("Cargo.lock", $"checksum = \"{made.Hex(64)}\"\n"), ("poetry.lock", $"    {{file = \"secrets-1.0.whl\", hash = \"sha256:{made.Hex(64)}\"}},\n"),
            ("cert.pem", $"-----BEGIN CERTIFICATE-----\n{Base(64)}\n{Base(64)}\n-----END CERTIFICATE-----\n"), ("key.pub", $"-----BEGIN PUBLIC KEY-----\n{Base(64)}\n{Base(64)}\n-----END PUBLIC KEY-----\n"), ("id_rsa.pub", $"ssh-rsa AAAAB3NzaC1yc2E{Base(300)} robot@acme\n"), ("authorized_keys", $"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI{Base(43)} robot@acme\n"),
            ("known_hosts", $"github.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI{Base(43)}\n"), ("key.asc", $"-----BEGIN PGP PUBLIC KEY BLOCK-----\n\n{Base(64)}\n{Base(64)}\n-----END PGP PUBLIC KEY BLOCK-----\n"), ("Pem.java", "if (line.startsWith(\"-----BEGIN PRIVATE KEY-----\")) return decode(line, \"-----END PRIVATE KEY-----\");\n"),
            ("Pem.py", "HEADER = '-----BEGIN RSA PRIVATE KEY-----'\nFOOTER = '-----END RSA PRIVATE KEY-----'\n"), ("docs.md", "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA...\n-----END RSA PRIVATE KEY-----\n"), ("docs.md", "Put `-----BEGIN PRIVATE KEY-----` and the key itself between the marks, then load it with the reader that you have chosen.\n"),
            ("index.html", $"<img src=\"data:image/png;base64,iVBORw0KGgo{Base(3000)}\">\n"), ("style.css", $"@font-face {{ src: url(data:font/woff2;base64,d09GMgABAAAAA{Base(2500)}) }}\n"), ("index.html", $"<script src=\"x.js\" integrity=\"sha384-{Base(64)}\"></script>\n"), ("index.html", $"<input type=\"hidden\" name=\"csrf_token\" value=\"{made.Hex(40)}\">\n"),
            ("index.html", "<input type=\"password\" name=\"password\" placeholder=\"Enter your password\" value=\"\">\n"), ("form.js", "<input type=\"password\" id=\"current-password\" autocomplete=\"current-password\" />\n"), ("app.js", "const passwordInput = document.getElementById('password-field');\n"), ("app.js", "label: 'Password', type: 'password', required: true\n"),
            ("app.js", "password: req.body.password,\n"), ("app.js", "token: localStorage.getItem('access_token'),\n"), ("app.js", "const token = jwt.sign(payload, process.env.JWT_SECRET, { expiresIn: '1h' });\n"), ("app.js", "if (!password || password.length < 8) throw new Error('Password must have at least 8 characters');\n"),
            ("app.py", "password = getpass.getpass('Password: ')\n"), ("app.py", "token = request.headers.get('Authorization')\n"), ("app.py", "SECRET_KEY = os.environ['SECRET_KEY']\n"), ("app.py", "api_key = os.getenv(\"API_KEY\")\n"), ("app.py", "password = f\"{prefix}-{suffix}\"\n"), ("app.py", "def set_password(self, password: str = None) -> None:\n"), ("app.py", "parser.add_argument('--password', help='the password of the database')\n"),
            ("app.py", "secret = client.access_secret_version(name='projects/1/secrets/db/versions/latest')\n"), ("Main.java", "String password = System.getenv(\"DB_PASSWORD\");\n"), ("Main.java", "private String password;\n"), ("Main.java", "@Value(\"${spring.datasource.password}\") private String password;\n"), ("Main.java", "String tokenName = \"com.acme.security.TokenProvider\";\n"),
            ("Main.java", "throw new BadCredentialsException(\"Invalid username or password\");\n"), ("Main.java", "public static final String PASSWORD_PARAMETER = \"j_password\";\n"), ("Main.java", "private static final String TOKEN_URL = \"https://auth.acme.io/oauth/token\";\n"), ("Main.cs", "var password = Configuration[\"Db:Password\"];\n"), ("Main.cs", "[JsonPropertyName(\"access_token\")] public string AccessToken { get; init; }\n"),
            ("Main.cs", "public const string ApiKeyHeader = \"X-Api-Key\";\n"), ("main.go", "password := os.Getenv(\"PASSWORD\")\n"), ("main.go", "Token string `json:\"token,omitempty\"`\n"), ("main.go", "tokenString := strings.TrimPrefix(header, \"Bearer \")\n"), ("app.rb", "password = ENV['DB_PASSWORD']\n"), ("app.rb", "config.secret_key_base = Rails.application.credentials.secret_key_base\n"),
            ("index.php", "$password = $_POST['password'];\n"), ("index.php", "'password' => env('DB_PASSWORD', ''),\n"), ("index.php", "'password' => ['required', 'min:8'],\n"), ("run.sh", "PASSWORD=$(openssl rand -base64 32)\n"), ("run.sh", "export TOKEN=\"$1\"\n"), ("run.sh", "read -s -p 'Password: ' PASSWORD\n"), ("run.sh", "curl -H \"Authorization: Bearer $TOKEN\" https://api.acme.io\n"), ("run.sh", "curl -u \"$USER:$PASSWORD\" https://api.acme.io\n"),
            ("Dockerfile", "ARG NPM_TOKEN\nENV NPM_TOKEN=${NPM_TOKEN}\n"), ("deploy.yml", "password: ${{ secrets.DB_PASSWORD }}\n"), ("deploy.yml", "      env:\n        TOKEN: ${{ github.token }}\n"), ("pod.yaml", "- name: DB_PASSWORD\n  valueFrom:\n    secretKeyRef:\n      name: db-credentials\n      key: password\n"), ("secret.yaml", "passwordSecretName: database-credentials\n"), ("values.yaml", "existingSecret: my-release-postgresql\nsecretKey: postgres-password\n"),
            ("main.tf", "password = var.db_password\n"), ("main.tf", "secret_id = aws_secretsmanager_secret.db.id\n"), ("main.tf", "token = data.vault_generic_secret.x.data[\"token\"]\n"), ("app.properties", "spring.datasource.password=${DB_PASSWORD:}\n"), ("app.properties", "password.min.length=8\npassword.policy=strong\n"), ("messages.properties", "label.password=Password\nerror.password=The passwords do not match\n"),
            ("messages_de.properties", "password=Passwort\nlogin.password=Kennwort vergessen?\n"), ("messages_fr.json", "\"password\": \"Mot de passe\", \"token\": \"Jeton\"\n"), ("README.md", "Set `API_KEY=<your key>` and `PASSWORD=...` before you start.\n"), ("README.md", "password: must be at least 8 characters long\n"), ("README.md", "The token is read from the header, the secret from the vault.\n"),
            ("url.py", "URL = 'https://user:password@example.com/path'\n"), ("url.py", "URL = \"postgres://user:pass@localhost/db\"\n"), ("url.py", "f\"postgresql://{user}:{password}@{host}/db\"\n"), ("url.sh", "git clone https://$USER:$TOKEN@github.com/acme/x.git\n"), ("url.yml", "url: redis://:${REDIS_PASSWORD}@redis:6379/0\n"), ("url.js", "'https://registry.npmjs.org/@types/node/-/node-1.0.0.tgz'\n"), ("url.txt", "see http://acme.io:8080/docs/@latest/index.html\n"),
            ("aws.py", "AWS_ACCESS_KEY_ID = 'AKIA" + "IOSFODNN7EXAMPLE'\n"), ("aws.py", "aws_secret_access_key = 'wJalrXUtnFEMI/K7MDENG/bPxRfi" + "CYEXAMPLEKEY'\n"), ("stripe.js", "Stripe('pk_live_" + made.Of(Made.Alphanumeric, 24) + "')\n"), ("github.sh", "TOKEN=ghp_" + made.Of(Made.Alphanumeric, 36) + "\n"), ("npm.sh", "X=npm_" + made.Of(Made.Alphanumeric, 36) + "\n"), ("gitlab.yml", "X: glpat-xxxxxxxxxxxxxxxxxxxx\n"),
            ("slack.js", "webhook: 'https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX'\n"), ("jwt.js", "const t = '" + TrueExamples.Jwt(made, "{\"sub\":\"1234567890\",\"name\":\"John Doe\",\"iat\":1516239022}") + "';\n"), ("supabase.js", "const anon = '" + TrueExamples.Jwt(made, "{\"iss\":\"supabase\",\"role\":\"anon\",\"iat\":1690000000}") + "';\n"),
            ("basic.http", "Authorization: Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes("username:password")) + "\n"), ("basic.http", "Authorization: Basic {{credentials}}\n"), ("vault.yml", "$ANSIBLE_VAULT;1.1;AES256\n" + made.Hex(80) + "\n" + made.Hex(80) + "\n"), ("sops.yaml", "password: ENC[AES256_GCM,data:" + Base(20) + ",iv:" + Base(44) + ",tag:" + Base(24) + ",type:str]\n"),
            ("shadow.txt", "root:$6$" + made.Of(Made.Alphanumeric, 16) + "$" + made.Of(Made.Alphanumeric, 86) + ":18000:0:99999:7:::\n"), (".htpasswd", "robot:$apr1$" + made.Of(Made.Alphanumeric, 8) + "$" + made.Of(Made.Alphanumeric, 22) + "\n"), ("users.sql", "INSERT INTO users (name, password_hash) VALUES ('a', '$2y$10$" + made.Of(Made.Alphanumeric, 53) + "');\n"), ("seed.yml", "password: $2b$12$" + made.Of(Made.Alphanumeric, 53) + "\n"),
            ("lib.min.js", "var a={password:function(e){return e},token:\"" + "abcDefGhi" + "\",key:\"ArrowLeft\"};" + string.Concat(Enumerable.Repeat("function b(c){return c.d};", 100)) + "\n"), ("tests/test_login.py", "password = \"Secr3tPass!\"\n"), ("src/test/java/LoginTest.java", "String password = \"Test1234!\";\n"), ("spec/login_spec.rb", "let(:password) { 'Sup3rS3cret' }\n"), ("__tests__/auth.test.js", "const token = 'abc123def456';\n"),
            ("fixtures/users.json", "{ \"email\": \"a@example.com\", \"password\": \"Pa55word!\" }\n"), (".env.example", "DB_PASSWORD=changeThis1\nAPI_KEY=\n"), ("keyboard.js", "key: 'ArrowLeft', keyCode: 37, shiftKey: false\n"), ("table.sql", "PRIMARY KEY (id), FOREIGN KEY (user_id) REFERENCES users (id)\n"), ("redis.py", "cache_key = 'user:%s:profile' % user_id\n"), ("i18n.js", "tokenExpired: 'Your session has expired, sign in again'\n"), ("lex.c", "static const char *token_names[] = { \"IDENTIFIER\", \"NUMBER\" };\n"),
            ("lex.py", "token = Token(type='IDENTIFIER', value='x1')\n"), ("nlp.py", "tokenizer = AutoTokenizer.from_pretrained('bert-base-uncased')\nmax_tokens = 4096\npad_token = '<pad>'\n"), ("css.js", "const secretClass = 'btn-secondary-outline';\n"), ("angular.ts", "providers: [{ provide: API_KEY_TOKEN, useValue: environment.apiKey }]\n"), ("version.json", "\"tokenVersion\": \"2.13.4-beta.1\"\n"), ("date.yml", "token_expires: 2024-01-18T15:59:48Z\n"),
            ("mail.yml", "secret_contact: security@acme.io\n"), ("file.yml", "private_key: certs/server.key\npassword_file: /etc/app/password.txt\n"), ("nginx.conf", "ssl_certificate_key /etc/nginx/ssl/server.key;\n"), ("ids.ts", "export const FEATURE_KEY = 'customer-overview';\n"), ("google.html", "<div class=\"g-recaptcha\" data-sitekey=\"6L" + made.Of(Made.Url64, 38) + "\"></div>\n"), ("enum.java", "enum TokenType { BEARER, BASIC }  String tokenType = \"Bearer\";\n"),
            ("color.css", "--secret-color: #a1b2c3d4;\n"), ("regex.js", "const passwordPattern = '^(?=.*[A-Z])(?=.*[0-9]).{8,}$';\n"), ("sqlparam.cs", "cmd.Parameters.AddWithValue(\"@password\", password);\n"), ("query.java", "\"SELECT id FROM users WHERE password = ?\"\n"), ("query.py", "cursor.execute(\"UPDATE users SET password = %s WHERE id = %s\", (p, i))\n"), ("log.go", "log.Printf(\"token=%s user=%s\", mask(token), user)\n"), ("log.cs", "_logger.LogInformation(\"Password for {User} changed\", user);\n"),
            ("wasm.js", "const key = 'Space' + index;\n"), ("graph.json", "\"pageToken\": \"" + made.Of(Made.Url64, 40) + "\"\n"), ("cursor.json", "\"nextToken\": \"" + made.Of(Made.Url64, 60) + "\"\n"), ("sprite.svg", "<path d=\"M12 2C6.48 2 2 6.48 2 12s4.48 10 10 10 10-4.48 10-10S17.52 2 12 2z\" key=\"a\"/>\n"), ("thumb.yml", "thumbprint: " + made.Of("0123456789ABCDEF", 40) + "\n"), ("img.txt", Base(76) + "\n" + Base(76) + "\n" + Base(76) + "\n" + Base(76) + "\n"),
        ];
        foreach (var (path, text) in all) yield return new($"{path}: {text[..Math.Min(40, text.Length)].Trim()}", path, text, null);
    }
}
