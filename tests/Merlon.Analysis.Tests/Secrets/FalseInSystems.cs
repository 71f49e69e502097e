namespace Merlon.Analysis.Tests.Secrets;

/// <summary>Settings of systems and services that stand where <see cref="TrueInSystems"/> have a secret.</summary>
static class FalseInSystems
{
    static readonly (string Path, string Text)[] Plain =
    [
        ("main.tf", "data \"aws_secretsmanager_secret\" \"db\" { arn = \"arn:aws:secretsmanager:eu-west-1:418279305512:secret:prod/db-aB3xYz\" }\n"), ("db.yaml", "  DbPassword: {Type: String, NoEcho: true, MinLength: 12}\n"), ("addresses.json", "{\"token\": \"0x5FbDB2315678afecb367f032d93F642f64180aa3\"}\n"), ("manifest.json", $"{{\"key\": \"MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA{new Made("public").Of(Made.Base64, 200)}IDAQAB\"}}\n"),
        ("user-data", "#cloud-config\nchpasswd:\n  list: |\n    root:$6$kQ9sX1vT$9dVwT0m4x5b3uQ\n    ops:RANDOM\n  expire: false\nruncmd:\n  - echo a:b1c2d3e4\n"), (".bundle/config", "---\nBUNDLE_GEMS__ACME__COM: \"$USER:$TOKEN\"\nBUNDLE_BUILD__NOKOGIRI: \"--use-system-libraries\"\n"), ("ci.yml", "      - run: gh secret set DEPLOY --body \"${{ secrets.NEW }}\"\n      - run: gh secret set KEY < key.pem\n"),
        ("terraform.tfstate", "{\"type\": \"random_password\", \"name\": \"db\", \"instances\": []}\n"), ("build.sbt", "credentials += Credentials(Path.userHome / \".sbt\" / \".credentials\")\n"), ("main.go", "dsn := \"%s:%s@tcp(%s)/orders\"\nother := user + \":\" + password + \"@tcp(db)/orders\"\n"), (".bash_history", "keytool -list -keystore a.jks -storepass:env STOREPASS\nipmitool -I lanplus -H bmc1 -U ADMIN -E power status\ntwine upload -r acme dist/*\nsqlplus /nolog\n"),
        ("pgbouncer/userlist.txt", "\"app\" \"md5b9d11b3be25f5a1a7dc8ca04cd310b28\"\n"), ("ppp/chap-secrets", "# client server secret IP\n# dsl-user * password *\n"), ("postfix/sasl_passwd", "# [smtp.relay.net]:587 user:password\n"), ("unattend.xml", "<Password>\n  <Value>*SENSITIVE*DATA*DELETED*</Value>\n</Password>\n"), ("startup-config", "service password-encryption\nenable secret 5 $1$mERr$hx5rVt7rPNoS4wqbXKX7m0\npassword encryption aes\n"),
        ("login.conf", "password required\npassword requisite pam_pwquality.so\n"), ("sign.js", "const t = jwt.sign(claims, process.env.JWT_SECRET, { algorithm: 'RS256', expiresIn: '15m' });\njwt.verify(token, key, { algorithms: ['HS256'] });\ncrypto.createHash('sha256');\n"), ("login.js", "client.login(token);\npage.login('user@acme.io');\nsubprocess.run(\"docker compose up\");\n"), ("ui.ts", "const password = 'Step-2';\nconst token = ['sep_token', 'pad_token2'];\n"),
        ("up.sh", "zip -P \"$ZIP_PASS\" -r out.zip data\n7z a -p\"$PASS\" b.7z /data\nnmcli dev wifi connect Office password \"$WIFI\"\nzip -r out.zip data\n"), ("swagger.json", "\"password\": {\"type\": \"string\", \"minLength\": 8, \"default\": \"\"}\n"), ("auth.js", "request.auth('basic');\nfirebase.auth().signIn(token);\n"), ("mail.go", "auth := smtp.PlainAuth(\"\", cfg.User, cfg.Password, cfg.Host)\n"), ("cache.env", $"CACHE_KEY={new Made("cache").Hex(32)}\n"), ("app.log", "10:11:12 INFO password=changed for user ada\n"), ("ldap.php", "ldap_bind($conn, $dn, $password);\nldap_bind($conn, 'anonymous', '');\n"), ("form.xml", "<Password>\n  <Label>Your password</Label>\n</Password>\n"),
    ];

    public static IEnumerable<Example> All() => Plain.Select(e => new Example($"{e.Path}: {e.Text[..Math.Min(50, e.Text.Length)].Trim().Replace('\n', ' ')}", e.Path, e.Text, null));
}
