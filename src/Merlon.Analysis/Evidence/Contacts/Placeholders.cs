namespace Merlon.Analysis.Evidence.Contacts;

/// <summary>Tells addresses that reach nobody (RFC 2606 names, "you@domain") and the names of schemas from real ones.</summary>
internal static class Placeholders
{
    static readonly string[] Hosts = ["example.com", "example.org", "example.net", "example.edu", "domain.com", "yourdomain.com", "company.com", "mycompany.com", "localhost", "127.0.0.1", "0.0.0.0"];
    static readonly string[] TopLevels = [".example", ".test", ".invalid", ".localhost", ".local"];
    static readonly string[] Locals = ["you", "your", "your.name", "yourname", "user", "username", "name", "someone", "somebody", "foo", "nobody", "me", "email", "your.email", "youremail"];
    static readonly string[] Schemas = ["www.w3.org/1998/", "www.w3.org/1999/", "www.w3.org/2000/", "www.w3.org/2001/", "www.w3.org/2005/", "www.w3.org/XML/", "www.w3.org/TR/xhtml", "www.w3.org/TR/html4",
        "schemas.", "java.sun.com/xml/ns/", "java.sun.com/jsp/", "xmlns.jcp.org/", "maven.apache.org/POM/", "maven.apache.org/xsd/", "www.springframework.org/schema/", "json-schema.org/", "purl.org/dc/", "ns.adobe.com/", "www.omg.org/spec/"];

    public static bool IsEmail(string email)
    {
        var at = email.LastIndexOf('@');
        return IsHost(email[(at + 1)..]) || (Locals.Contains(email[..at].ToLowerInvariant(), StringComparer.Ordinal) && email[(at + 1)..].Split('.')[0] is "domain" or "host" or "mail" or "email" or "company" or "site");
    }

    public static bool IsUrl(string url)
    {
        var rest = url.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? url[(scheme + 3)..] : url;
        var host = rest.Split('/', ':', '?')[0];
        return IsHost(host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host)
            || Array.Exists(Schemas, s => rest.StartsWith(s, StringComparison.OrdinalIgnoreCase));
    }

    static bool IsHost(string host)
    {
        var lower = host.ToLowerInvariant();
        return Array.Exists(Hosts, h => lower == h || lower.EndsWith("." + h, StringComparison.Ordinal)) || Array.Exists(TopLevels, t => lower.EndsWith(t, StringComparison.Ordinal));
    }
}
