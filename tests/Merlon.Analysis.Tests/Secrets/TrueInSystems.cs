using System.Text;

namespace Merlon.Analysis.Tests.Secrets;

/// <summary>Passwords as the settings of systems and services hold them, in notations of their own.</summary>
static class TrueInSystems
{
    static readonly (string Path, Func<string, string> Form)[] Passwords =
    [
        ("user-data", p => $"#cloud-config\nchpasswd:\n  list: |\n    root:{p}\n  expire: false\n"), (".bundle/config", p => $"---\nBUNDLE_GEMS__ACME__COM: \"ci:{p}\"\n"), ("ci.yml", p => $"      - run: gh secret set DEPLOY --body \"{p}\" --repo acme/web\n"), ("vault.sh", p => $"az keyvault secret set --vault-name kv --name db --value \"{p}\"\n"), ("ssm.sh", p => $"aws ssm put-parameter --name /db --type SecureString --value {p}\n"),
        ("terraform.tfstate", p => $"{{\"type\": \"random_password\", \"name\": \"db\", \"instances\": [{{\"attributes\": {{\"length\": 24,\n \"result\": \"{p}\"}}}}]}}\n"), ("build.sbt", p => $"credentials += Credentials(\"Nexus\", \"nexus.acme.io\", \"deploy\", \"{p}\")\n"), ("etl.py", p => $"db = MySQLdb.connect(\"localhost\", \"etl\", \"{p}\", \"dwh\")\n"), ("etl.py", p => $"c = cx_Oracle.connect(\"etl\", \"{p}\", \"db1/orcl\")\n"), ("main.go", p => $"db, err := sql.Open(\"mysql\", \"orders:{p}@tcp(10.0.3.2:3306)/orders?parseTime=true\")\n"),
        ("main.go", p => $"dsn := \"orders:{p}@unix(/run/mysqld.sock)/orders\"\n"), ("a/.bash_history", p => $"PGPASSWORD={p} psql -h db -U app\n"), (".bash_history", p => $"keytool -importkeystore -srckeystore a.p12 -srcstorepass {p} -destkeystore b.jks\n"), (".bash_history", p => $"ipmitool -I lanplus -H bmc1 -U ADMIN -P {p} power status\n"), (".bash_history", p => $"twine upload -u ci -p {p} dist/*\n"), (".bash_history", p => $"podman login -u ci -p {p} registry.acme.io\n"),
        (".bash_history", p => $"oc login https://api.acme.io -u dev -p {p}\n"), (".bash_history", p => $"sqlplus system/{p}@db1/orcl\n"), (".bash_history", p => $"mosquitto_pub -h mq -u sensor -P {p} -t a -m 1\n"), (".bash_history", p => $"skopeo copy --dest-creds ci:{p} oci:a docker://r.acme.io/a\n"), ("pgbouncer/userlist.txt", p => $"\"app\" \"{p}\"\n"), ("ipsec.secrets", p => $"203.0.113.9 %any : PSK \"{p}\"\n"), ("ppp/chap-secrets", p => $"# client server secret IP\ndsl-user * \"{p}\" *\n"), ("ppp/pap-secrets", p => $"dsl-user\t*\t{p}\n"),
        ("postfix/sasl_passwd", p => $"[smtp.relay.net]:587 mailer@acme.io:{p}\n"), (".msmtprc", p => $"account work\nhost smtp.acme.io\nuser jo\npassword {p}\n"), ("etc/smb.cred", p => $"username=backup\npassword={p}\ndomain=ACME\n"), ("unattend.xml", p => $"<Password>\n  <Value>{p}</Value>\n  <PlainText>true</PlainText>\n</Password>\n"), ("ks.cfg", p => $"rootpw --plaintext {p}\ntimezone UTC\n"), ("startup-config", p => $"hostname r1\nenable password {p}\n"), ("app.log", p => $"10:11:12 DEBUG connecting with password={p} to db1\n"),
        ("ldap.php", p => $"ldap_bind($conn, \"cn=reader,dc=acme,dc=io\", \"{p}\");\n"), ("ldap.py", p => $"conn.simple_bind_s(\"cn=reader,dc=acme,dc=io\", \"{p}\")\n"), ("Ldap.java", p => $"env.put(Context.SECURITY_CREDENTIALS, \"{p}\");\n"), ("sign.js", p => $"const t = jwt.sign({{ id }}, '{p}', {{ expiresIn: '1h' }});\n"), ("sign.py", p => $"t = jwt.encode(claims, '{p}', algorithm='HS256')\n"), ("sign.js", p => $"crypto.createHmac('sha256', '{p}').update(body);\n"), ("Http.java", p => $"new UsernamePasswordCredentials(\"ci\", \"{p}\");\n"),
    ];

    static readonly (string Path, Func<string, string> Form)[] Rarer =
    [
        ("main.go", p => $"Auth: []ssh.AuthMethod{{ssh.Password(\"{p}\")}}\n"), ("mail.go", p => $"auth := smtp.PlainAuth(\"\", \"robot@acme.io\", \"{p}\", \"smtp.acme.io\")\n"), ("Cache.java", p => $"jedis.auth(\"{p}\");\n"), ("mq.py", p => $"client.username_pw_set(\"sensor\", \"{p}\")\n"), ("db.js", p => $"new Sequelize('shop', 'app', '{p}', {{ dialect: 'mysql' }});\n"),
        ("azuredeploy.json", p => $"\"adminPassword\": {{\"type\": \"securestring\", \"defaultValue\": \"{p}\"}}\n"), ("stack.ts", p => $"SecretValue.unsafePlainText('{p}')\n"), ("up.sh", p => $"7z a -p{p} backup.7z /data\n"), ("up.sh", p => $"zip -P {p} -r out.zip data\n"), ("up.sh", p => $"mc alias set prod https://s3.acme.io backup {p}\n"), ("up.sh", p => $"nmcli dev wifi connect Office password {p}\n"),
        ("up.ps1", p => $"cmdkey /generic:srv1 /user:ops /pass:{p}\n"), ("up.ps1", p => $"New-ADUser -AccountPassword (ConvertTo-SecureString -AsPlainText \"{p}\" -Force)\n"), ("deploy.rb", p => $"set :deploy_password, '{p}'\n"), ("rabbitmq.config", p => $"{{default_user, <<\"shop\">>}}, {{default_pass, <<\"{p}\">>}}\n"), ("run.groovy", p => $"def sql = Sql.newInstance(url, 'app', '{p}', 'org.postgresql.Driver')\n"),
    ];

    static readonly (string Path, Func<string, string> Form)[] Phrases =
    [
        ("db.yml", p => $"password: {p}\n"), ("db.properties", p => $"db.password={p}\n"), ("Db.cs", p => $"var s = \"Host=db;Username=shop;Password={p};Database=shop\";\n"), ("Db.java", p => $"ds.setPassword(\"{p}\");\n"), ("db.tfvars", p => $"db_password = \"{p}\"\n"), (".msmtprc", p => $"user jo\npassword {p}\n"), ("db.php", p => $"define('DB_PASSWORD', '{p}');\n"),
    ];

    static readonly (string Path, Func<Made, (string Text, string Secret)> Make)[] Tokens =
    [
        ("settings.php", m => Of(m.Of(Made.Url64, 74), v => $"$settings['hash_salt'] = '{v}';\n")), ("config.php", m => Of(m.Of(Made.Base64, 30), v => $"  'passwordsalt' => '{v}',\n")), ("env.php", m => Of(m.Hex(32), v => $"    'crypt' => ['key' => '{v}'],\n")), ("env.php", m => Of(m.Hex(32), v => $"    'crypt' => [\n        'key' => '{v}'\n    ],\n")), ("out.ipynb", m => Of(m.Hex(32), v => $"\"text\": [\n \"OPENWEATHER_KEY={v}\\n\"\n]\n")),
        ("sms.py", m => Of(m.Hex(32), v => $"client = Client(\"AC{m.Hex(32)}\", \"{v}\")\n")), ("bot.js", m => Of($"{Convert.ToBase64String(Encoding.ASCII.GetBytes("4" + m.Of(Made.Digits, 17)))}.{m.Of(Made.Url64, 6)}.{m.Of(Made.Url64, 38)}", v => $"client.login('{v}');\n")), ("bot.py", m => Of($"{Convert.ToBase64String(Encoding.ASCII.GetBytes("4" + m.Of(Made.Digits, 17)))}.{m.Of(Made.Url64, 6)}.{m.Of(Made.Url64, 38)}", v => $"bot.run(\"{v}\")\n")),
        ("hardhat.config.js", m => Of("0x" + m.Hex(64), v => $"mainnet: {{ url: RPC, accounts: [\"{v}\"] }}\n")), ("keys.py", m => Of(m.Of(Made.Alphanumeric, 32), v => $"API_KEYS = [\"{v}\"]\nAPI_KEY = [ '{v}' ]\n")), ("rndc.key", m => Of(m.Of(Made.Base64, 43) + "=", v => $"key \"rndc-key\" {{\n\talgorithm hmac-sha256;\n\tsecret \"{v}\";\n}};\n")), ("app.py", m => Of("_5#y" + m.Of(Made.Alphanumeric, 8) + "%c]/", v => $"app.secret_key = b'{v}'\n")),
        ("smtp.py", m => Of(string.Join(' ', Enumerable.Range(0, 4).Select(_ => m.Of("bcdfghjklmnpqrstvwxz", 4))), v => $"server.login(\"robot@acme.io\", \"{v}\")\n")),
    ];

    public static IEnumerable<Example> All()
    {
        var made = new Made("systems");
        foreach (var (path, form) in Passwords.Concat(Rarer))
        {
            var password = made.Password(14).Replace('#', '*');
            yield return New(path, form(password), password);
        }
        foreach (var (path, form) in Phrases)
        {
            var phrase = $"Copper-Heron{made.Of(Made.Digits, 2)}";
            yield return New(path, form(phrase), phrase);
        }
        for (var i = 0; i < Tokens.Length; i++)
        {
            var (text, secret) = Tokens[i].Make(new($"systems/{i}"));
            yield return New(Tokens[i].Path, text, secret);
        }
    }

    static Example New(string path, string text, string secret) => new($"{path}: {text[..Math.Min(50, text.Length)].Trim().Replace('\n', ' ')}", path, text, secret);

    static (string Text, string Secret) Of(string secret, Func<string, string> form) => (form(secret), secret);
}
