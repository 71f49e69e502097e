using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Merlon.Core.Engines.Child;

namespace Merlon.TestChild;

/// <summary>Engines that do what engines must not do.</summary>
static class Misbehaving
{
    public static IEnumerable<IEngine> All =>
    [
        new Made("echo", (order, output) =>
        {
            foreach (var item in order.EnumerateArray()) output.Result(item, (JsonTypeInfo<JsonElement>)JsonSerializerOptions.Default.GetTypeInfo(typeof(JsonElement)));
            output.Summary(order.GetArrayLength());
        }),
        new Made("overflow", (_, _) => Console.Error.Write(Deeper(1))),
        new Made("throw", (_, _) => throw new InvalidDataException("the archive is damaged")),
        new Made("exit", (_, _) => Environment.Exit(7)),
        new Made("hang", (_, output) => { output.Progress("hanging"); Thread.Sleep(Timeout.Infinite); }),
        new Made("spin", (_, _) => { while (true) { } }),
        new Made("eat-managed", (_, _) => EatManaged()),
        new Made("eat-native", (_, _) => EatNative()),
        new Made("long-frame", (_, _) => Huge()),
        new Made("nonsense", (_, _) => Console.OpenStandardOutput().Write("HTTP/1.1 200 OK\r\n"u8)),
        new Made("facts", (_, output) => output.Summary(new { nice = Nice(0, 0), pid = Environment.ProcessId })),
    ];

    // Not a tail call: something is left to do after it.
    static long Deeper(long depth) => Deeper(depth + 1) + depth;

    static void EatManaged()
    {
        var eaten = new List<byte[]>();
        while (true)
        {
            var piece = new byte[16 << 20];
            piece.AsSpan().Fill(1);
            eaten.Add(piece);
        }
    }

    static unsafe void EatNative()
    {
        while (true)
        {
            var piece = (byte*)NativeMemory.Alloc(16 << 20);
            new Span<byte>(piece, 16 << 20).Fill(1);
        }
    }

    static void Huge()
    {
        var head = new byte[5];
        BinaryPrimitives.WriteInt32BigEndian(head, int.MaxValue);
        head[4] = 2;
        Console.OpenStandardOutput().Write(head);
        Thread.Sleep(Timeout.Infinite);
    }

    [DllImport("libc", EntryPoint = "getpriority")]
    static extern int Nice(int which, uint who);

    sealed class Made(string kind, Action<JsonElement, EngineOutput> run) : IEngine
    {
        public string Kind => kind;

        public Task Run(JsonElement order, EngineOutput output, CancellationToken ct)
        {
            run(order, output);
            return Task.CompletedTask;
        }
    }
}
