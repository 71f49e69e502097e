using System.CommandLine;
using Merlon.Core.Identity;

namespace Merlon.Commands;

/// <summary><c>merlon user disable</c> and <c>enable</c>.</summary>
sealed class UserStateCommand : Command
{
    private readonly Argument<string> _login = new("LOGIN");
    private readonly TenantOption _tenant = new();
    private readonly StoreOptions _store = new();
    private readonly bool _disabled;

    public UserStateCommand(string name, string description, bool disabled) : base(name, description)
    {
        _disabled = disabled;
        Arguments.Add(_login);
        Options.Add(_tenant.Option);
        _store.AddTo(this);
        SetAction(Run);
    }

    private async Task<int> Run(ParseResult parsed, CancellationToken ct)
    {
        if (!_store.Read(parsed).Succeeded(out var options, out var wrong)) return ExitCode.Refuse(wrong);
        await using var installation = await Installation.OpenExisting(options.Storage, ct);
        var system = await _tenant.Read(parsed, installation, ct);
        var users = installation.Get<Users>();
        if (!(await users.Find(parsed.GetValue(_login)!, system, ct)).Succeeded(out var user, out var unknown)) return ExitCode.Refuse(unknown);
        if ((await users.SetDisabled(user, _disabled, system, ct)).Refusal is { } refusal) return ExitCode.Refuse(refusal);
        Console.WriteLine($"{user.Login} is {(_disabled ? "disabled" : "active")}.");
        return ExitCode.Done;
    }
}
