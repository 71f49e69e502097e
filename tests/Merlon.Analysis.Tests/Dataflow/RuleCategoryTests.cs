using Merlon.Analysis.Dataflow.Rules;

namespace Merlon.Analysis.Tests.Dataflow;

/// <summary>Clients filter and gate by the names of categories, so these are the names that the Qwiet API has.</summary>
public sealed class RuleCategoryTests
{
    static readonly string[] OfQwiet =
    [
        "Authentication Bypass", "CRLF Injection", "Command Injection", "Cross-Site Request Forgery", "Cross-Site Scripting", "Crypto",
        "Denial of Service", "Deprecated Function Use", "Deserialization", "Directory Listing", "Directory Traversal", "Error Handling",
        "Fingerprinting", "HTTP to Database", "HTTP to Model", "Hardcoded Credentials", "Header Injection", "Improper Input Validation",
        "Insecure Authentication", "Insecure Content Provider", "Insecure Data Storage", "Insecure Direct Object Reference",
        "Insecure File Provider Paths", "Intent Redirection", "Invalid Certificate Validation", "JSON Injection", "LDAP Injection", "Log Forging",
        "Loose File Permissions", "Mail Injection", "NoSQL Injection", "Open Redirect", "Phishing", "Potential Cross-Site Scripting",
        "Potential NoSQL Injection", "Potential Regex Injection", "Potential Remote Code Execution", "Potential SQL Injection",
        "Potential Server-Side Request Forgery", "Potential XML External Entities", "Prototype Pollution", "Race Condition", "Regex Injection",
        "Remote Code Execution", "SQL Injection", "Security Best Practices", "Security Misconfiguration", "Sensitive Data Exposure",
        "Sensitive Data Leak", "Sensitive Data Usage", "Server-Side Request Forgery", "Session Injection", "Template Injection", "Timing Attack",
        "Unsafe Lambda Call", "Unsafe Reflection", "Weak Cipher", "Weak Hash", "Weak Random", "Weak Secret Storage", "XML External Entities",
        "XPath Injection",
    ];

    /// <summary>What that API has no name for.</summary>
    static readonly string[] OfOurOwn = ["Code Quality", "Logic Error", "Concurrency", "Resource Leak", "Null Dereference", "Integer Overflow"];

    /// <summary>Objects of JavaScript; and what every form does whose data is kept.</summary>
    static readonly string[] NotTold = ["Prototype Pollution", "HTTP to Database"];

    [Fact]
    public void Category_OfEachRule_IsAName() =>
        RuleLibrary.Load().Rules.All.Where(r => r.Category is null || !OfQwiet.Contains(r.Category) && !OfOurOwn.Contains(r.Category)).Select(r => r.Id).ShouldBeEmpty();

    [Fact]
    public void Category_OfQwiet_HasARule() =>
        OfQwiet.Except(NotTold).Except(RuleLibrary.Load().Rules.All.SelectMany(r => r.Potential ? new[] { r.Category, $"Potential {r.Category}" } : [r.Category])).ShouldBeEmpty();
}
