using System.Collections.Immutable;
using Merlon.Analysis.Dataflow.Programs;

namespace Merlon.Analysis.Dataflow.Languages.Java.Lowering;

/// <summary>
/// Fields and parameters that a framework fills from settings, as annotations of Spring, Micronaut and MicroProfile say: the lowered code asks for the setting where
/// the framework would.
/// </summary>
static class InjectedSettings
{
    const string Text = "java.lang.String";

    /// <summary>Whose model says what a setting holds.</summary>
    public const string Owner = "org.springframework.beans.factory.annotation.Value";

    /// <summary>The setting of a field, as <c>${key:text for when there is none}</c>; null for a field that none fills, or that is no text.</summary>
    public static string? Of(TypeDeclaration type, FieldDeclaration field) =>
        field is not { IsStatic: false, Type: Text } ? null : In(field.Annotations) ?? (PrefixOf(type) is { } prefix ? $"${{{prefix}.{Hyphenated(field.Name)}}}" : null);

    public static string? Of(Parameter parameter) => parameter.Type == Text ? In(parameter.Annotations) : null;

    static string? In(ImmutableArray<Annotation> annotations) =>
        annotations.Select(a => a.Name switch
        {
            Owner or "io.micronaut.context.annotation.Value" => a.Arguments.GetValueOrDefault("value"),
            "org.eclipse.microprofile.config.inject.ConfigProperty" or "io.micronaut.context.annotation.Property" => Named(a),
            _ => null,
        }).FirstOrDefault(text => text is not null);

    static string? Named(Annotation annotation) =>
        annotation.Arguments.GetValueOrDefault("name") is not { } name ? null : annotation.Arguments.GetValueOrDefault("defaultValue") is { } otherwise ? $"${{{name}:{otherwise}}}" : $"${{{name}}}";

    static string? PrefixOf(TypeDeclaration type) =>
        type.Annotations.FirstOrDefault(a => a.Name is "org.springframework.boot.context.properties.ConfigurationProperties" or "io.micronaut.context.annotation.ConfigurationProperties") is { } annotation
            ? annotation.Arguments.GetValueOrDefault("prefix") ?? annotation.Arguments.GetValueOrDefault("value")
            : null;

    /// <summary>As settings files write names by custom: <c>safe-digest</c> for <c>safeDigest</c>.</summary>
    static string Hyphenated(string name) => string.Concat(name.Select((letter, i) => i > 0 && char.IsUpper(letter) ? $"-{letter}" : $"{letter}")).ToLowerInvariant();
}
