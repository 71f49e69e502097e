using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Merlon.Core.Engines;
using Microsoft.Extensions.Logging.Abstractions;

namespace Merlon.Core.Tests.Engines;

/// <summary>Whatever a child does, the answer is a sentence and the server goes on.</summary>
public sealed class EngineProcessTests
{
    private static readonly EngineLimits Limits = new() { Memory = 400 << 20, Time = TimeSpan.FromMinutes(5), Frame = 1 << 20 };
    private readonly Heard _heard = new();

    [Fact]
    public async Task Run_OfWhatAnswers_HandsOnEveryAnswerInOrder()
    {
        var end = await Run("echo", Enumerable.Range(0, 20_000).Select(i => $"item {i}"));

        end.ShouldBeOfType<EngineEnd.Finished>();
        _heard.Results.Count.ShouldBe(20_000);
        _heard.Results[19_999].ShouldBe("\"item 19999\"");
        _heard.Summaries.ShouldBe(["20000"]);
    }

    [Theory]
    [InlineData("overflow", "Stack overflow")]
    [InlineData("throw", "the archive is damaged")]
    [InlineData("exit", "exit code 7")]
    [InlineData("long-frame", "1,048,576 are allowed")]
    [InlineData("nonsense", "1,048,576 are allowed")]
    [InlineData("unheard-of", "there is no engine 'unheard-of'")]
    public async Task Run_OfWhatCrashes_SaysWhy(string kind, string why) =>
        (await Run(kind)).ShouldBeOfType<EngineEnd.Crashed>().Message.ShouldContain(why);

    [Theory]
    [InlineData("eat-managed")]
    [InlineData("eat-native")]
    public async Task Run_OfWhatEatsMemory_IsOverMemory(string kind) =>
        (await Run(kind)).ShouldBeOfType<EngineEnd.OverMemory>().Message.ShouldContain("400 MB");

    [Theory]
    [InlineData("hang")]
    [InlineData("spin")]
    public async Task Run_OfWhatHangs_TimesOut(string kind) =>
        (await Run(kind, limits: Limits with { Time = TimeSpan.FromSeconds(1) })).ShouldBeOfType<EngineEnd.TimedOut>();

    [Fact]
    public async Task Run_Canceled_EndsTheChild()
    {
        using var cancel = new CancellationTokenSource();
        _heard.OnProgress = cancel.Cancel;

        (await Run("hang", ct: cancel.Token)).ShouldBeOfType<EngineEnd.Canceled>();
    }

    [Fact]
    public async Task Run_WhoseListenerBreaks_EndsTheChildAndThrows()
    {
        _heard.OnProgress = () => throw new InvalidOperationException("the database is away");

        (await Should.ThrowAsync<InvalidOperationException>(() => Run("hang"))).Message.ShouldBe("the database is away");
    }

    [Fact]
    public async Task Child_GivesWayToOthers()
    {
        (await Run("facts", limits: Limits with { Nice = 15 })).ShouldBeOfType<EngineEnd.Finished>();
        JsonDocument.Parse(_heard.Summaries.Single()).RootElement.GetProperty("nice").GetInt32().ShouldBe(15);
    }

    [Fact]
    public async Task Child_WhoseInputCloses_EndsByItself()
    {
        var command = TestChild.Command;
        using var child = Process.Start(new ProcessStartInfo(command.Program, command.Arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        EngineFrames.Write(child.StandardInput.BaseStream, EngineFrame.Order, Encoding.UTF8.GetBytes("""{"kind":"hang","order":null,"limits":{"memory":400000000}}"""));
        await child.StandardInput.BaseStream.FlushAsync();
        // It works once it has said something.
        await child.StandardOutput.BaseStream.ReadExactlyAsync(new byte[5]);

        child.StandardInput.Close();

        await child.WaitForExitAsync();
        child.ExitCode.ShouldBe(3);
    }

    private Task<EngineEnd> Run(string kind, object? order = null, EngineLimits? limits = null, CancellationToken ct = default) =>
        new EngineProcess(TestChild.Command, TimeProvider.System, NullLogger<EngineProcess>.Instance)
            .Run(kind, JsonSerializer.SerializeToElement(order), limits ?? Limits, _heard, ct);

    private sealed class Heard : IEngineListener
    {
        public List<string> Results { get; } = [];

        public List<string> Summaries { get; } = [];

        public Action OnProgress { get; set; } = () => { };

        public ValueTask Result(ReadOnlyMemory<byte> json, CancellationToken ct)
        {
            Results.Add(Encoding.UTF8.GetString(json.Span));
            return ValueTask.CompletedTask;
        }

        public ValueTask Progress(ReadOnlyMemory<byte> json, CancellationToken ct)
        {
            OnProgress();
            return ValueTask.CompletedTask;
        }

        public ValueTask Summary(ReadOnlyMemory<byte> json, CancellationToken ct)
        {
            Summaries.Add(Encoding.UTF8.GetString(json.Span));
            return ValueTask.CompletedTask;
        }
    }
}
