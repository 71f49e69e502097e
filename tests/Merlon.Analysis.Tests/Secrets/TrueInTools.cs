namespace Merlon.Analysis.Tests.Secrets;

/// <summary>Passwords as command lines, settings of servers and defaults of programs hold them, and tokens of services as their users paste them.</summary>
static class TrueInTools
{
    static readonly (string Path, Func<string, string> Form)[] Passwords =
    [
        ("Db.java", p => $"@Value(\"${{db.password:{p}}}\")\n"), ("application.properties", p => $"spring.datasource.password=${{DB_PASS:{p}}}\n"), ("run.sh", p => $": \"${{DB_PASSWORD:={p}}}\"\n"), ("docker-compose.yml", p => $"      POSTGRES_PASSWORD: ${{PG_PASS:-{p}}}\n"), ("db.py", p => $"db = MySQLdb.connect(host='db', user='app', passwd='{p}', db='shop')\n"),
        ("conf.py", p => $"config.setdefault('password', '{p}')\n"), ("conf.py", p => $"settings = dict(user='app', password='{p}')\n"), ("env.js", p => $"process.env.DB_PASSWORD = '{p}';\n"), ("db.js", p => $"const db = {{ 'db-password': `{p}` }};\n"), ("Db.cs", p => $"builder.UseSqlServer(\"Server=db;Database=shop;User=sa;Password={p}\");\n"),
        ("Db.cs", p => $"new SqlConnectionStringBuilder {{ DataSource = \"db\", Password = \"{p}\" }}\n"), ("app.config", p => $"<setting name=\"Password\" serializeAs=\"String\"><value>{p}</value></setting>\n"), ("Main.vb", p => $"Dim password As String = \"{p}\"\n"), ("main.go", p => $"os.Setenv(\"DB_PASSWORD\", \"{p}\")\n"), ("main.rs", p => $"env::set_var(\"DB_PASSWORD\", \"{p}\");\n"),
        ("config.php", p => $"$config['db']['password'] = '{p}';\n"), ("env.rb", p => $"ENV['DB_PASSWORD'] ||= '{p}'\n"), ("load.R", p => $"con <- dbConnect(drv, user = \"app\", password = \"{p}\")\n"), ("deploy.ps1", p => $"Invoke-Sqlcmd -ServerInstance db -Username sa -Password '{p}'\n"), ("env.ps1", p => $"$env:DB_PASSWORD = \"{p}\"\n"), ("deploy.ps1", p => $"param([string]$Password = \"{p}\")\n"),
        ("set.bat", p => $"setx DB_PASSWORD {p}\n"), ("set.bat", p => $"set \"DB_PASSWORD={p}\"\n"), ("Makefile", p => $"DB_PASS := {p}\n"), ("host.nix", p => $"  services.db.password = \"{p}\";\n"), ("app.toml", p => $"db = {{ user = \"app\", password = \"{p}\" }}\n"), ("users.yml", p => $"users:\n  - name: ada\n  - password: {p}\n"), ("db.yml", p => $"password: >-\n  {p}\n"),
        ("db.xml", p => $"<password><![CDATA[{p}]]></password>\n"), ("web.config", p => $"<network host=\"smtp\" userName=\"robot\" password=\"{p}\"/>\n"), ("publish.gradle", p => $"credentials {{ username 'ci'; password '{p}' }}\n"), ("httpd.conf", p => $"AuthLDAPBindPassword {p}\n"), ("httpd.conf", p => $"SetEnv DB_PASSWORD {p}\n"), ("fstab", p => $"//srv/x /mnt cifs username=ada,password={p} 0 0\n"), ("radius.conf", p => $"client nas {{\n  secret = {p}\n}}\n"),
        ("haproxy.cfg", p => $"    user admin insecure-password {p}\n"), ("haproxy.cfg", p => $"    stats auth admin:{p}\n"), ("logstash.conf", p => $"    password => \"{p}\"\n"), ("prometheus.yml", p => $"  basic_auth:\n    username: ci\n    password: {p}\n"), ("datasource.yml", p => $"    secureJsonData:\n      password: {p}\n"), ("airflow.cfg", p => $"sql_alchemy_conn = postgresql+psycopg2://airflow:{p}@db/airflow\n"), ("hosts", p => $"web1 ansible_host=10.0.0.2 ansible_ssh_pass={p}\n"),
        ("default.rb", p => $"default['db']['password'] = '{p}'\n"), ("db.pp", p => $"  password => '{p}',\n"), ("minion", p => $"mysql.pass: '{p}'\n"), ("user-data.yml", p => $"chpasswd:\n  list: |\n    root:{p}\n"), ("image.json", p => $"\"ssh_username\": \"root\", \"ssh_password\": \"{p}\"\n"), ("kustomization.yaml", p => $"secretGenerator:\n- name: db\n  literals:\n  - password={p}\n"), ("up.sh", p => $"docker run -d -e MYSQL_ROOT_PASSWORD={p} mysql:8\n"),
        ("up.sh", p => $"docker build --build-arg DB_PASSWORD={p} .\n"), ("up.sh", p => $"gh secret set DB_PASSWORD --body \"{p}\"\n"), ("up.sh", p => $"heroku config:set DB_PASSWORD={p} --app shop\n"), ("up.sh", p => $"vault kv put secret/db username=app password={p}\n"), ("up.sh", p => $"svn checkout --username ci --password {p} https://svn.acme.io/x\n"), ("up.sh", p => $"lftp -u deploy,{p} sftp://ftp.acme.io\n"), ("up.bat", p => $"plink -ssh root@10.0.0.7 -pw {p} uptime\n"),
        ("up.sh", p => $"mysqladmin -u root password '{p}'\n"), ("up.sh", p => $"echo '{p}' | sudo -S systemctl restart shop\n"), ("up.sh", p => $"java -Djavax.net.ssl.keyStorePassword={p} -jar app.jar\n"), ("up.sh", p => $"gradle publish -PnexusPassword={p}\n"), ("up.sh", p => $"security unlock-keychain -p {p} login.keychain\n"), ("up.sh", p => $"gpg --batch --passphrase {p} -c a.tar\n"), ("up.sh", p => $"ansible-playbook site.yml -e \"db_password={p}\"\n"),
        ("up.sh", p => $"terraform apply -var=\"db_password={p}\"\n"), ("up.sh", p => $"signtool sign /f a.pfx /p {p} app.exe\n"), ("up.sh", p => $"git remote add origin https://x-access-token:{p}@github.com/acme/x.git\n"), ("up.sh", p => $"mongodump --host db -u root -p {p}\n"), ("up.sh", p => $"rabbitmqctl add_user robot {p}\n"),
    ];

    static readonly (string Path, Func<Made, (string Text, string Secret)> Make)[] Tokens =
    [
        (".aws/credentials", m => Of(m.Of(Made.Base64, 40), v => $"[default]\naws_access_key_id = AKIA{m.Of(Made.Base32, 16)}\naws_secret_access_key = {v}\n")), ("maps.js", m => Of("AIza" + m.Of(Made.Url64, 35), v => $"const key = '{v}';\n")), ("oauth.json", m => Of("GOCSPX-" + m.Of(Made.Url64, 28), v => $"{{\"client_secret\":\"{v}\"}}\n")), ("Procfile.sh", m => Of(m.Uuid(), v => $"export HEROKU_API_KEY={v}\n")),
        ("do.tf", m => Of("dop_v1_" + m.Hex(64), v => $"token = \"{v}\"\n")), ("mail.py", m => Of($"SG.{m.Of(Made.Url64, 22)}.{m.Of(Made.Url64, 43)}", v => $"SendGridAPIClient('{v}')\n")), ("mail.rb", m => Of("key-" + m.Hex(32), v => $"Mailgun::Client.new('{v}')\n")), ("list.php", m => Of(m.Hex(32) + "-us12", v => $"$mc = new MailChimp('{v}');\n")), ("bot.js", m => Of($"xoxp-{m.Of("123456789", 12)}-{m.Of("123456789", 12)}-{m.Of("123456789", 13)}-{m.Hex(32)}", v => $"token: '{v}'\n")),
        ("pay.py", m => Of("sk_live_" + m.Of(Made.Alphanumeric, 24), v => $"stripe.api_key = '{v}'\n")), ("pay.py", m => Of("rk_live_" + m.Of(Made.Alphanumeric, 24), v => $"stripe.api_key = '{v}'\n")), ("shop.rb", m => Of("shpat_" + m.Hex(32), v => $"token = '{v}'\n")), ("dd.yaml", m => Of(m.Hex(32), v => $"- name: DD_API_KEY\n  value: {v}\n")), ("nr.yml", m => Of("NRAK-" + m.Of(Made.Capitals + Made.Digits, 27), v => $"api_key: {v}\n")), (".env", m => Of(m.Of(Made.Url64, 40), v => $"CLOUDFLARE_API_TOKEN={v}\n")),
        (".env", m => Of(m.Hex(32), v => $"ALGOLIA_ADMIN_API_KEY={v}\n")), (".env", m => Of(m.Of(Made.Url64, 64), v => $"AUTH0_CLIENT_SECRET={v}\n")), ("ai.py", m => Of("sk-ant-api03-" + m.Of(Made.Url64, 93) + "AA", v => $"Anthropic(api_key='{v}')\n")), ("ai.py", m => Of("r8_" + m.Of(Made.Alphanumeric, 37), v => $"os.environ['REPLICATE_API_TOKEN'] = '{v}'\n")), ("lin.ts", m => Of("lin_api_" + m.Of(Made.Alphanumeric, 40), v => $"new LinearClient({{ apiKey: '{v}' }})\n")), ("fig.js", m => Of("figd_" + m.Of(Made.Url64, 40), v => $"'X-Figma-Token': '{v}'\n")),
        ("pm.sh", m => Of($"PMAK-{m.Hex(24)}-{m.Hex(34)}", v => $"newman run x --postman-api-key {v}\n")), ("dbx.py", m => Of("dapi" + m.Hex(32), v => $"token='{v}'\n")), ("ci.yml", m => Of("glpat-" + m.Of(Made.Url64, 20), v => $"  GITLAB_TOKEN: {v}\n")), ("hub.sh", m => Of("dckr_pat_" + m.Of(Made.Url64, 27), v => $"echo {v} | docker login -u acme --password-stdin\n")), ("gem.yml", m => Of("rubygems_" + m.Hex(48), v => $":rubygems_api_key: {v}\n")), ("tfc.hcl", m => Of($"{m.Of(Made.Alphanumeric, 14)}.atlasv1.{m.Of(Made.Alphanumeric, 67)}", v => $"credentials \"app.terraform.io\" {{ token = \"{v}\" }}\n")),
        ("v.sh", m => Of("hvs." + m.Of(Made.Url64, 92), v => $"export VAULT_TOKEN={v}\n")), ("age.txt", m => Of("AGE-SECRET-KEY-1" + m.Of("QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L", 58), v => $"# public key: age1x\n{v}\n")), ("ali.py", m => Of("LTAI5t" + m.Of(Made.Alphanumeric, 18), v => $"AccessKeyId='{v}'\n")), ("gl.sh", m => Of(m.Of(Made.Url64, 20), v => $"curl --header \"PRIVATE-TOKEN: {v}\" https://gitlab.acme.io/api/v4/projects\n")), ("gh.sh", m => Of(m.Hex(40), v => $"curl -H \"Authorization: token {v}\" https://api.github.com/user\n")),
        ("airflow.cfg", m => Of(m.Of(Made.Url64, 43) + "=", v => $"fernet_key = {v}\n")), ("telegraf.conf", m => Of(m.Of(Made.Url64, 86) + "==", v => $"  token = \"{v}\"\n")), ("nginx.conf", m => Of(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes("robot:" + m.Password(14))), v => $"proxy_set_header Authorization \"Basic {v}\";\n")), ("jira.py", m => Of("ATATT3xFfGF0" + m.Of(Made.Url64, 170) + "=" + m.Of("0123456789ABCDEF", 8), v => $"auth = HTTPBasicAuth('a@acme.io', '{v}')\n")),
    ];

    public static IEnumerable<Example> All()
    {
        var made = new Made("tools");
        foreach (var (path, form) in Passwords)
        {
            var password = made.Password(13).Replace('#', '*');
            yield return New(path, form(password), password);
        }
        for (var i = 0; i < Tokens.Length; i++)
        {
            var (text, secret) = Tokens[i].Make(new($"tools/{i}"));
            yield return New(Tokens[i].Path, text, secret);
        }
    }

    static Example New(string path, string text, string secret) => new($"{path}: {text[..Math.Min(50, text.Length)].Trim().Replace('\n', ' ')}", path, text, secret);

    static (string Text, string Secret) Of(string secret, Func<string, string> form) => (form(secret), secret);
}
