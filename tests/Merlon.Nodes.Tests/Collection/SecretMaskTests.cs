using Merlon.Nodes.Collection.EnvironmentVariables;
using Merlon.Nodes.Collection.Masking;

namespace Merlon.Nodes.Tests.Collection;

public sealed class SecretMaskTests
{
    [Theory]
    [InlineData("PATH", "/usr/bin:/bin", "/usr/bin:/bin")]
    [InlineData("LANG", "C.UTF-8", "C.UTF-8")]
    [InlineData("JAVA_HOME", "/usr/lib/jvm/java-17-openjdk-amd64", "/usr/lib/jvm/java-17-openjdk-amd64")]
    [InlineData("SSH_AUTH_SOCK", "/tmp/agent", "/tmp/agent")]
    [InlineData("EMPTY_PASSWORD", "", "")]
    [InlineData("DB_PASSWORD", "hunter2", SecretMask.Mask)]
    [InlineData("db.password", "hunter2", SecretMask.Mask)]
    [InlineData("PGPASS", "x", "x")]
    [InlineData("PG_PASS", "x", SecretMask.Mask)]
    [InlineData("STRIPE_KEY", "x", SecretMask.Mask)]
    [InlineData("KEYBOARD", "us", "us")]
    [InlineData("ConnectionStrings__Main", "Host=db;Password=x", SecretMask.Mask)]
    [InlineData("NPM_TOKEN", "x", SecretMask.Mask)]
    [InlineData("CI_THING", "ghp_0123456789abcdefghij", SecretMask.Mask)]
    [InlineData("CLOUD", "AKIAIOSFODNN7EXAMPLE", SecretMask.Mask)]
    [InlineData("CLAIM", "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln", SecretMask.Mask)]
    [InlineData("PEM", "-----BEGIN RSA PRIVATE KEY-----", SecretMask.Mask)]
    [InlineData("RANDOM", "q8Zt1Lw0Vb7Rk3Xn5Yp9Ds2Fg4Hj6Mc8Ta", SecretMask.Mask)]
    [InlineData("WORDS", "a-fairly-long-name-of-a-service-that-is-no-secret", "a-fairly-long-name-of-a-service-that-is-no-secret")]
    [InlineData("DATABASE_URL", "postgres://app:s3cret@db:5432/x?y=1", "postgres://app:********@db:5432/x?y=1")]
    [InlineData("PROXY", "http://user:p@ss@proxy:3128", "http://user:********@proxy:3128")]
    [InlineData("HOME_PAGE", "https://example.com:8443/a@b", "https://example.com:8443/a@b")]
    [InlineData("OPTIONS", "-v --api-key 12345 --name x", "-v --api-key ******** --name x")]
    [InlineData("OPTS", "--password=12345 -x", "--password=******** -x")]
    public void Show_ByNameAndByValue_HidesSecretsOnly(string name, string value, string shown) => SecretMask.Show(name, value).ShouldBe(shown);

    [Fact]
    public async Task EnvironmentVariables_AreMasked_AndThoseOfTheSessionLeftOut()
    {
        var (items, _) = await new FakeNode()
            .With("/proc/self/environ", "PATH=/bin\0API_TOKEN=abc\0PWD=/tmp\0=odd\0NOVALUE\0")
            .With("/etc/environment", "# comment\nLANG=\"C.UTF-8\"\nexport ADMIN_PASSWORD='x'\n")
            .Collect(new EnvironmentVariablesCollector());
        items.ToDictionary(i => i.Key, i => i.Value["value"]!.Value.Text).ShouldBe(new Dictionary<string, string>
        {
            ["linux|PATH"] = "/bin",
            ["linux|API_TOKEN"] = SecretMask.Mask,
            ["system|LANG"] = "C.UTF-8",
            ["system|ADMIN_PASSWORD"] = SecretMask.Mask,
        }, ignoreOrder: true);
    }
}
