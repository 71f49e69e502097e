namespace Merlon.Analysis;

/// <summary>
/// A stretch of a file's content, shared by all file scanners and valid only during the call. Files up to
/// <see cref="CodeScanLimits.WindowBytes"/> come as one window; larger ones as several, which overlap: what begins at an index in
/// [<see cref="OwnedFrom"/>, <see cref="OwnedTo"/>) belongs to this window and to no other, the bytes outside are context.
/// Text in UTF-16, UTF-32 or EBCDIC arrives as UTF-8, without its byte order mark, and offsets count those bytes.
/// </summary>
/// <param name="Offset">Where in the content the first of <paramref name="Bytes"/> stands.</param>
/// <param name="FirstLine">The 1-based line of the first of <paramref name="Bytes"/>.</param>
/// <param name="Binary">Whether the content is not text.</param>
public readonly record struct ContentWindow(
    ReadOnlyMemory<byte> Bytes, long Offset, int FirstLine, int OwnedFrom, int OwnedTo, bool Binary)
{
    /// <summary>Whether the window is the first, and whether it is the last; a small file's window is both.</summary>
    public bool First { get; init; }
    public bool Last { get; init; }

    /// <summary>Whether a match that begins at this index of <see cref="Bytes"/> is this window's to report.</summary>
    public bool Owns(int index) => index >= OwnedFrom && index < OwnedTo;
}
