using System.CommandLine;
using Merlon.Core.Identity;

namespace Merlon.Commands;

/// <summary><c>merlon user reset-password</c>.</summary>
sealed class UserPasswordCommand : Command
{
    private readonly Argument<string> _login = new("LOGIN");
    private readonly PasswordOption _password = new();
    private readonly TenantOption _tenant = new();
    private readonly StoreOptions _store = new();

    public UserPasswordCommand() : base("reset-password", "Gives a user a new password; sessions end at once.")
    {
        Arguments.Add(_login);
        Options.Add(_password.Option);
        Options.Add(_tenant.Option);
        _store.AddTo(this);
        SetAction(Run);
    }

    private async Task<int> Run(ParseResult parsed, CancellationToken ct)
    {
        if (!_store.Read(parsed).Succeeded(out var options, out var wrong)) return ExitCode.Refuse(wrong);
        var password = _password.Read(parsed);
        await using var installation = await Installation.OpenExisting(options.Storage, ct);
        var system = await _tenant.Read(parsed, installation, ct);
        var users = installation.Get<Users>();
        if (!(await users.Find(parsed.GetValue(_login)!, system, ct)).Succeeded(out var user, out var unknown)) return ExitCode.Refuse(unknown);
        if ((await users.ResetPassword(user, password.Text, system, ct)).Refusal is { } refusal) return ExitCode.Refuse(refusal);
        Console.WriteLine($"{user.Login} has a new password.");
        if (password.MadeUp) Passwords.Tell(user.Login, password.Text);
        return ExitCode.Done;
    }
}
