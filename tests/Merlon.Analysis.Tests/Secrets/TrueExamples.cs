using System.Text;
using Merlon.Analysis.Secrets.Checks;
using Merlon.Analysis.Secrets.Kinds;

namespace Merlon.Analysis.Tests.Secrets;

/// <summary>Texts with secrets: every kind in several notations, and what people name themselves in the notations of many languages.</summary>
static class TrueExamples
{
    // Notations for values that tell by themselves what they are.
    static readonly (string Name, string Path, string Form)[] Plain =
    [
        ("env", "deploy/.env", "SETTING={0}\n"), ("python", "src/app.py", "client = connect(\"{0}\")\n"), ("yaml", "config/app.yaml", "some:\n  setting: {0}\n"),
        ("json", "config/app.json", "{{ \"setting\": \"{0}\", \"other\": 1 }}\n"), ("notebook", "work/explore.ipynb", "   \"x = '{0}'\\n\",\n"), ("comment", "src/Main.java", "// was: {0} until May\n"),
    ];

    // Notations for names and values.
    static readonly (string Name, string Path, string Form)[] Named =
    [
        ("java", "src/Main.java", "    private static final String {0} = \"{1}\";\n"), ("csharp", "src/Main.cs", "    const string {0} = \"{1}\";\n"), ("javascript", "src/app.js", "const {0} = '{1}';\n"),
        ("javascript object", "src/app.js", "  {0}: '{1}',\n"), ("typescript", "src/app.ts", "  private readonly {0}: string = '{1}';\n"), ("python", "src/app.py", "{0} = \"{1}\"\n"), ("python dictionary", "src/app.py", "    '{0}': '{1}',\n"),
        ("python default", "src/app.py", "{0} = os.environ.get(\"{0}\", \"{1}\")\n"), ("go", "main.go", "\t{0} := \"{1}\"\n"), ("go typed", "main.go", "var {0} string = \"{1}\"\n"), ("ruby", "app.rb", "{0} = '{1}'\n"), ("ruby hash", "app.rb", "  :{0} => \"{1}\",\n"),
        ("php", "index.php", "${0} = '{1}';\n"), ("php define", "wp-config.php", "define('{0}', '{1}');\n"), ("php array", "config.php", "    '{0}' => '{1}',\n"), ("shell", "run.sh", "export {0}={1}\n"), ("shell quoted", "run.sh", "{0}=\"{1}\"\n"),
        ("dockerfile env", "Dockerfile", "ENV {0}={1}\n"), ("dockerfile env blank", "Dockerfile", "ENV {0} {1}\n"), ("dockerfile arg", "Dockerfile", "ARG {0}={1}\n"), ("compose", "docker-compose.yml", "      {0}: {1}\n"), ("compose list", "docker-compose.yml", "      - {0}={1}\n"),
        ("yaml", "values.yaml", "{0}: \"{1}\"\n"), ("yaml pair", "deployment.yaml", "        - name: {0}\n          value: \"{1}\"\n"), ("json", "appsettings.json", "    \"{0}\": \"{1}\",\n"), ("json pair", "task.json", "  {{ \"name\": \"{0}\", \"value\": \"{1}\" }}\n"),
        ("xml element", "settings.xml", "  <{0}>{1}</{0}>\n"), ("xml add", "web.config", "    <add key=\"{0}\" value=\"{1}\" />\n"), ("xml attribute", "context.xml", "<Resource name=\"db\" {0}=\"{1}\"/>\n"), ("ini", "app.ini", "{0} = {1}\n"), ("env", ".env", "{0}={1}\n"),
        ("env quoted", ".env.production", "{0}='{1}'\n"), ("properties", "application.properties", "app.{0}={1}\n"), ("terraform", "main.tf", "  {0} = \"{1}\"\n"), ("tfvars", "prod.tfvars", "{0} = \"{1}\"\n"), ("terraform variable", "variables.tf", "variable \"{0}\" {{\n  default = \"{1}\"\n}}\n"),
        ("toml", "config.toml", "{0} = \"{1}\"\n"), ("rust", "src/main.rs", "    let {0}: &str = \"{1}\";\n"), ("kotlin", "Main.kt", "    val {0} = \"{1}\"\n"), ("kotlin typed", "Main.kt", "    val {0}: String = \"{1}\"\n"), ("swift", "App.swift", "    let {0} = \"{1}\"\n"), ("scala", "App.scala", "  val {0} = \"{1}\"\n"),
        ("perl", "app.pl", "my ${0} = '{1}';\n"), ("c", "main.c", "static const char {0}[] = \"{1}\";\n"), ("c define less", "main.cpp", "std::string {0} = \"{1}\";\n"), ("powershell", "run.ps1", "${0} = \"{1}\"\n"), ("batch", "run.bat", "set {0}={1}\n"), ("makefile", "Makefile", "{0} ?= {1}\n"),
        ("groovy", "build.gradle", "    {0} '{1}'\n".Replace(" '", " = '", StringComparison.Ordinal)), ("setter", "src/Main.java", "        source.{0}(\"{1}\");\n"), ("command", "run.sh", "tool --{0} {1} go\n"), ("command equals", "run.sh", "tool --{0}={1} go\n"), ("address", "src/app.js", "fetch('https://api.acme.io/v1?{0}={1}&x=1')\n"),
        ("comparison", "src/Main.cs", "if ({0} == \"{1}\")\n"), ("fallback", "src/app.js", "const {0} = process.env.X || '{1}';\n"), ("notebook", "work/explore.ipynb", "    \"{0} = \\\"{1}\\\"\\n\",\n"), ("ansible", "group_vars/all.yml", "{0}: {1}\n"), ("dart", "lib/main.dart", "  final String {0} = '{1}';\n"),
        ("lua", "conf.lua", "local {0} = \"{1}\"\n"), ("elixir", "config.exs", "  {0}: \"{1}\",\n"), ("r", "run.R", "{0} <- 'x'; {0} = \"{1}\"\n"), ("helm", "values.yml", "  {0}: '{1}'\n"), ("connection", "src/Db.cs", "var c = \"Server=db;Database=x;User Id=app;{0}={1};\";\n"),
    ];

    static readonly string[] PasswordNames = ["password", "db_password", "DB_PASSWORD", "adminPassword", "passwd", "mysql_root_password"];
    static readonly string[] TokenNames = ["api_key", "apiKey", "API_KEY", "access_token", "authToken", "client_secret", "SECRET_KEY", "secretKey"];

    public static IEnumerable<Example> All() => [.. OfKinds(), .. OfNames(), .. Hand()];

    static IEnumerable<Example> OfKinds()
    {
        foreach (var kind in KindSet.Default.All.Where(k => k.Pattern is not null))
        {
            var value = Value(kind, new Made(kind.Id));
            var forms = kind.Matcher == SecretMatcher.Shape ? Plain : [];
            foreach (var (name, path, form) in forms.Take(kind.Check is null ? 2 : 6)) yield return new($"{kind.Id} in {name}", path, string.Format(form, Surround(kind, value)), value);
            if (kind.Matcher != SecretMatcher.Named) continue;
            var word = kind.Names[0].Trim('_', '-');
            yield return new($"{kind.Id} in env", "deploy/.env", $"{word.ToUpperInvariant()}_SECRET_KEY={value}\n", value);
            yield return new($"{kind.Id} in javascript", "src/config.js", $"const {word}_token = \"{value}\";\n", value);
        }
    }

    // Some values stand only behind what announces them.
    static string Surround(SecretKind kind, string value) => kind.Id switch
    {
        "azure-storage-key" => $"AccountName=acme;AccountKey={value}",
        "azure-shared-access-key" => $"Endpoint=sb://acme/;SharedAccessKey={value}",
        "azure-sas" => $"https://acme.blob.core.windows.net/a?sv=2022&{value}",
        "discord-webhook" or "slack-webhook" or "teams-webhook" or "google-chat-webhook" or "zapier-webhook" => $"https://{value}",
        _ => value,
    };

    public static string Value(SecretKind kind, Made made) => kind.Check?.Name switch
    {
        "github-crc32" => Checked(kind.Keywords[0], made.Of(Made.Alphanumeric, 30)),
        "grafana-crc32" => $"glsa_{made.Of(Made.Alphanumeric, 32)}" is var body ? $"{body}_{TokenChecksums.Of(body):x8}" : "",
        "aws-key-id" => kind.Keywords[0].PadRight(4, 'X') + "Q3" + made.Of(Made.Base32, 14),
        "macaroon" => "pypi-" + Convert.ToBase64String([2, 1, 8, .. "pypi.org"u8, 2, 36, .. Encoding.ASCII.GetBytes(made.Uuid()), 0, 0, 6, .. Encoding.ASCII.GetBytes(made.Of(Made.Alphanumeric, 32))]).TrimEnd('=').Replace('+', '-').Replace('/', '_'),
        "jwt" => Jwt(made, "{\"sub\":\"" + made.Uuid() + "\",\"scope\":\"admin\",\"iat\":1690000000}"),
        "base58" => Base58(kind.Id == "bitcoin-wif-key" ? [0x80, .. Bytes(made, 32)] : [0x04, 0x88, 0xAD, 0xE4, .. Bytes(made, 74)]),
        _ => PatternSample.Of(kind.Pattern!, made),
    };

    static string Checked(string prefix, string random) => prefix + random + TokenChecksums.Base62(TokenChecksums.Of(random));

    public static string Jwt(Made made, string claims) => $"{Url64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}")}.{Url64(claims)}.{made.Of(Made.Url64, 43)}";

    static string Url64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    static byte[] Bytes(Made made, int count) => [.. Enumerable.Range(0, count).Select(_ => (byte)made.Next(256))];

    static string Base58(byte[] bytes)
    {
        byte[] all = [.. bytes, .. System.Security.Cryptography.SHA256.HashData(System.Security.Cryptography.SHA256.HashData(bytes)).AsSpan(0, 4)];
        var number = new System.Numerics.BigInteger(all, isUnsigned: true, isBigEndian: true);
        var text = "";
        for (; number > 0; number /= 58) text = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"[(int)(number % 58)] + text;
        return text;
    }

    static IEnumerable<Example> OfNames()
    {
        var turn = 0;
        foreach (var (name, path, form) in Named)
        {
            for (var round = 0; round < 4; round++)
            {
                var made = new Made($"{name}/{round}");
                var (key, value) = round < 2
                    ? (PasswordNames[turn++ % PasswordNames.Length], made.Password(10 + (round * 6)).Replace('#', '*'))
                    : (TokenNames[turn++ % TokenNames.Length], round == 2 ? made.Of(Made.Alphanumeric, 32) : made.Hex(40));
                if (name == "setter") key = round < 2 ? "setPassword" : "setSecretKey";
                if (name == "connection") key = "Password";
                yield return new($"{name}: {key}", path, string.Format(form, key, value), value);
            }
        }
    }

    static IEnumerable<Example> Hand()
    {
        var made = new Made("hand");
        (string Path, Func<string, string> Form)[] forms =
        [
            ("src/app.py", p => $"engine = create_engine(\"postgresql://app:{p}@db.acme.io:5432/shop\")\n"), ("config.yml", p => $"url: mongodb+srv://svc:{p}@cluster0.ab1cd.mongodb.net/?retryWrites=true\n"), (".git/x-config.txt", p => $"\turl = https://robot:{p}@git.acme.io/team/repo.git\n"),
            ("run.sh", p => $"curl -u robot:{p} https://api.acme.io/v1/me\n"), ("run.sh", p => $"mysql -h db -u root -p{p} shop\n"), ("run.sh", p => $"sshpass -p '{p}' ssh root@10.0.0.7\n"), ("run.sh", p => $"docker login -u robot -p {p} registry.acme.io\n"), ("run.sh", p => $"PGPASSWORD={p} psql -h db\n"),
            (".netrc", p => $"machine api.acme.io login robot password {p}\n"), (".netrc", p => $"machine api.acme.io\n  login robot\n  password {p}\n"), (".pgpass", p => $"db.acme.io:5432:shop:app:{p}\n"), (".my.cnf", p => $"[client]\nuser=root\npassword={p}\n"), (".pypirc", p => $"[pypi]\nusername = acme\npassword = {p}\n"),
            ("grants.sql", p => $"CREATE USER 'app'@'%' IDENTIFIED BY '{p}';\n"), ("roles.sql", p => $"ALTER ROLE app WITH LOGIN PASSWORD '{p}';\n"), ("redis.conf", p => $"requirepass {p}\n"), ("nuget.config", p => $"<add key=\"ClearTextPassword\" value=\"{p}\" />\n"), ("settings.xml", p => $"<server><id>x</id><username>u</username><password>{p}</password></server>\n"),
            ("Db.java", p => $"DriverManager.getConnection(url, \"app\", pass); String pass = \"{p}\";\n"), ("Startup.cs", p => $"\"Default\": \"Server=tcp:db,1433;Initial Catalog=shop;User ID=app;Password={p};Encrypt=True\"\n"), ("odbc.php", p => $"$dsn = \"DRIVER=x;SERVER=db;UID=app;PWD={p}\";\n"), ("Model.cs", p => $"public string Password {{ get; set; }} = \"{p}\";\n"),
            ("gradle.properties", p => $"signing.password={p}\n"), ("hosts.ini", p => $"web1 ansible_user=root ansible_password={p}\n"), ("ansible.yml", p => $"  ansible_become_pass: \"{p}\"\n"), ("api.http", p => $"Authorization: Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes("robot:" + p))}\n"), ("client.js", p => $"headers: {{ 'Authorization': 'Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes("robot:" + p))}' }}\n"),
            (".docker/config.json", p => $"{{ \"auths\": {{ \"registry.acme.io\": {{ \"auth\": \"{Convert.ToBase64String(Encoding.UTF8.GetBytes("robot:" + p))}\" }} }} }}\n"), ("src/Main.java", p => $"props.setProperty(\"mail.smtp.password\", \"{p}\");\n"), ("src/Main.java", p => $"props.put(\"password\", \"{p}\");\n"), ("app.js", p => $"mysql.createConnection({{host: 'db', user: 'root', password: '{p}'}})\n"),
            ("Main.cs", p => $"client.Credentials = new NetworkCredential(\"robot\", \"{p}\");\n"), ("app.py", p => $"requests.get(url, auth=('robot', '{p}'))\n"), ("Main.java", p => $"DriverManager.getConnection(\"jdbc:mysql://db/shop\", \"app\", \"{p}\");\n"),
            ("app.py", p => $"smtp.login(user=\"robot\", password=\"{p}\")\n"), ("app.rs", p => $".password(\"{p}\")\n"), ("login.ps1", p => $"$s = ConvertTo-SecureString -String $x; $adminPassword = '{p}'\n"), ("unattend.xml", p => $"<AdministratorPassword><Value>{p}</Value></AdministratorPassword>\n".Replace("<AdministratorPassword><Value>", "<AdministratorPassword>", StringComparison.Ordinal).Replace("</Value>", "", StringComparison.Ordinal)),
        ];
        foreach (var (path, form) in forms)
        {
            for (var round = 0; round < 2; round++)
            {
                var password = made.Password(11 + round).Replace('#', '*');
                var text = form(password);
                var secret = text.Contains(password, StringComparison.Ordinal) ? password : Convert.ToBase64String(Encoding.UTF8.GetBytes("robot:" + password));
                yield return new($"{path}: {text[..Math.Min(30, text.Length)].Trim()}", path, text, secret);
            }
        }
        foreach (var word in (string[])["hunter2", "Tr0ub4dor&3", "P@ssw0rd!", "s3cr3tP4ss", "Winter2023!", "qW3rTy99", "Adm1n#2024", "letM31n!!", "k8s-Pr0d-99", "7Hk29sLq", "Sup3rS3cur3", "r00tM3Now!"])
            yield return new($"a person's password {word[..3]}", "src/app.py", $"password = \"{word}\"\n", word);
        foreach (var (name, label) in ((string, string)[])[("id_rsa", "RSA "), ("key.pem", ""), ("server.key", "EC "), ("dsa.pem", "DSA "), ("id_ed25519", "OPENSSH ")])
        {
            var body = string.Join('\n', Enumerable.Range(0, 12).Select(_ => made.Of(Made.Base64, 64)));
            yield return new($"private key {label}", $"deploy/{name}", $"-----BEGIN {label}PRIVATE KEY-----\n{body}\n-----END {label}PRIVATE KEY-----\n", body[..20]);
            yield return new($"private key {label} in a string", "src/keys.js", $"const k = \"-----BEGIN {label}PRIVATE KEY-----\\n{body.Replace("\n", "\\n", StringComparison.Ordinal)}\\n-----END {label}PRIVATE KEY-----\";\n", body[..20]);
        }
        yield return new("putty key", "deploy/robot.ppk", $"PuTTY-User-Key-File-3: ssh-rsa\nEncryption: none\nComment: x\nPublic-Lines: 1\n{made.Of(Made.Base64, 64)}\nPrivate-Lines: 2\n{made.Of(Made.Base64, 64)}\n{made.Of(Made.Base64, 64)}\nPrivate-MAC: {made.Hex(64)}\n", "ssh-rsa");
        var d = made.Of(Made.Url64, 43);
        yield return new("jwk", "keys.json", $"{{ \"kty\": \"EC\", \"crv\": \"P-256\", \"x\": \"{made.Of(Made.Url64, 43)}\", \"d\": \"{d}\" }}\n", d);
        var master = made.Hex(32);
        yield return new("rails master key", "config/master.key", master, master);
        var npm = made.Uuid();
        yield return new("npmrc", ".npmrc", $"//registry.acme.io/:_authToken={npm}\n", npm);
        var bearer = made.Of(Made.Url64, 48);
        yield return new("bearer", "src/client.js", $"headers: {{ Authorization: 'Bearer {bearer}' }}\n", bearer);
    }
}
