using System.CommandLine;

namespace Merlon.Commands;

/// <summary><c>merlon serve</c>: server and worker in one process.</summary>
sealed class ServeCommand : Command
{
    private readonly StoreOptions _settings = ServerRun.Settings();

    public ServeCommand() : base("serve", "Runs server and worker in one process.")
    {
        _settings.AddTo(this);
        SetAction(Run);
    }

    private async Task<int> Run(ParseResult parsed, CancellationToken ct) =>
        _settings.Read(parsed).Succeeded(out var options, out var wrong) ? await ServerRun.Run(options, null, ct) : ExitCode.Refuse(wrong);
}
