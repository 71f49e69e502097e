using Merlon.Core.Findings.Publishing;

namespace Merlon.Core.Tests.Findings;

/// <summary>Categories of OWASP's lists in the words that clients filter by.</summary>
public sealed class OwaspCategoryTests
{
    [Theory]
    [InlineData("owasp_2017_category", "A1-injection", "owasp_category", "a1-injection")]
    [InlineData("owasp_2017_category", "A3-Sensitive_Data_Exposure", "owasp_category", "a3-sensitive-data-exposure")]
    [InlineData("owasp_2017_category", "A4-XML_External_Entities_(XXE)", "owasp_category", "a4-xxe")]
    [InlineData("owasp_2017_category", "A10-Insufficient_Logging&Monitoring", "owasp_category", "a10-insufficient-logging-monitoring")]
    [InlineData("owasp_2021_category", "a03-2021-injection", "owasp_2021_category", "a03-injection")]
    [InlineData("owasp_2021_category", "a09-2021-security_logging_and_monitoring_failures", "owasp_2021_category", "a09-security-logging-and-monitoring-failures")]
    [InlineData("owasp_2021_category", "a03-injection", "owasp_2021_category", "a03-injection")]
    [InlineData("sink_method", "Runtime.exec(String)", "sink_method", "Runtime.exec(String)")]
    public void Named_GivesTheWordOfTheWire(string key, string heading, string expectedKey, string word) => OwaspCategory.Named(new(key, heading)).ShouldBe(new(expectedKey, word));
}
