using System.CommandLine;
using Merlon.Core.Hosting;
using Merlon.Core.Identity;
using Merlon.Core.Organizations;

namespace Merlon.Commands;

/// <summary><c>merlon tenant</c>: companies that share a server and see nothing of each other, from the machine itself.</summary>
sealed class TenantCommand : Command
{
    private readonly Argument<string> _name = new("NAME") { Description = "The name of its root organization." };
    private readonly StoreOptions _store = new();

    public TenantCommand() : base("tenant", "Tenants, who share a server and see nothing of each other, from the machine itself.")
    {
        var add = new Command("add", "Makes a tenant.") { _name };
        add.SetAction(Add);
        var list = new Command("list", "Lists the tenants.");
        list.SetAction(List);
        foreach (var command in new[] { add, list })
        {
            _store.AddTo(command);
            Subcommands.Add(command);
        }
    }

    private async Task<int> Add(ParseResult parsed, CancellationToken ct)
    {
        if (!_store.Read(parsed).Succeeded(out var options, out var wrong)) return ExitCode.Refuse(wrong);
        await using var installation = await Installation.Open(options.Storage, ct);
        // An installation made by this command has its first tenant and user too; else the first start would take this tenant for it.
        Passwords.Tell(FirstStart.AdminLogin, await installation.Get<FirstStart>().Prepare(Passwords.OfAdmin, ct));
        var tenants = installation.Get<Tenants>();
        if (!(await tenants.Add(parsed.GetValue(_name)!, ct)).Succeeded(out var tenant, out var refusal)) return ExitCode.Refuse(refusal);
        Console.WriteLine($"Made tenant {tenant.Key}, {tenant.Id}. Its first user: merlon user add LOGIN --role {BuiltInRoles.Administrator.Name} --tenant {tenant.Key}");
        return ExitCode.Done;
    }

    private async Task<int> List(ParseResult parsed, CancellationToken ct)
    {
        if (!_store.Read(parsed).Succeeded(out var options, out var wrong)) return ExitCode.Refuse(wrong);
        await using var installation = await Installation.OpenExisting(options.Storage, ct);
        var roots = await installation.Get<Tenants>().Roots(ct);
        Terminal.Table(["NUMBER", "UUID", "NAME", "MADE"], roots.Select(root => (string[])[$"{root.Key}", $"{root.Id}", root.Name, $"{root.CreatedAt:yyyy-MM-dd HH:mm}"]));
        return ExitCode.Done;
    }
}
