using System.Text;
using Merlon.Analysis.Dataflow.Languages.Java.Settings;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Tests.Dataflow.Java;

/// <summary>Settings in files beside Java code, in pairs of bad and good that differ in one detail.</summary>
public sealed class JavaSettingsTests
{
    [Theory]
    [InlineData("app/AndroidManifest.xml", "<manifest xmlns:android='a'><provider android:name='.P' android:exported='true'/></manifest>", "content-provider-open-to-all")]
    [InlineData("app/AndroidManifest.xml", "<manifest xmlns:android='a'><provider android:name='.P' android:exported='true' android:readPermission='x.R'/></manifest>", null)]
    [InlineData("app/AndroidManifest.xml", "<manifest xmlns:android='a'><provider android:name='.P' android:exported='false'/></manifest>", null)]
    [InlineData("app/res/xml/shared.xml", "<paths><files-path name='f' path='.'/></paths>", "file-provider-offers-everything")]
    [InlineData("app/res/xml/shared.xml", "<paths><files-path name='f' path='images/'/></paths>", null)]
    [InlineData("app/res/xml/shared.xml", "<paths><root-path name='f' path='images/'/></paths>", "file-provider-offers-everything")]
    [InlineData("app/res/xml/shared.xml", "<pages><root-path name='f' path='images/'/></pages>", null)]
    [InlineData("WEB-INF/web.xml", "<init-param><param-name>listings</param-name><param-value>true</param-value></init-param>", "directory-listing")]
    [InlineData("WEB-INF/web.xml", "<init-param><param-name>listings</param-name><param-value>false</param-value></init-param>", null)]
    [InlineData("WEB-INF/web.xml", "<init-param><param-name>debug</param-name><param-value>true</param-value></init-param>", null)]
    public void Read_OfASetting_SeesWhatItOffers(string path, string text, string? expected)
    {
        JavaSettings.IsOne(path).ShouldBeTrue();
        JavaSettings.Read([new SourceFile(path, Encoding.UTF8.GetBytes(text))]).SelectMany(t => t.Constructs).Select(c => c.Name).SingleOrDefault().ShouldBe(expected);
    }

    [Theory]
    [InlineData("pom.xml")]
    [InlineData("app/res/values/strings.xml")]
    [InlineData("xres/xml/shared.xml")]
    public void IsOne_OfAnotherFile_IsFalse(string path) => JavaSettings.IsOne(path).ShouldBeFalse();
}
