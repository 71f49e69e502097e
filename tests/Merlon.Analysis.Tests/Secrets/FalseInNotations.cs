namespace Merlon.Analysis.Tests.Secrets;

/// <summary>Texts, rules and attributes beside names that tell of secrets.</summary>
static class FalseInNotations
{
    static readonly (string Path, string Text)[] Plain =
    [
        ("Rules.php", "$rules = ['password' => 'required|string|min:8|confirmed'];\n"), ("p.pl", "my %m = (password => 'Kennwort:', token => 'Zeichen');\n"), ("fr.json", "{\"password\":\"Mot-de-passe-1\"}\n"), ("Login.vue", "<input v-model=\"password\" :type=\"isShown ? 'password' : 'text'\">\n"),
        ("Login.vue", "<el-form-item label=\"Password\" prop=\"password\" :rules=\"passwordRules2\"></el-form-item>\n"), ("feed.xml", "<token>next-page-2024-02</token>\n"), ("Dockerfile", "ENV GPG_KEY=E3FF2839C048B25C084DEBE9B26995E310250568\n"), ("README.rst", "$ twine upload -u __token__ -p pypi-AgEIcHlwaS5vcmc... dist/*\n"),
        ("shape.xml", "<code>controlpass: string,</code>\n"), ("filter.js", "const bypass = 'ifLoggedIn2Times'; const compass = 'N-by-NW-2';\n"), ("user.sql", "INSERT INTO users (name, password) VALUES ('a', '$2b$10$abcdefghijklmnopqrstuv');\nINSERT INTO t (password, note) VALUES (?, 'x');\n"), ("list.R", "password <- Sys.getenv(\"DB_PASSWORD\")\n"),
        ("edge.cfg", "tacacs-server key 7 $key\nsnmp-server community public RO\n"), ("args.yaml", "args: ['login', '-u', '$USER', '-p', '$PASSWORD']\n"), ("up.sh", "ssh-keygen -t rsa -N '' -f key\n"), ("std.cpp", "std::string password{};\nstd::vector<Token> tokens{\"a\", \"b\"};\n"),
    ];

    public static IEnumerable<Example> All() => Plain.Select(e => new Example($"{e.Path}: {e.Text[..Math.Min(50, e.Text.Length)].Trim().Replace('\n', ' ')}", e.Path, e.Text, null));
}
