using Merlon.Packages.Advisories;

namespace Merlon.Packages.Tests.Advisories;

/// <summary>Scores worked out with the specifications' own equations and examples.</summary>
public sealed class CvssTests
{
    [Theory]
    [InlineData("AV:N/AC:L/Au:N/C:N/I:N/A:C", 7.8, null, null, Severity.High)]
    [InlineData("(AV:N/AC:L/Au:N/C:N/I:N/A:C/E:F/RL:OF/RC:C)", 7.8, 6.4, null, Severity.High)]
    [InlineData("AV:N/AC:L/Au:N/C:N/I:N/A:C/E:F/RL:OF/RC:C/CDP:H/TD:H/CR:M/IR:M/AR:H", 7.8, 6.4, 9.2, Severity.High)]
    [InlineData("AV:L/AC:H/Au:N/C:N/I:N/A:N", 0.0, null, null, Severity.Low)]
    [InlineData("CVSS:3.0/AV:N/AC:L/PR:L/UI:N/S:C/C:L/I:L/A:N", 6.4, 6.4, 6.4, Severity.Medium)]
    [InlineData("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H", 9.8, 9.8, 9.8, Severity.Critical)]
    [InlineData("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N", 0.0, 0.0, 0.0, Severity.None)]
    [InlineData("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:P/RL:O/RC:C/MAV:P", 9.8, 8.8, 6.1, Severity.Critical)]
    [InlineData("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H", 10.0, null, null, Severity.Critical)]
    [InlineData("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N", 9.3, null, null, Severity.Critical)]
    [InlineData("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:N/SC:N/SI:N/SA:N", 0.0, null, null, Severity.None)]
    public void TryParse_Vector_Scores(string vector, double score, double? temporal, double? environmental, Severity severity)
    {
        Cvss.TryParse(vector, out var cvss).ShouldBeTrue();
        cvss.BaseScore.ShouldBe((decimal)score);
        cvss.TemporalScore.ShouldBe((decimal?)temporal);
        cvss.EnvironmentalScore.ShouldBe((decimal?)environmental);
        cvss.BaseSeverity.ShouldBe(severity);
    }

    [Theory]
    [InlineData("")]
    [InlineData("high")]
    [InlineData("7.5")]
    [InlineData("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H")]
    [InlineData("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:Q")]
    [InlineData("CVSS:3.1/AV:N/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H")]
    [InlineData("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/AT:N")]
    [InlineData("CVSS:5.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H")]
    public void TryParse_NoVector_IsFalse(string vector) => Cvss.TryParse(vector, out _).ShouldBeFalse();
}
