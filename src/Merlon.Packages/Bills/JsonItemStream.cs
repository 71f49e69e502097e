using System.Text.Json;

namespace Merlon.Packages.Bills;

/// <summary>One member of a document's root object, or one item of a list that is such a member.</summary>
/// <param name="Name">The member's name.</param>
/// <param name="Index">The item's place in the list; -1 for the beginning of a list (then Value is undefined); -2 for a value that is no list.</param>
/// <param name="Value">Valid until the next item is read.</param>
readonly record struct JsonItem(string Name, int Index, JsonElement Value)
{
    public const int ListBegins = -1;
    public const int Single = -2;
}

/// <summary>
/// Walks a large JSON document whose root is an object: members one by one, and lists among them item by item, so that no
/// more than one item is in memory. Throws JsonException where the document is malformed or an item is too large.
/// </summary>
sealed class JsonItemStream(Stream stream, BillLimits limits) : IDisposable
{
    byte[] buffer = new byte[1 << 16];
    int start;
    int end;
    bool atEnd;
    bool isOpen;
    string list = "";
    int index = JsonItem.Single;
    JsonReaderState state = new(new() { MaxDepth = limits.MaxDepth });
    JsonDocument? document;

    public void Dispose() => document?.Dispose();

    /// <summary>Reads the next item; false at the document's end.</summary>
    public bool Read(out JsonItem item)
    {
        document?.Dispose();
        document = null;
        while (true)
        {
            var reader = new Utf8JsonReader(buffer.AsSpan(start, end - start), atEnd, state);
            switch (Step(ref reader, out item))
            {
                case Outcome.Item: Commit(reader); return true;
                case Outcome.Skipped: Commit(reader); break;
                case Outcome.Finished: return false;
                default: Fill(); break;
            }
        }
    }

    enum Outcome { NeedsMore, Item, Skipped, Finished }

    Outcome Step(ref Utf8JsonReader reader, out JsonItem item)
    {
        item = default;
        if (!reader.Read()) return Outcome.NeedsMore;
        if (!isOpen) return Open(reader);
        if (index > JsonItem.Single) return ListItem(ref reader, out item);
        if (reader.TokenType == JsonTokenType.EndObject) return Outcome.Finished;
        return Member(ref reader, out item);
    }

    Outcome Open(Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("The document is not an object.");
        isOpen = true;
        return Outcome.Skipped;
    }

    Outcome Member(ref Utf8JsonReader reader, out JsonItem item)
    {
        item = default;
        var name = reader.GetString()!;
        if (!reader.Read()) return Outcome.NeedsMore;
        if (reader.TokenType == JsonTokenType.StartArray)
        {
            (list, index) = (name, 0);
            item = new(name, JsonItem.ListBegins, default);
            return Outcome.Item;
        }
        if (!JsonDocument.TryParseValue(ref reader, out document)) return Outcome.NeedsMore;
        item = new(name, JsonItem.Single, document.RootElement);
        return Outcome.Item;
    }

    Outcome ListItem(ref Utf8JsonReader reader, out JsonItem item)
    {
        item = default;
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            index = JsonItem.Single;
            return Outcome.Skipped;
        }
        if (!JsonDocument.TryParseValue(ref reader, out document)) return Outcome.NeedsMore;
        item = new(list, index++, document.RootElement);
        return Outcome.Item;
    }

    void Commit(Utf8JsonReader reader)
    {
        start += (int)reader.BytesConsumed;
        state = reader.CurrentState;
    }

    /// <summary>Makes room and reads on; an item that does not fit is read again from its beginning once there is more of it.</summary>
    void Fill()
    {
        if (atEnd) throw new JsonException("The document ends too early.");
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }
        if (end == buffer.Length)
        {
            if (buffer.Length >= limits.MaxItemSize) throw new JsonException($"An item is larger than {limits.MaxItemSize} bytes.");
            Array.Resize(ref buffer, buffer.Length * 2);
        }
        var read = stream.ReadAtLeast(buffer.AsSpan(end), buffer.Length - end, throwOnEndOfStream: false);
        end += read;
        atEnd = end < buffer.Length;
        SkipByteOrderMark();
    }

    void SkipByteOrderMark()
    {
        if (!isOpen && start == 0 && buffer.AsSpan(0, end).StartsWith("\uFEFF"u8)) start = 3;
    }
}
