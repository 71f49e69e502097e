using System.CommandLine;
using Merlon.Core.Hosting;
using Merlon.Core.Identity;

namespace Merlon.Commands;

/// <summary><c>merlon user add</c>.</summary>
sealed class UserAddCommand : Command
{
    private readonly Argument<string> _login = new("LOGIN");
    private readonly Option<string> _role = new("--role") { Description = "The built-in role on the whole tenant, by name or id.", DefaultValueFactory = _ => "MEMBER" };
    private readonly Option<string> _firstName = new("--first-name") { DefaultValueFactory = _ => "" };
    private readonly Option<string> _lastName = new("--last-name") { DefaultValueFactory = _ => "" };
    private readonly Option<string> _email = new("--email") { DefaultValueFactory = _ => "" };
    private readonly PasswordOption _password = new();
    private readonly TenantOption _tenant = new();
    private readonly StoreOptions _store = new();

    public UserAddCommand() : base("add", "Makes a user.")
    {
        Arguments.Add(_login);
        foreach (var option in new[] { _role, _firstName, _lastName, _email }) Options.Add(option);
        Options.Add(_password.Option);
        Options.Add(_tenant.Option);
        _store.AddTo(this);
        SetAction(Run);
    }

    private async Task<int> Run(ParseResult parsed, CancellationToken ct)
    {
        if (!_store.Read(parsed).Succeeded(out var options, out var wrong)) return ExitCode.Refuse(wrong);
        if (BuiltInRoles.Find(parsed.GetValue(_role)!) is not { } role) return ExitCode.Refuse($"There is no role '{parsed.GetValue(_role)}'. Roles are {string.Join(", ", BuiltInRoles.All.Select(r => r.Name))}.");
        var password = _password.Read(parsed);

        await using var installation = await Installation.Open(options.Storage, ct);
        // An installation made by this command has its admin too; else the first start would take this user for it.
        Passwords.Tell(FirstStart.AdminLogin, await installation.Get<FirstStart>().Prepare(Passwords.OfAdmin, ct));
        var system = await _tenant.Read(parsed, installation, ct);
        var users = installation.Get<Users>();
        var draft = new UserDraft(parsed.GetValue(_login)!) { Password = password.Text, FirstName = parsed.GetValue(_firstName)!, LastName = parsed.GetValue(_lastName)!, Email = parsed.GetValue(_email)! };
        if (!(await users.Create(draft, system, ct)).Succeeded(out var user, out var refusal)) return ExitCode.Refuse(refusal);
        if ((await users.Assign(user, role.Id, RoleLevel.Tenant, system.Tenant.Key, system, ct)).Refusal is { } unassigned) return ExitCode.Refuse(unassigned);
        Console.WriteLine($"Made user {user.Login} with role {role.Name}.");
        if (password.MadeUp) Passwords.Tell(user.Login, password.Text);
        return ExitCode.Done;
    }
}
