namespace Merlon.Analysis.Dataflow.Interpretation.Calls;

/// <summary>Names of parts of a request that pages fill in and users are not meant to change: what something costs, and who may do what.</summary>
static class AssumedNames
{
    static readonly string[] Words = ["price", "cost", "discount", "total", "isadmin", "role", "privilege", "accounttype", "usertype", "userlevel", "accesslevel", "creditlimit"];

    public static bool Fits(string name) => Array.Exists(Words, w => name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).Contains(w, StringComparison.OrdinalIgnoreCase));
}
