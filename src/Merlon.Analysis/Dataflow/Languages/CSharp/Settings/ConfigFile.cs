using Merlon.Analysis.Dataflow.Languages.Markup;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.CSharp.Settings;

/// <summary>Reads <c>web.config</c> and its like.</summary>
static class ConfigFile
{
    public static IReadOnlyList<Construct> Read(SourceFile file) =>
        [.. from element in XmlElements.Read(file) let name = Opened(element) where name is not null select new Construct(name, element.Span)];

    static string? Opened(XmlElement element) => element.Name switch
    {
        "compilation" when element.Has("debug", "true") => "debug-compilation",
        "customerrors" when element.Has("mode", "off") => "errors-shown-to-all",
        "httperrors" when element.Has("errorMode", "detailed") => "errors-shown-to-all",
        "trace" when element.Has("enabled", "true") && element.Has("localOnly", "false") => "trace-shown-to-all",
        "pages" when element.Has("validateRequest", "false") => "request-validation-off",
        "pages" when element.Has("enableViewStateMac", "false") => "page-state-unsigned",
        "httpruntime" when element.Has("requestValidationMode", "0.0") => "request-validation-off",
        "httpruntime" when element.Has("enableVersionHeader", "true") => "software-named",
        "directorybrowse" when element.Has("enabled", "true") => "directory-listing",
        "httpcookies" when !element.Has("requireSSL", "true") => "cookies-without-encryption",
        "httpcookies" when !element.Has("httpOnlyCookies", "true") => "cookies-readable-by-script",
        "forms" when element.Has("requireSSL", "false") => "cookies-without-encryption",
        "sessionstate" when element.Has("cookieless", "true") || element.Has("cookieless", "UseUri") => "session-in-address",
        "add" when element.Attributes.GetValueOrDefault("connectionString") is { } connection && SecretSetting.HasPassword(connection) => SecretSetting.Construct,
        "add" when SecretSetting.IsOne(element.Attributes.GetValueOrDefault("key"), element.Attributes.GetValueOrDefault("value")) => SecretSetting.Construct,
        _ => null,
    };
}
