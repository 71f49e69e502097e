using Merlon.Core.Identity;

namespace Merlon.Core.Tests.Identity;

/// <summary>Built-in roles by what people call them.</summary>
public sealed class BuiltInRoleTests
{
    [Theory]
    [InlineData("analyst", ApiName.Guardian, "analyst")]
    [InlineData("ANALYST", ApiName.CodeInsight, "ANALYST")]
    [InlineData("Analyst", ApiName.CodeInsight, "ANALYST")]
    [InlineData("member", ApiName.Guardian, "member")]
    [InlineData("MEMBER", ApiName.Qwiet, "MEMBER")]
    [InlineData("guest", ApiName.Qwiet, "GUEST")]
    [InlineData("TEAM_ADMIN", ApiName.Qwiet, "POWER_USER")]
    public void Find_TakesTheCaseWhereOnlyItTellsTwoApart(string text, ApiName api, string name)
    {
        var found = BuiltInRoles.Find(text).ShouldNotBeNull();
        (found.Api, found.Name).ShouldBe((api, name));
    }
}
