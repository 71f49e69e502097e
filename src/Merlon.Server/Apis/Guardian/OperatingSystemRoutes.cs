using Merlon.Core.Nodes;
using Merlon.Core.Outcomes;
using Merlon.Server.Apis.Wire;

namespace Merlon.Server.Apis.Guardian;

/// <summary>Guardian API, operating systems and their families (docs/apis/guardian.md): the same for every account.</summary>
static class OperatingSystemRoutes
{
    private static readonly Refusal.NotFound NotFound = new("operating system");

    public static void Map(ApiRoutes api)
    {
        api.Get("/operating_system_families", ListFamilies).NeedsAnyCaller();
        api.Get("/operating_system_families/{id}", ShowFamily).NeedsAnyCaller();
        api.Get("/operating_system_families/{id}/operating_systems", ListOfFamily).NeedsAnyCaller();
        api.Get("/operating_systems/lookup", LookUp).NeedsAnyCaller();
        api.Get("/operating_systems", List).NeedsAnyCaller();
        api.Get("/operating_systems/{id}", Show).NeedsAnyCaller();
    }

    static ApiResult<IReadOnlyList<OperatingSystemFamily>> ListFamilies() => ApiResults.Ok<IReadOnlyList<OperatingSystemFamily>>(OperatingSystems.Families);

    static ApiResult<OperatingSystemFamily> ShowFamily(NumberId id) => Found(OperatingSystems.Family(id.Value)).ToApi(family => family);

    static ApiResult<OperatingSystemWire[]> ListOfFamily(NumberId id) =>
        Found(OperatingSystems.Family(id.Value)).ToApi<OperatingSystemFamily, OperatingSystemWire[]>(family => [.. OperatingSystems.All.Where(s => s.FamilyId == family.Id).Select(OperatingSystemWire.From)]);

    static ApiResult<OperatingSystemWire[]> List() => ApiResults.Ok<OperatingSystemWire[]>([.. OperatingSystems.All.Select(OperatingSystemWire.From)]);

    static ApiResult<OperatingSystemWire> Show(NumberId id) => Found(OperatingSystems.Find(id.Value)).ToApi(OperatingSystemWire.From);

    static ApiResult<OperatingSystemFound> LookUp(string? query) => string.IsNullOrWhiteSpace(query)
        ? ApiResults.Refused<OperatingSystemFound>(new Refusal.Invalid("query", "Say what to look for."))
        : Found(OperatingSystems.Search(query)).ToApi(OperatingSystemFound.From);

    private static Outcome<T> Found<T>(T? value) where T : class => value is null ? NotFound : value;
}

/// <summary>An operating system as the API shows it.</summary>
sealed record OperatingSystemWire(int Id, string Name, int OperatingSystemFamilyId, string Description)
{
    public static OperatingSystemWire From(OperatingSystemKind system) => new(system.Id, system.Name, system.FamilyId, system.Description);
}

/// <summary>The answer to a look-up.</summary>
sealed record OperatingSystemFound(int OperatingSystemFamilyId, string OperatingSystemFamily, int OperatingSystemId, string OperatingSystemName)
{
    public static OperatingSystemFound From(OperatingSystemKind system) => new(system.FamilyId, OperatingSystems.Family(system.FamilyId)!.Name, system.Id, system.Description);
}
