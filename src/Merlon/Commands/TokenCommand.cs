using System.CommandLine;
using System.Text.Json;
using Merlon.Core.Identity;

namespace Merlon.Commands;

/// <summary><c>merlon token create</c>: one token in all its forms.</summary>
sealed class TokenCommand : Command
{
    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    private readonly Option<string> _label = new("--label") { Description = "What the token is for.", Required = true };
    private readonly Option<string> _role = new("--role") { Description = "The built-in role it acts by, by name or id.", DefaultValueFactory = _ => BuiltInRoles.Administrator.Name };
    private readonly Option<string> _apis = new("--apis") { Description = "The APIs it is good for: all, or some of qwiet, code-insight, api-security, guardian, iq.", DefaultValueFactory = _ => "all" };
    private readonly TenantOption _tenant = new();
    private readonly StoreOptions _store = new();

    public TokenCommand() : base("token", "Access tokens, from the machine itself.")
    {
        var create = new Command("create", "Makes a token and prints it, once, as JSON.") { _label, _role, _apis, _tenant.Option };
        _store.AddTo(create);
        create.SetAction(Create);
        Subcommands.Add(create);
    }

    private async Task<int> Create(ParseResult parsed, CancellationToken ct)
    {
        if (!_store.Read(parsed).Succeeded(out var options, out var wrong)) return ExitCode.Refuse(wrong);
        if (BuiltInRoles.Find(parsed.GetValue(_role)!) is not { } role) return ExitCode.Refuse($"There is no role '{parsed.GetValue(_role)}'. Roles are {string.Join(", ", BuiltInRoles.All.Select(r => r.Name))}.");
        if (Apis(parsed.GetValue(_apis)!) is not { } apis) return ExitCode.Refuse($"'{parsed.GetValue(_apis)}' names no APIs: say all, or some of qwiet, code-insight, api-security, guardian, iq, parted by commas.");

        await using var installation = await Installation.Open(options.Storage, ct);
        var system = await _tenant.Read(parsed, installation, ct);
        var outcome = await installation.Get<Tokens>().Create(new TokenDraft(parsed.GetValue(_label)!, apis) { Role = role.Id }, system, ct);
        if (!outcome.Succeeded(out var issued, out var refusal)) return ExitCode.Refuse(refusal);
        Console.WriteLine(JsonSerializer.Serialize(new TokenText(system.Tenant.Id, system.Tenant.Key, issued.Bearer, issued.ApiKey, issued.SecretKey), Json));
        return ExitCode.Done;
    }

    private static ApiName? Apis(string text)
    {
        var apis = ApiName.None;
        foreach (var word in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!word.All(c => char.IsAsciiLetter(c) || c == '-') || !Enum.TryParse<ApiName>(word.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var api)) return null;
            apis |= api;
        }
        return apis == ApiName.None ? null : apis;
    }

    private sealed record TokenText(Guid OrganizationId, long OrganizationNumber, string Bearer, string ApiKey, string SecretKey);
}
