using System.Text;
using Merlon.Analysis.Dataflow.Languages.CSharp.Settings;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Tests.Dataflow.CSharp;

/// <summary>Settings in files, in pairs of bad and good that differ in one detail.</summary>
public sealed class SettingsFilesTests
{
    [Theory]
    [InlineData("web.config", "<compilation debug=\"true\" targetFramework=\"4.8\" />", "debug-compilation")]
    [InlineData("web.config", "<compilation debug=\"false\" targetFramework=\"4.8\" />", null)]
    [InlineData("web.config", "<!-- <compilation debug=\"true\" /> -->", null)]
    [InlineData("web.config", "<customErrors mode=\"Off\" />", "errors-shown-to-all")]
    [InlineData("web.config", "<customErrors mode=\"RemoteOnly\" />", null)]
    [InlineData("web.config", "<trace enabled=\"true\" localOnly=\"false\" />", "trace-shown-to-all")]
    [InlineData("web.config", "<trace enabled=\"true\" localOnly=\"true\" />", null)]
    [InlineData("web.config", "<pages validateRequest=\"false\" />", "request-validation-off")]
    [InlineData("web.config", "<pages enableViewStateMac=\"false\" />", "page-state-unsigned")]
    [InlineData("web.config", "<pages enableViewStateMac=\"true\" />", null)]
    [InlineData("web.config", "<directoryBrowse enabled=\"true\" />", "directory-listing")]
    [InlineData("web.config", "<directoryBrowse enabled=\"false\" />", null)]
    [InlineData("web.config", "<httpRuntime enableVersionHeader=\"true\" />", "software-named")]
    [InlineData("web.config", "<httpRuntime enableVersionHeader=\"false\" />", null)]
    [InlineData("web.config", "<httpCookies httpOnlyCookies=\"true\" />", "cookies-without-encryption")]
    [InlineData("web.config", "<httpCookies requireSSL=\"true\" />", "cookies-readable-by-script")]
    [InlineData("web.config", "<httpCookies requireSSL=\"true\" httpOnlyCookies=\"true\" />", null)]
    [InlineData("web.config", "<sessionState cookieless=\"UseUri\" />", "session-in-address")]
    [InlineData("web.config", "<add name=\"db\" connectionString=\"Server=.;User ID=sa;Password=Tiger1\" />", "password-in-settings")]
    [InlineData("web.config", "<add name=\"db\" connectionString=\"Server=.;Integrated Security=true\" />", null)]
    [InlineData("web.config", "<add key=\"MailPassword\" value=\"Tiger1\" />", "password-in-settings")]
    [InlineData("web.config", "<add key=\"MailPassword\" value=\"%MAIL_PASSWORD%\" />", null)]
    [InlineData("appsettings.json", "{ \"Default\": \"Server=.;Pwd=Tiger1;\" }", "password-in-settings")]
    [InlineData("appsettings.json", "{ \"Default\": \"Server=.;Pwd=${DB};\" }", null)]
    [InlineData("appsettings.json", "{ // \"Default\": \"Pwd=Tiger1\"\n}", null)]
    [InlineData("appsettings.json", "{ \"Default\": \"Server=\\\"a\\\";Pwd=Tiger1\" }", "password-in-settings")]
    [InlineData("web.config", "<add key=\"MailPassword\" value=\"Ti>ger1\" />", "password-in-settings")]
    [InlineData("web.config", "<add key=\"MailPassword\" value=\"&#36;{MAIL}\" />", null)]
    [InlineData("web.config", "<compilation debug=\"true\"><broken", "debug-compilation")]
    [InlineData("web.config", "<![CDATA[<compilation debug=\"true\" />]]>", null)]
    [InlineData("a/Page.aspx", "<%@ Page Language=\"C#\" ValidateRequest=\"false\" %>", "request-validation-off")]
    [InlineData("a/Page.aspx", "<%@ Page Language=\"C#\" %>", null)]
    public void Read_OfASetting_SeesWhatItOpens(string path, string text, string? expected) =>
        SettingsFiles.Read([new SourceFile(path, Encoding.UTF8.GetBytes(text))]).SelectMany(t => t.Constructs).Select(c => c.Name).SingleOrDefault().ShouldBe(expected);

    [Fact]
    public void Read_OfASetting_KnowsWhereItStands()
    {
        const string Text = "\uFEFF<configuration>\r\n  <pages\r\n   validateRequest=\"false\" />\r\n</configuration>";
        var span = SettingsFiles.Read([new SourceFile("web.config", Encoding.UTF8.GetBytes(Text))]).Single().Constructs.Single().Span;
        (span.Line, span.Code).ShouldBe((2, "<pages validateRequest=\"false\" />"));
    }
}
