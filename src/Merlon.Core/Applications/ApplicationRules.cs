using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Merlon.Core.Outcomes;

namespace Merlon.Core.Applications;

/// <summary>What the fields of an application must satisfy, whichever API they come through.</summary>
public static class ApplicationRules
{
    /// <summary>Longest name and public id, in characters.</summary>
    public const int MaxLength = 200;

    /// <summary>Every error of a draft, each naming its field.</summary>
    public static ImmutableArray<FieldError> Check(ApplicationDraft draft)
    {
        var errors = ImmutableArray.CreateBuilder<FieldError>();
        if (string.IsNullOrWhiteSpace(draft.Name)) errors.Add(new("name", "A name is required."));
        else if (draft.Name.Length > MaxLength) errors.Add(new("name", $"The name has {draft.Name.Length} characters; at most {MaxLength} are allowed."));
        else if (draft.Name.Any(char.IsControl)) errors.Add(new("name", "The name must not contain control characters."));
        if (draft.PublicId is { } publicId && !IsPublicId(publicId))
            errors.Add(new("publicId", "A public id begins and ends with a letter or digit; between, letters, digits and _ : . - are allowed, 200 characters in all."));
        return errors.ToImmutable();
    }

    /// <summary>The Qwiet document's pattern: <c>[a-zA-Z0-9]([\w:.-]*[a-zA-Z0-9])?</c>.</summary>
    public static bool IsPublicId(string text) =>
        text.Length is > 0 and <= MaxLength && char.IsAsciiLetterOrDigit(text[0]) && char.IsAsciiLetterOrDigit(text[^1])
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or ':' or '.' or '-');

    /// <summary>A public id made from a name: letters and digits kept, everything else a dash.</summary>
    public static string PublicIdFrom(string name)
    {
        var id = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '_' or ':' or '.') id.Append(c);
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && id.Length > 0 && id[^1] != '-') id.Append('-');
        }
        var trimmed = id.ToString().Trim('-', '_', ':', '.');
        return trimmed.Length == 0 ? "application" : trimmed[..Math.Min(trimmed.Length, MaxLength - 12)].TrimEnd('-', '_', ':', '.');
    }
}
