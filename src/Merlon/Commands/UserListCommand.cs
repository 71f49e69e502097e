using System.CommandLine;
using Merlon.Core.Identity;
using Microsoft.EntityFrameworkCore;

namespace Merlon.Commands;

/// <summary><c>merlon user list</c>.</summary>
sealed class UserListCommand : Command
{
    private readonly TenantOption _tenant = new();
    private readonly StoreOptions _store = new();

    public UserListCommand() : base("list", "Lists the users.")
    {
        Options.Add(_tenant.Option);
        _store.AddTo(this);
        SetAction(Run);
    }

    private async Task<int> Run(ParseResult parsed, CancellationToken ct)
    {
        if (!_store.Read(parsed).Succeeded(out var options, out var wrong)) return ExitCode.Refuse(wrong);
        await using var installation = await Installation.OpenExisting(options.Storage, ct);
        var system = await _tenant.Read(parsed, installation, ct);
        var users = await installation.Get<Users>().Of(system.Tenant).AsNoTracking().OrderBy(u => u.LoginFolded).ToListAsync(ct);
        Terminal.Table(["LOGIN", "NAME", "E-MAIL", "STATE", "LAST SIGN-IN"], users.Select(user => (string[])
            [user.Login, user.DisplayName, user.Email, user.Disabled ? "disabled" : "active", user.LastSignInAt?.ToString("yyyy-MM-dd HH:mm") ?? "never"]));
        return ExitCode.Done;
    }
}
