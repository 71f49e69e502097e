using System.Text;

namespace Merlon.Analysis.Tests.Secrets;

/// <summary>Texts of real projects' kinds in which words and values only look like secrets.</summary>
static class FalseInContext
{
    public static IEnumerable<Example> All() => Enumerable.Concat(Plain, Random(new Made("context/false"))).Select(e => new Example($"{e.Path}: {e.Text[..Math.Min(50, e.Text.Length)].Trim().Replace('\n', ' ')}", e.Path, e.Text, null));

    // Nothing random in it: references, prompts, schemas, keys that documentation prints.
    static readonly (string Path, string Text)[] Plain =
    [
        (".env", "DB_PASSWORD=\nAPI_KEY=\n"), (".env", "API_KEY=changeme-in-production\n"), (".env.dist", "JWT_SECRET=ThisTokenIsNotSoSecretChangeIt\n"), (".env", "APP_KEY=SomeRandomString\n"), ("start.sh", "DB_PASSWORD=$(cat /run/secrets/db)\n"), ("start.sh", "TOKEN=$(vault kv get -field=token secret/app)\n"), (".env", "DB_PASSWORD_FILE=/run/secrets/db_pw\n"), (".env", "PASSWORD_RESET_TIMEOUT=86400\nPASS_MIN_LEN=12\nTOKEN_EXPIRY=3600s\n"),
        ("docs/pay.md", "stripe.api_key = 'sk_test_4eC39HqLyjWD" + "arjtT1zdp7dc'\n"), ("storage.cs", "\"AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6" + "tq/K1SZFPTOtr/KBHBeksoGMGw==\"\n"), ("auth.http", "Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==\n"), ("rfc.py", "t = 'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ." + "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'\n"),
        ("docs/mail.md", "curl -s --user 'api:key-3ax6xnjp29jd6fds4gc373sgvjxteol0' https://api.mailgun.net/v3/x/messages\n"), ("docs/hooks.md", "https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX\n"), ("README.md", "curl -H 'Authorization: Bearer YOUR_TOKEN' https://api.acme.io/v1/me\n"), ("README.md", "export API_TOKEN=<paste the token here>\n"),
        ("Policy.cs", "[assembly: InternalsVisibleTo(\"Shop.Tests, PublicKeyToken=b77a5c561934e089\")]\n"), ("app.config", "<assemblyIdentity name=\"System.Web.Mvc\" publicKeyToken=\"31bf3856ad364e35\" culture=\"neutral\" />\n"), ("web.config", "<machineKey validationKey=\"AutoGenerate,IsolateApps\" decryptionKey=\"AutoGenerate,IsolateApps\" />\n"), ("schema.sql", "CREATE TABLE users (name VARCHAR(64), password VARCHAR(255) NOT NULL, token CHAR(64));\n"),
        ("openapi.yaml", "      password:\n        type: string\n        format: password\n"), ("openapi.yaml", "    ApiKeyAuth:\n      type: apiKey\n      in: header\n      name: X-API-KEY\n"), ("schema.json", "\"secret\": {\"type\": \"string\", \"minLength\": 16}\n"), ("login.proto", "message Login { string user = 1; string password = 2; }\n"),
        ("schema.graphql", "login(username: String!, password: String!): Token\n"), ("vm.json", "\"adminPassword\": { \"type\": \"securestring\", \"metadata\": { \"description\": \"of the machine\" } }\n"), ("vm.json", "\"adminPassword\": \"[parameters('adminPassword')]\"\n"), ("stack.yaml", "MasterUserPassword: '{{resolve:secretsmanager:prod/db:SecretString:password}}'\n"),
        ("stack.yaml", "MasterUserPassword: !Ref DBPassword\n"), ("azure-pipelines.yml", "  - name: nugetApiKey\n    value: $(NuGetApiKey)\n"), (".gitlab-ci.yml", "  script: docker login -u gitlab-ci-token -p $CI_JOB_TOKEN $CI_REGISTRY\n"), ("play.yml", "mysql_password: \"{{ vault_mysql_password }}\"\n"),
        ("play.yml", "api_token: \"{{ lookup('env', 'API_TOKEN') }}\"\n"), ("templates/secret.yaml", "  password: {{ .Values.auth.password | b64enc | quote }}\n"), ("db.tf", "  password = random_password.db.result\n"), ("db.tf", "variable \"db_password\" {\n  type      = string\n  sensitive = true\n}\n"),
        ("external.yaml", "  - secretKey: password\n    remoteRef:\n      key: prod/db\n      property: password\n"), ("Jenkinsfile", "SONAR_TOKEN = credentials('sonar-token')\n"), ("Login.tsx", "<input type=\"password\" autoComplete=\"new-password\" data-testid=\"password-input\" aria-label=\"Password\" />\n"), ("Login.tsx", "onChange={e => setPassword(e.target.value)}\n"),
        ("routes.ts", "{ path: '/reset-password/:token', component: ResetPassword }\n"), ("user.ts", "const schema = z.object({ password: z.string().min(8), token: z.string().uuid() });\n"), ("user.ts", "interface Login { username: string; password: string; }\n"), ("User.java", "PasswordEncoder encoder = new BCryptPasswordEncoder();\nString passwordHash = encoder.encode(password);\n"),
        ("User.cs", "var passwordHash = BCrypt.HashPassword(request.Password);\n"), ("user.py", "secret = client.get_secret_value(SecretId='prod/db')['SecretString']\n"), ("factory.rb", "password { Faker::Internet.password(min_length: 12) }\n"), ("factory.py", "password = factory.Faker('password', length=12)\n"),
        ("lex.go", "token := parser.Next()\nif token.Kind == scanner.Ident {\n"), ("messages.fr.yml", "password_forgotten: \"Mot de passe oublié\"\npassword: \"Mot de passe\"\n"), ("de.json", "\"auth.password\": \"Passwort eingeben\", \"auth.secret\": \"Geheimnis\"\n"), ("keybindings.json", "{ \"key\": \"ctrl+shift+p\", \"command\": \"showCommands\" }\n"),
        ("tests/conftest.py", "API_KEY = \"test-api-key-123\"\n"), ("src/test/resources/application.yml", "spring:\n  datasource:\n    username: sa\n    password: sa\n"), ("src/__mocks__/auth.ts", "export const mockToken = 'mock-jwt-token';\n"), ("cypress/fixtures/login.json", "{ \"token\": \"abc.def.ghi\" }\n"),
        ("AuthTests.cs", "var user = new Login(\"ada\", password: \"P@ssw0rd\");\n"), ("Security.java", "User.withUsername(\"user\").password(\"{noop}password\").roles(\"USER\")\n"), ("test.yml", "DATABASE_URL: postgres://postgres:postgres@localhost:5432/test\n"), ("dev.py", "BROKER_URL = 'amqp://guest:guest@localhost:5672//'\n"),
        ("dev.py", "REDIS_URL = 'redis://localhost:6379/0'\n"), ("remote.sh", "git clone git@github.com:acme/shop.git && git push ssh://git@git.acme.io:7999/shop.git\n"), ("proxy.txt", "use http://proxy.acme.io:3128 for all but no_proxy=localhost\n"), ("package.json", "\"@acme/secret-utils\": \"^1.2.3\", \"jsonwebtoken\": \"9.0.2\", \"password-strength\": \"~4.1.0\"\n"),
        ("ci.yml", "          key: ${{ runner.os }}-npm-${{ hashFiles('**/package-lock.json') }}\n"), ("cli.go", "flag.StringVar(&password, \"password\", \"\", \"the password of the database\")\n"), ("cli.rs", "#[arg(long, env = \"API_TOKEN\")]\n    api_token: String,\n"), ("cli.py", "parser.add_argument('--api-key', metavar='KEY', help='see https://acme.io/keys')\n"),
        ("ui.kt", "val passwordField = findViewById<EditText>(R.id.password_field)\n"), ("strings.xml", "<string name=\"prompt_password\">Password (optional)</string>\n<string name=\"error_invalid_password\">This password is too short</string>\n"), ("Main.swift", "let passwordRegex = \"^[A-Za-z0-9]{8,20}$\"\n"), ("Info.plist", "<key>NSFaceIDUsageDescription</key>\n<string>Unlock your passwords</string>\n"),
        ("log.java", "log.info(\"Password reset token sent to {}\", user.getEmail());\n"), ("tokens.json", "\"eos_token\": \"<|endoftext|>\", \"unk_token\": \"<unk>\", \"tokenizer_class\": \"GPT2Tokenizer\"\n"), ("tokens.css", "--token-color-keyword: #ff7b72;\n--token-border: 1px solid;\n"), ("scan.yml", "token-permissions: read-only\nsecret-scanning: enabled\n"),
        ("Dockerfile", "RUN --mount=type=secret,id=npm_token NPM_TOKEN=$(cat /run/secrets/npm_token) npm ci\n"), ("pod.yaml", "      - serviceAccountToken:\n          path: token\n          expirationSeconds: 3600\n"), ("ingress.yaml", "  tls:\n  - secretName: shop-acme-io-tls\n"), ("Db.java", "String url = \"jdbc:postgresql://db/shop?user=\" + user + \"&password=\" + password;\n"),
        ("Db.cs", "$\"Server=db;Database=shop;User Id={user};Password={password};\"\n"), ("db.js", "`mongodb://${user}:${encodeURIComponent(password)}@${host}/shop`\n"), ("netrc.md", "machine api.acme.io login USERNAME password PASSWORD\n"), ("pair.py", "private_key = rsa.generate_private_key(public_exponent=65537, key_size=2048)\n"),
        ("sign.sh", "openssl genrsa -out private.key 4096 && openssl rsa -in private.key -pubout -out public.key\n"), ("boot.properties", "server.ssl.key-store-password=${KEYSTORE_PASSWORD}\nserver.ssl.key-alias=shop\n"), ("win.ps1", "$password = Read-Host -AsSecureString -Prompt 'Password'\n"), ("win.ps1", "$token = (Get-AzAccessToken -ResourceUrl $url).Token\n"),
    ];

    // Random, but public, encrypted, or a digest.
    static IEnumerable<(string Path, string Text)> Random(Made made)
    {
        string Base(int length) => made.Of(Made.Base64, length);
        string Cert() => Convert.ToBase64String(Encoding.UTF8.GetBytes($"-----BEGIN CERTIFICATE-----\n{Base(64)}\n{Base(64)}\n{Base(64)}\n-----END CERTIFICATE-----\n"));
        yield return (".env", $"REALM_PUBLIC_KEY=MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA{Base(344)}IDAQAB\n");
        yield return ("push.js", $"const vapidPublicKey = 'B{made.Of(Made.Url64, 86)}';\n");
        yield return ("wg0.conf", $"[Peer]\nPublicKey = {Base(43)}=\nAllowedIPs = 0.0.0.0/0\n");
        yield return ("jwks.json", $"{{ \"keys\": [{{ \"kty\": \"RSA\", \"kid\": \"{made.Of(Made.Url64, 22)}\", \"use\": \"sig\", \"e\": \"AQAB\", \"n\": \"{made.Of(Made.Url64, 342)}\" }}] }}\n");
        yield return ("map.js", "mapboxgl.accessToken = 'pk." + Convert.ToBase64String(Encoding.UTF8.GetBytes("{\"u\":\"acme\",\"a\":\"ck" + made.Of(Made.Letters, 23) + "\"}")).TrimEnd('=') + "." + made.Of(Made.Url64, 22) + "';\n");
        yield return ("hook.yaml", $"    caBundle: {Cert()}\n");
        yield return ("kubeconfig", $"    certificate-authority-data: {Cert()}\n    client-certificate-data: {Cert()}\n");
        yield return ("tls.yaml", $"apiVersion: v1\nkind: Secret\ndata:\n  tls.crt: {Cert()}\n  ca.crt: {Cert()}\n");
        yield return ("saml.xml", $"<ds:X509Certificate>MIIC{Base(600)}==</ds:X509Certificate>\n");
        yield return ("sealed.yaml", $"kind: SealedSecret\nspec:\n  encryptedData:\n    password: Ag{Base(640)}==\n");
        yield return ("Pulumi.prod.yaml", $"encryptionsalt: v1:{Base(11)}=:v1:{Base(16)}:{Base(44)}==\nconfig:\n  shop:dbPassword:\n    secure: v1:{Base(16)}:{Base(32)}\n");
        yield return (".travis.yml", $"env:\n  global:\n    - secure: \"{Base(684)}=\"\n");
        yield return ("hiera.yaml", $"db::password: ENC[PKCS7,MIIB{Base(400)}==]\n");
        yield return ("settings.xml", $"<server><id>x</id><password>{{{Base(43)}=}}</password></server>\n");
        yield return (".htpasswd", $"robot:{{SHA}}{Base(27)}=\n");
        yield return ("users.ldif", $"userPassword: {{SSHA}}{Base(32)}\n");
        yield return ("fixture.sql", $"('ada', 'pbkdf2_sha256$260000${made.Of(Made.Alphanumeric, 22)}${Base(43)}=')\n");
        yield return ("role.sql", $"ALTER ROLE shop WITH PASSWORD 'md5{made.Hex(32)}';\n");
        yield return ("role.sql", $"ALTER ROLE shop PASSWORD 'SCRAM-SHA-256$4096:{Base(22)}==${Base(43)}=:{Base(43)}=';\n");
        yield return ("users.yml", $"password: $argon2id$v=19$m=65536,t=3,p=4${Base(22)}${Base(43)}\n");
        yield return ("cloud-init.yml", $"    passwd: $y$j9T${made.Of(Made.Alphanumeric, 22)}${made.Of(Made.Alphanumeric, 43)}\n");
        yield return ("Gemfile.lock", $"CHECKSUMS\n  rails (7.1.2) sha256={made.Hex(64)}\n  token (1.0.0) sha256={made.Hex(64)}\n");
        yield return ("pnpm-lock.yaml", $"  jsonwebtoken@9.0.2:\n    resolution: {{integrity: sha512-{Base(86)}==}}\n");
        yield return ("flake.lock", $"\"narHash\": \"sha256-{Base(43)}=\", \"rev\": \"{made.Hex(40)}\"\n");
        yield return ("packages.lock.json", $"\"resolved\": \"9.0.2\", \"contentHash\": \"{Base(86)}==\"\n");
        yield return ("mix.lock", $"\"guardian\": {{:hex, :guardian, \"2.3.2\", \"{made.Hex(64)}\", [:mix], [], \"hexpm\", \"{made.Hex(64)}\"}},\n");
        yield return ("Podfile.lock", $"SPEC CHECKSUMS:\n  KeychainAccess: {made.Hex(40)}\n  SwiftyTokeniser: {made.Hex(40)}\n");
        yield return (".terraform.lock.hcl", $"  hashes = [\n    \"h1:{Base(43)}=\",\n    \"zh:{made.Hex(64)}\",\n  ]\n");
        yield return ("requirements.txt", $"pyjwt==2.8.0 \\\n    --hash=sha256:{made.Hex(64)}\n");
        yield return ("yarn.lock", $"\"token@npm:^1.0.0\":\n  version: 1.0.0\n  checksum: 10c0/{made.Hex(128)}\n");
        yield return ("verification-metadata.xml", $"<sha256 value=\"{made.Hex(64)}\" origin=\"Generated by Gradle\"/>\n");
        yield return ("Dockerfile", $"FROM acme/secrets-proxy:1.2@sha256:{made.Hex(64)}\n");
        yield return ("deployment.yaml", $"      annotations:\n        checksum/secret: {made.Hex(64)}\n");
        yield return ("x.patch", $"index {made.Hex(7)}..{made.Hex(7)} 100644\n--- a/password.c\n+++ b/password.c\n@@ -1 +1 @@ commit {made.Hex(40)}\n");
        yield return ("packed-refs", $"{made.Hex(40)} refs/heads/rotate-secrets\n{made.Hex(40)} refs/tags/token-1.0\n");
        yield return ("Shop.sln", $"Project(\"{{{made.Uuid().ToUpperInvariant()}}}\") = \"Secrets\", \"Secrets.csproj\", \"{{{made.Uuid().ToUpperInvariant()}}}\"\n");
        yield return ("Secret.cs.meta", $"fileFormatVersion: 2\nguid: {made.Hex(32)}\n");
        yield return ("project.pbxproj", $"\t\t{made.Of("0123456789ABCDEF", 24)} /* TokenStore.swift in Sources */ = {{isa = PBXBuildFile; fileRef = {made.Of("0123456789ABCDEF", 24)}; }};\n");
        yield return ("azure.tf", $"tenant_id       = \"{made.Uuid()}\"\nsubscription_id = \"{made.Uuid()}\"\n");
        yield return ("main.css", $".key{{background:url(data:image/svg+xml;base64,{Base(800)})}}\n");
        yield return ("app.js.map", $"{{\"version\":3,\"sources\":[\"token.ts\"],\"mappings\":\"AAAA,SAAS{made.Of(Made.Letters + Made.Capitals + ",;", 900)}\"}}\n");
        yield return ("page.html", $"<input type=\"hidden\" name=\"__VIEWSTATE\" id=\"__VIEWSTATE\" value=\"/wEPDwUK{Base(300)}\" />\n<meta name=\"csrf-token\" content=\"{Base(86)}==\">\n");
        yield return ("page.html", $"<script nonce=\"{Base(22)}==\" src=\"/main.{made.Hex(20)}.js\"></script>\n");
        yield return ("reply.txt", $"ETag: \"{made.Hex(32)}\"\nX-Request-Id: {made.Uuid()}\nX-Amz-Cf-Id: {made.Of(Made.Url64, 54)}==\n");
        yield return ("plot.ipynb", $"     \"image/png\": \"iVBORw0KGgoAAAANSUhEUgAA{Base(3000)}\\n\",\n     \"id\": \"{made.Hex(8)}\"\n");
        yield return ("bundle.min.js", $"!function(e,t){{var password=function(e){{return t(e)}},token=e.token||\"\",o=\"{made.Hex(20)}\";{string.Concat(Enumerable.Repeat("n.d(t,{a:()=>r});", 200))}}}();\n");
        yield return ("CHANGELOG.md", $"* **auth:** rotate the token ([{made.Hex(7)}](https://github.com/acme/shop/commit/{made.Hex(40)}))\n");
        yield return ("composer.lock", $"\"source\": {{ \"type\": \"git\", \"reference\": \"{made.Hex(40)}\" }}, \"content-hash\": \"{made.Hex(32)}\"\n");
        yield return ("minisign.pub", $"untrusted comment: minisign public key {made.Of("0123456789ABCDEF", 16)}\nRWQ{Base(53)}\n");
    }
}
