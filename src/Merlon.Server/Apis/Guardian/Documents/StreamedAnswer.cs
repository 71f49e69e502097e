using System.Text.Encodings.Web;
using System.Text.Json;
using Merlon.Core.Outcomes;
using Merlon.Server.Apis.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Merlon.Server.Apis.Guardian.Documents;

/// <summary>
/// An answer too large to be held: written to memory and, past a threshold, to a file before its first byte is sent, so that a snapshot
/// that cannot be read is still an error and not half an answer.
/// </summary>
sealed class StreamedAnswer(string contentType, Action<Stream> write) : IResult
{
    private const int InMemory = 1 << 20;

    /// <summary>Quotes are escaped as quotes: a tree inside a string is nothing but quotes.</summary>
    public static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        await using var buffer = new FileBufferingWriteStream(InMemory);
        write(buffer);
        httpContext.Response.ContentType = contentType;
        httpContext.Response.ContentLength = buffer.Length;
        await buffer.DrainBufferAsync(httpContext.Response.BodyWriter, httpContext.RequestAborted);
    }
}

/// <summary>Turns what was opened into an answer, and closes it.</summary>
static class StreamedAnswers
{
    /// <summary>JSON written from what was opened, or the refusal.</summary>
    public static Task<IResult> ToJson<T>(this Task<Outcome<T>> opened, Action<T, Utf8JsonWriter> write) where T : IDisposable => opened.ToAnswer("application/json; charset=utf-8", (value, stream) =>
    {
        using var json = new Utf8JsonWriter(stream, StreamedAnswer.Json);
        write(value, json);
    });

    /// <summary>Anything written from what was opened, or the refusal.</summary>
    public static async Task<IResult> ToAnswer<T>(this Task<Outcome<T>> opened, string contentType, Action<T, Stream> write) where T : IDisposable
    {
        if (!(await opened).Succeeded(out var value, out var refusal)) return ApiResults.Refused<Nothing>(refusal);
        return new StreamedAnswer(contentType, stream =>
        {
            using (value) write(value, stream);
        });
    }
}
