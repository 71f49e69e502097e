namespace Merlon.Analysis.Dataflow.Interpretation.Calls;

/// <summary>Names of parameters, headers and settings that people give to secrets.</summary>
static class SecretNames
{
    static readonly string[] Words = ["password", "passwd", "passphrase", "secret", "apikey", "api_key", "api-key", "accesstoken", "access_token", "ssn", "creditcard", "cardnumber", "cvv", "pincode"];

    public static bool Fits(string name) => Array.Exists(Words, w => name.Contains(w, StringComparison.OrdinalIgnoreCase));
}
