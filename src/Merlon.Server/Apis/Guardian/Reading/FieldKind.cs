namespace Merlon.Server.Apis.Guardian.Reading;

/// <summary>What a field of a request is read as.</summary>
enum FieldKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>JSON of any shape.</summary>
    Document,
}
