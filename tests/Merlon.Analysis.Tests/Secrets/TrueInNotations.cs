namespace Merlon.Analysis.Tests.Secrets;

/// <summary>Passwords and keys where neither an equals sign nor a colon stands between them and their name.</summary>
static class TrueInNotations
{
    static readonly (string Path, Func<string, string> Form)[] Forms =
    [
        ("load.R", p => $"api_key <- \"{p}\"\n"), ("conn.cpp", p => $"const std::string kPassword{{\"{p}\"}};\n"), ("conn.cpp", p => $"QString password = QStringLiteral(\"{p}\");\n"), ("app.scala", p => $"Map(\"user\" -> \"app\", \"password\" -> \"{p}\")\n"),
        ("deploy.tcl", p => $"set password \"{p}\"\n"), ("pillar.sls", p => $"mysql:\n  password: {p}\n"), ("svc.ldif", p => $"dn: cn=svc\nuserPassword: {p}\n"), ("dump.sql", p => $"INSERT INTO users (id, login, password) VALUES (1, 'svc', '{p}');\n"),
        ("cloudbuild.yaml", p => $"args: ['login', '-u', 'ci', '-p', '{p}', 'registry.acme.net']\n"), ("up.sh", p => $"ssh-keygen -t ed25519 -N \"{p}\" -f key\n"), ("up.sh", p => $"mongo --host db -u root -p {p} --eval x\n"),
        ("Auth.java", p => $"new UsernamePasswordAuthenticationToken(\"svc\", \"{p}\");\n"), ("wireless", p => $"\toption key '{p}'\n"), ("ipsec.secrets", p => $"bob : EAP \"{p}\"\n"), ("edge.cfg", p => $"tacacs-server key {p}\n"), ("edge.cfg", p => $"snmp-server community {p} RO\n"),
        ("config.php", p => $"$smtppass = '{p}';\n"), ("config.php", p => $"$cfg['Servers'][1]['controlpass'] = '{p}';\n"), ("ldap.yaml", p => $"  bindPW: {p}\n"), ("rabbit.yml", p => $"erlangCookie: {p}Q7w9\n"), ("server.js", p => $"koa.keys = ['{p}Q7w9'];\n"),
    ];

    static readonly (string Path, Func<Made, (string Text, string Secret)> Make)[] Keys =
    [
        ("kibana.yml", m => Of(m.Of(Made.Alphanumeric, 32), v => $"xpack.encryptedSavedObjects.encryptionKey: \"{v}\"\n")), ("wp-config.php", m => Of(m.Of(Made.Alphanumeric + "!&|~", 64), v => $"define('NONCE_SALT', '{v}');\n")),
        ("send.js", m => Of(m.Hex(32), v => $"const c = twilio('AC{m.Hex(32)}', '{v}');\n")), ("ci.yml", m => Of(m.Hex(40), v => $"  SONAR_LOGIN: \"{v}\"\n")), ("consul.json", m => Of(Convert.ToBase64String(Convert.FromHexString(m.Hex(64))), v => $"{{\"encrypt\":\"{v}\"}}\n")),
        ("job.scala", m => Of(m.Of(Made.Base64, 86) + "==", v => $"conf.set(\"fs.azure.account.key.acme.blob.core.windows.net\", \"{v}\")\n")), ("store.cs", m => Of(m.Of(Made.Base64, 86) + "==", v => $"new StorageSharedKeyCredential(\"acme\", \"{v}\")\n")),
        ("kaggle.json", m => Of(m.Hex(32), v => $"{{\"username\":\"bob\",\"key\":\"{v}\"}}\n")), ("local.xml", m => Of(m.Hex(32), v => $"<crypt>\n  <key><![CDATA[{v}]]></key>\n</crypt>\n")), ("jwt.go", m => Of(m.Of(Made.Alphanumeric, 24), v => $"token.SignedString([]byte(\"{v}\"))\n")),
        ("ci.yml", m => Of("Rb7x" + m.Of(Made.Alphanumeric, 10), v => $"api_token: {v}\n")),
    ];

    public static IEnumerable<Example> All()
    {
        var made = new Made("notations");
        foreach (var (path, form) in Forms)
        {
            var password = made.Password(13).Replace('#', '*');
            yield return New(path, form(password), password);
        }
        for (var i = 0; i < 4; i++)
        {
            var password = $"Copperheron{made.Of("123456789", 4)}{"-._-"[i]}";
            yield return New("app.yml", $"password: \"{password}\"\n", password);
        }
        for (var i = 0; i < Keys.Length; i++)
        {
            var (text, secret) = Keys[i].Make(new($"notations/{i}"));
            yield return New(Keys[i].Path, text, secret);
        }
    }

    static Example New(string path, string text, string secret) => new($"{path}: {text[..Math.Min(50, text.Length)].Trim().Replace('\n', ' ')}", path, text, secret);

    static (string Text, string Secret) Of(string secret, Func<string, string> form) => (form(secret), secret);
}
