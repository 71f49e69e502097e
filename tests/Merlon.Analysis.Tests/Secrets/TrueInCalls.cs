namespace Merlon.Analysis.Tests.Secrets;

/// <summary>Passwords and keys as the last of a call's arguments, as values apart from their names, and as answers of scripts.</summary>
static class TrueInCalls
{
    static readonly (string Path, Func<string, string> Form)[] Passwords =
    [
        ("client.rb", p => $"req.basic_auth \"deploy\", \"{p}\"\n"), ("ftp.php", p => $"ftp_login($conn, \"upload\", \"{p}\");\n"), ("ftp.rb", p => $"Net::FTP.open(\"ftp.acme.io\", \"drop\", \"{p}\") do |ftp|\n"), ("ftp.py", p => $"ftp = ftplib.FTP(\"ftp.acme.io\", \"drop\", \"{p}\")\n"),
        ("mail.php", p => $"$box = imap_open(\"{{imap.acme.io:993/ssl}}INBOX\", \"office@acme.io\", \"{p}\");\n"), ("mail.rs", p => $"let creds = Credentials::new(\"noreply@acme.io\".to_string(), \"{p}\".to_string());\n"), ("Http.kt", p => $"val auth = Credentials.basic(\"svc\", \"{p}\")\n"),
        ("Mongo.java", p => $"MongoCredential c = MongoCredential.createCredential(\"app\", \"admin\", \"{p}\".toCharArray());\n"), ("ldap.js", p => $"client.bind(\"cn=admin,dc=acme,dc=io\", \"{p}\", done);\n"), ("ldap.py", p => $"conn = Connection(server, \"cn=reader,dc=acme,dc=io\", \"{p}\", auto_bind=True)\n"),
        ("curl.php", p => $"curl_setopt($ch, CURLOPT_USERPWD, \"svc:{p}\");\n"), ("curl.c", p => $"curl_easy_setopt(h, CURLOPT_USERPWD, \"svc:{p}\");\n"), ("get.m", p => $"opts = weboptions('Username','ds','Password','{p}');\n"), ("Env.java", p => $"Map.of(\"user\", \"app\", \"password\", \"{p}\")\n"),
        ("run.py", p => $"subprocess.run([\"docker\", \"login\", \"-u\", \"ci\", \"-p\", \"{p}\", \"registry.acme.io\"])\n"), ("cli.py", p => $"parser.add_argument(\"--password\", default=\"{p}\")\n"), ("login.exp", p => $"expect \"assword:\"\nsend \"{p}\\r\"\n"), ("login.py", p => $"child.expect('assword:')\nchild.sendline('{p}')\n"),
        ("mail.scpt", p => $"set thePassword to \"{p}\"\n"), ("task.cmd", p => $"schtasks /create /tn backup /tr C:\\b.cmd /ru ACME\\svc /rp {p} /sc daily\n"), ("link.sql", p => $"CREATE DATABASE LINK crm CONNECT TO app IDENTIFIED BY {p} USING 'CRM';\n"), ("switch.cfg", p => $"enable secret 0 {p}\n"),
        ("snmpd.conf", p => $"createUser monitor SHA \"{p}\" AES\n"), ("dovecot-sql.conf.ext", p => $"connect = host=db dbname=mail user=mail password={p}\n"), ("ldap.conf", p => $"bindpw {p}\n"), ("default.rb", p => $"default['postgresql']['password']['postgres'] = '{p}'\n"),
        ("parameters.json", p => $"{{ \"adminPassword\": {{ \"value\": \"{p}\" }} }}\n"), ("stack.yaml", p => $"Parameters:\n  DbPassword:\n    Type: String\n    NoEcho: true\n    Default: {p}\n"), ("core-site.xml", p => $"<property><name>db.password</name><value>{p}</value></property>\n"),
        ("login.R", p => $"httr::GET(url, httr::authenticate(\"svc\", \"{p}\"))\n"), ("main.cpp", p => $"mysql_real_connect(con, \"db.acme.io\", \"app\", \"{p}\", \"shop\", 0, NULL, 0);\n"), ("wifi.cpp", p => $"WiFi.begin(\"AcmeGuest\", \"{p}\");\n"), ("mqtt.cpp", p => $"client.connect(\"sensor1\", \"iot\", \"{p}\");\n"),
        ("hive.sh", p => $"beeline -u \"jdbc:hive2://h:10000/default\" -n etl -p {p} -f q.sql\n"), ("call.sh", p => $"http -a admin:{p} POST https://api.acme.io/users\n"), ("save.sh", p => $"restic --password-command \"echo {p}\" -r s3:x snapshots\n"), ("cdk.py", p => $"rds.Credentials.from_password(\"admin\", SecretValue.unsafe_plain_text(\"{p}\"))\n"),
        ("plan.jmx", p => $"<stringProp name=\"Argument.name\">password</stringProp><stringProp name=\"Argument.value\">{p}</stringProp>\n"),
    ];

    static readonly (string Path, Func<string, string> Form)[] Keys =
    [
        ("Jwt.cs", k => $"new SymmetricSecurityKey(Encoding.UTF8.GetBytes(\"{k}\"))\n"), ("aes.js", k => $"const text = CryptoJS.AES.encrypt(plain, \"{k}\").toString();\n"), ("cipher.py", k => $"box = Fernet(b\"{k}\")\n"), ("sign.rb", k => $"OpenSSL::HMAC.hexdigest(\"SHA256\", \"{k}\", body)\n"),
        ("sign.go", k => $"mac := hmac.New(sha256.New, []byte(\"{k}\"))\n"), ("Keys.java", k => $"new SecretKeySpec(\"{k}\".getBytes(UTF_8), \"AES\")\n"), ("sign.php", k => $"$sum = hash_hmac('sha256', $body, '{k}');\n"), ("seal.js", k => $"const c = crypto.createCipheriv('aes-256-gcm', '{k}', iv);\n"),
        ("web.go", k => $"store := sessions.NewCookieStore([]byte(\"{k}\"))\n"), ("env.nomad", k => $"data = <<EOH\nAPI_TOKEN={k}\nEOH\n"), ("Makefile", k => $"deploy:\n\tAPI_SECRET_KEY={k} terraform apply\n"), ("app.json", k => $"{{ \"SECRET_TOKEN\": {{ \"description\": \"session\", \"value\": \"{k}\" }} }}\n"),
    ];

    public static IEnumerable<Example> All()
    {
        var made = new Made("calls");
        foreach (var (path, form) in Passwords)
        {
            var password = made.Password(13).Replace('#', '*');
            yield return New(path, form(password), password);
        }
        foreach (var (path, form) in Keys)
        {
            var key = made.Of(Made.Alphanumeric, 40);
            yield return New(path, form(key), key);
        }
        var ofApple = "qzxv-" + string.Join('-', Enumerable.Range(0, 3).Select(_ => made.Of(Made.Letters, 4)));
        yield return New("notarize.sh", $"xcrun altool --notarize-app -u dev@acme.io -p \"{ofApple}\" -f app.zip\n", ofApple);
        var captcha = "0x" + made.Of("0123456789ABCDEF", 40);
        yield return New("captcha.erl", $"-define(HCAPTCHA_SECRET, \"{captcha}\").\n", captcha);
    }

    static Example New(string path, string text, string secret) => new($"{path}: {text[..Math.Min(50, text.Length)].Trim().Replace('\n', ' ')}", path, text, secret);
}
