namespace Merlon.Analysis.Tests.Secrets;

/// <summary>Calls, elements and scripts of the forms that hold secrets elsewhere, and hold none here.</summary>
static class FalseInCalls
{
    static readonly (string Path, string Text)[] Plain =
    [
        ("client.rb", "req.basic_auth \"deploy\", ENV.fetch(\"DEPLOY_PASSWORD\")\n"), ("ftp.php", "ftp_login($conn, \"anonymous\", $password);\n"), ("ldap.js", "client.search(\"cn=users,dc=acme,dc=io\", \"(objectClass=person)\", done);\nclient.bind(\"cn=admin,dc=acme,dc=io\", password, done);\n"),
        ("ldap.py", "conn.search(\"ou=people,dc=acme,dc=io\", \"(uid=ada)\", SUBTREE)\nconn.add(\"cn=ada,dc=acme,dc=io\", \"inetOrgPerson\")\n"), ("curl.php", "curl_setopt($ch, CURLOPT_USERPWD, $user . \":\" . $password);\n"), ("Env.java", "Map.of(\"user\", \"string\", \"password\", \"string\")\n"), ("Env.java", "List.of(\"token\", \"password\", \"passwordConfirmation\")\n"),
        ("run.py", "subprocess.run([\"docker\", \"run\", \"-p\", \"8080:8080\", image])\n"), ("cli.py", "parser.add_argument(\"--password\", default=None, help=\"the password\")\n"), ("login.exp", "expect \"assword:\"\nsend \"$env(PASSWORD)\\r\"\n"), ("login.py", "child.expect('assword:')\nchild.sendline(password)\n"), ("mail.scpt", "set thePassword to text returned of (display dialog \"Password\")\n"),
        ("link.sql", "CREATE USER app IDENTIFIED BY VALUES 'S:8F2A';\nALTER USER app IDENTIFIED BY &password;\n"), ("switch.cfg", "enable secret 5 $1$mERr$hx5rVt7rPNoS4wqbXKX7m0\nsnmp-server community public RO\n"), ("parameters.json", "{ \"adminPassword\": { \"reference\": { \"keyVault\": { \"id\": \"/subscriptions/x\" } } } }\n"), ("stack.yaml", "Parameters:\n  DbPassword:\n    Type: String\n    NoEcho: true\n"),
        ("stack.yaml", "  SecretName:\n    Type: String\n    Default: prod/shop/database\n"), ("core-site.xml", "<property><name>fs.s3a.credentials.provider</name><value>org.apache.hadoop.fs.s3a.SimpleCredentialsProvider</value></property>\n"), ("hash.js", "const sum = crypto.createHash('sha256').update(body).digest('hex');\nconst mac = crypto.createHmac('sha256', process.env.SIGNING_KEY);\n"),
        ("Keys.java", "new SecretKeySpec(key.getBytes(UTF_8), \"HmacSHA256\")\n"), ("cipher.py", "box = Fernet(os.environ[\"FERNET_KEY\"].encode())\n"), ("seal.js", "const c = crypto.createCipheriv('aes-256-gcm', key, iv);\n"), ("sign.go", "mac := hmac.New(sha256.New, []byte(cfg.Secret))\n"), ("age.txt", "# public key: age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kudc7ndhsqyx8k2\n"),
        ("bus.py", "bus.connect(\"notify::title\", \"on_title_changed\")\nbroker.connect(\"mqtt.acme.io\", \"sensor-1\")\n"), ("view.cpp", "connect(button, SIGNAL(\"clicked(bool)\"), this, SLOT(\"handleClicked(bool)\"));\n"), ("login.ts", "await login(\"admin\", \"password\");\nauthenticate(\"google-oauth2\", \"openid profile\");\n"),
        ("strings.xml", "<string name=\"forgot_password\">Forgot?</string>\n"), ("swagger.json", "{\"example\": {\"token\": \"eyJhbGciOiJIUzI1NiJ9.e30.abc\"}}\n"),
    ];

    public static IEnumerable<Example> All() => Plain.Select(e => new Example($"{e.Path}: {e.Text[..Math.Min(50, e.Text.Length)].Trim().Replace('\n', ' ')}", e.Path, e.Text, null));
}
